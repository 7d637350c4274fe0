import { timingSafeEqual } from 'node:crypto';

import type { Sha256 } from '../../shared/contracts';

/** Digests a person entered: 64 hexadecimal digits each, or the text that is none. */
type ExpectedDigests = { digests: Sha256[] } | { unreadable: string };

/** Reads one or several digests, separated by commas or white space; `sha256:` in front is allowed. */
export function readExpectedDigests(text: string): ExpectedDigests {
	const digests: Sha256[] = [];
	for (const part of text.split(/[\s,;]+/).filter(Boolean)) {
		const digest = part.toLowerCase().replace(/^sha256:/, '');
		if (!/^[0-9a-f]{64}$/.test(digest)) return { unreadable: part };
		digests.push(digest);
	}
	return { digests };
}

/** Whether a digest is among the expected ones, compared in constant time. */
export function isExpected(digest: Sha256 | null, expected: readonly Sha256[]): boolean {
	if (digest === null) return false;
	const bytes = Buffer.from(digest, 'hex');
	let found = false;
	for (const candidate of expected) {
		const other = Buffer.from(candidate, 'hex');
		if (other.length === bytes.length && timingSafeEqual(bytes, other)) found = true;
	}
	return found;
}
