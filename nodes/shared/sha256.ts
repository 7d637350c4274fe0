import { createHash, hash } from 'node:crypto';

import { canonicalJson } from './canonicalJson';
import type { Sha256 } from './contracts';

/** SHA-256 of text (as UTF-8) or bytes, as 64 lower-case hexadecimal digits. */
export function sha256(content: string | Buffer): Sha256 {
	return hash('sha256', content);
}

/** SHA-256 of the RFC 8785 canonical JSON of a value. */
export function sha256OfJson(value: unknown): Sha256 {
	return sha256(canonicalJson(value));
}

/** SHA-256 of lines in the order given, LF after each; no lines give the digest of nothing. */
export function sha256OfLines(lines: Iterable<string>): Sha256 {
	const digest = createHash('sha256');
	for (const line of lines) digest.update(`${line}\n`);
	return digest.digest('hex');
}
