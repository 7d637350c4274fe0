import { compareCodeUnits } from '../../shared/canonicalJson';
import type { Sha256 } from '../../shared/contracts';

/** Path in the bag → SHA-256 of the file. */
export type Digests = ReadonlyMap<string, Sha256>;

const LINE = /^([0-9a-f]{64}) {2}(\S.*)$/;

/**
 * A payload or tag manifest (RFC 8493 §2.1.3, §2.2.1): digest, two spaces, path; sorted by path in
 * code units, LF after each. The same lines are what `sha256sum -c` reads.
 */
export function formatManifest(digests: Digests): string {
	return [...digests]
		.sort(([a], [b]) => compareCodeUnits(a, b))
		.map(([path, digest]) => `${digest}  ${path}\n`)
		.join('');
}

/** Reads a manifest leniently: lines that are none are left out, so that what remains can be compared. */
export function parseManifest(text: string): Digests {
	const digests = new Map<string, Sha256>();
	for (const line of text.split('\n')) {
		const [, digest, path] = LINE.exec(line) ?? [];
		if (digest !== undefined && path !== undefined) digests.set(path, digest);
	}
	return digests;
}
