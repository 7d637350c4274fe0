import { UnexpectedError } from 'n8n-workflow';

/**
 * Canonical JSON after RFC 8785 (JCS): keys in UTF-16 code unit order, no white space, numbers and
 * strings as ECMAScript serialises them. Members whose value is `undefined` are left out.
 *
 * @throws UnexpectedError for what JSON cannot hold: NaN, infinities, functions, bigint, lone surrogates
 */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value === 'boolean') return JSON.stringify(value);
	if (typeof value === 'string') {
		if (!value.isWellFormed()) {
			throw new UnexpectedError('Canonical JSON cannot hold a text with half a surrogate pair');
		}
		return JSON.stringify(value);
	}
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) {
			throw new UnexpectedError(`Canonical JSON cannot hold the number ${value}`);
		}
		return JSON.stringify(value);
	}
	if (Array.isArray(value)) {
		return `[${value.map((entry) => canonicalJson(entry === undefined ? null : entry)).join(',')}]`;
	}
	if (typeof value === 'object') {
		const members = Object.entries(value)
			.filter(([, member]) => member !== undefined)
			.sort(([a], [b]) => compareCodeUnits(a, b))
			.map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
		return `{${members.join(',')}}`;
	}
	throw new UnexpectedError(`Canonical JSON cannot hold a ${typeof value}`);
}

/** Order by UTF-16 code units: the same on every machine, unlike `localeCompare`. */
export function compareCodeUnits(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
