import { describe, expect, it } from 'vitest';

import {
	DEFAULT_POLICY,
	parsePolicy,
	policyZones,
	screeningExemptions,
} from '../../../nodes/LeverCompliance/policy/index.ts';

const mistakesIn = (document: unknown) => {
	const reading = parsePolicy(document, 'UTC');
	return reading.ok ? [] : reading.mistakes.map(({ path }) => path);
};

describe('parsePolicy', () => {
	it('has the numbers of rules.md §5 and §7 as defaults', () => {
		expect(DEFAULT_POLICY).toMatchObject({
			screening: { validityMonths: 12, horizonDays: 30, matchByNameAndBirthDate: false },
			access: { staffListMaxAgeDays: 7, leaverBusinessDays: 5 },
		});
	});

	it.each([[undefined], [null], [{}], [{ screening: {} }]])(
		'gives the defaults for %j',
		(document) => {
			expect(parsePolicy(document, null)).toEqual({ ok: true, policy: DEFAULT_POLICY });
		},
	);

	it('takes the workflow zone unless the document names one (rules.md §2)', () => {
		expect(parsePolicy({}, 'Europe/Berlin')).toMatchObject({
			policy: { organisationZone: 'Europe/Berlin' },
		});
		expect(parsePolicy({ organisationZone: 'Asia/Tokyo' }, 'Europe/Berlin')).toMatchObject({
			policy: { organisationZone: 'Asia/Tokyo' },
		});
	});

	it('keeps what a document says beside the defaults', () => {
		const reading = parsePolicy(
			{ workZones: { Berlin: 'Europe/Berlin' }, screening: { validityMonths: 6 } },
			null,
		);
		expect(reading).toEqual({
			ok: true,
			policy: {
				...DEFAULT_POLICY,
				workZones: { Berlin: 'Europe/Berlin' },
				screening: { ...DEFAULT_POLICY.screening, validityMonths: 6 },
			},
		});
	});

	it.each([
		['not an object', 'strict', ['policy']],
		['a list', [], ['policy']],
		['a part that is no object', { screening: 12 }, ['screening']],
		['a number out of range', { screening: { validityMonths: 0 } }, ['screening.validityMonths']],
		['a fraction', { access: { leaverBusinessDays: 2.5 } }, ['access.leaverBusinessDays']],
		['a number as text', { screening: { horizonDays: '30' } }, ['screening.horizonDays']],
		['null for a number', { screening: { horizonDays: null } }, ['screening.horizonDays']],
		[
			'a text for a switch',
			{ screening: { matchByNameAndBirthDate: 'no' } },
			['screening.matchByNameAndBirthDate'],
		],
		['an unknown zone', { organisationZone: 'Berlin' }, ['organisationZone']],
		['an offset for a zone', { workZones: { Berlin: '+01:00' } }, ['workZones.Berlin']],
		['a place without a name', { workZones: { ' ': 'UTC' } }, ['workZones. ']],
		[
			'one place with two zones',
			{ workZones: { Berlin: 'Europe/Berlin', ' berlin ': 'UTC' } },
			['workZones. berlin '],
		],
		[
			'a list with an empty text',
			{ screening: { exemptJobTitles: [''] } },
			['screening.exemptJobTitles'],
		],
		['a misspelt setting', { screening: { validityMonth: 6 } }, ['screening.validityMonth']],
		['a misspelt part', { screenings: {} }, ['screenings']],
		[
			'several mistakes at once',
			{ organisationZone: 1, access: { leaverBusinessDays: -1 }, foo: true },
			['organisationZone', 'access.leaverBusinessDays', 'foo'],
		],
	])('names the path of %s', (_, document, paths) => {
		expect(mistakesIn(document)).toEqual(paths);
	});

	it('accepts one place spelt twice with the same zone', () => {
		expect(mistakesIn({ workZones: { Berlin: 'Europe/Berlin', BERLIN: 'Europe/Berlin' } })).toEqual(
			[],
		);
	});
});

describe('policyZones (rules.md §2: work zone, else the organisation, and which is recorded)', () => {
	const reading = parsePolicy(
		{ organisationZone: 'Europe/London', workZones: { 'Los Angeles': 'America/Los_Angeles' } },
		null,
	);
	const zones = policyZones(reading.ok ? reading.policy : DEFAULT_POLICY);

	it.each([
		['Los Angeles', 'America/Los_Angeles', 'workLocation'],
		['  los angeles ', 'America/Los_Angeles', 'workLocation'],
		['Los Angeles, CA', 'Europe/London', 'organisation'],
		['', 'Europe/London', 'organisation'],
		[null, 'Europe/London', 'organisation'],
	])('%s has %s by %s', (place, zone, chosenBy) => {
		const inUse = zones.ofWorkLocation(place);
		expect([inUse.zone.name, inUse.chosenBy]).toEqual([zone, chosenBy]);
	});
});

describe('screeningExemptions (rules.md §5 SCR-01: exempt country or tier)', () => {
	const exempt = screeningExemptions({
		...DEFAULT_POLICY,
		screening: {
			...DEFAULT_POLICY.screening,
			exemptWorkLocations: ['Tokyo'],
			exemptJobTitles: ['Intern'],
		},
	});

	it.each([
		[' tokyo', 'Engineer', 'workLocation'],
		['Berlin', 'INTERN', 'jobTitle'],
		['Berlin', 'Internal Auditor', null],
		[null, null, null],
	])('%s and %s: %s', (workLocation, jobTitle, expected) => {
		expect(exempt({ workLocation, jobTitle })).toBe(expected);
	});
});
