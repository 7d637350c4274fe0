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

/** What goes to the digest at a time: a call for every line costs five times what its bytes cost. */
const AT_A_TIME = 1 << 14;

/** SHA-256 of lines in the order given, LF after each; no lines give the digest of nothing. */
export function sha256OfLines(lines: Iterable<string>): Sha256 {
	const digest = linesDigest();
	for (const line of lines) digest.add(line);
	return digest.sha256();
}

/** The digest of lines that come one after the other; `sha256` ends it. */
export interface LinesDigest {
	add(line: string): void;
	sha256(): Sha256;
}

export function linesDigest(): LinesDigest {
	const digest = createHash('sha256');
	let waiting = '';
	const pass = () => {
		digest.update(waiting);
		waiting = '';
	};
	return {
		add(line) {
			waiting += line;
			waiting += '\n';
			if (waiting.length > AT_A_TIME) pass();
		},
		sha256() {
			pass();
			return digest.digest('hex');
		},
	};
}
