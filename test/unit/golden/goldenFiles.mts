import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Situation } from '../../../mock-lever/scenarios/situation.mts';

const folder = join(import.meta.dirname, '../../../mock-lever/scenarios/golden');

export interface GoldenFile {
	/** File name */
	name: string;
	/** First part of the name, for instance `28c` */
	number: string;
	situation: Situation;
}

/** Every golden file as written, in the order of their names. */
export const goldenFiles: GoldenFile[] = readdirSync(folder)
	.filter((name) => name.endsWith('.json'))
	.sort()
	.map((name) => ({
		name,
		number: name.split('-')[0] ?? name,
		situation: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Situation,
	}));

/** The short list of situations for readers. */
export const goldenReadme = readFileSync(join(folder, 'README.md'), 'utf8');

/**
 * Evidence dates at which calendars are difficult: weekends, ends of months and years, leap days, days
 * on which clocks change in America and Europe, and both ends of the UTC day.
 */
export const EVIDENCE_DATES: readonly string[] = [
	'2026-11-02T06:00:00Z',
	'2026-11-03T06:00:00Z',
	'2026-11-04T06:00:00Z',
	'2026-11-05T06:00:00Z',
	'2026-11-06T06:00:00Z',
	'2026-11-07T06:00:00Z',
	'2026-11-08T06:00:00Z',
	'2026-11-01T06:00:00Z',
	'2026-11-01T09:30:00Z',
	'2026-03-08T06:00:00Z',
	'2026-03-08T10:30:00Z',
	'2026-03-29T01:00:00Z',
	'2026-03-29T06:00:00Z',
	'2026-10-25T00:30:00Z',
	'2026-10-25T06:00:00Z',
	'2026-04-07T06:00:00Z',
	'2026-12-01T06:00:00Z',
	'2026-12-31T06:00:00Z',
	'2026-12-31T23:59:59Z',
	'2027-01-01T00:00:00Z',
	'2027-01-02T06:00:00Z',
	'2027-01-31T06:00:00Z',
	'2027-02-28T06:00:00Z',
	'2027-03-01T06:00:00Z',
	'2027-03-14T06:00:00Z',
	'2027-03-28T06:00:00Z',
	'2027-06-30T06:00:00Z',
	'2027-07-03T06:00:00Z',
	'2027-07-04T23:30:00Z',
	'2027-08-31T06:00:00Z',
	'2027-11-07T06:00:00Z',
	'2028-01-29T06:00:00Z',
	'2028-02-28T06:00:00Z',
	'2028-02-29T06:00:00Z',
	'2028-02-29T23:45:00Z',
	'2028-03-01T06:00:00Z',
	'2028-03-31T06:00:00Z',
	'2028-12-30T06:00:00Z',
	'2029-02-28T06:00:00Z',
	'2029-03-02T06:00:00Z',
	'2026-11-02T07:00:00+01:00',
	'2026-11-01T22:00:00-08:00',
];
