import { describe, expect, it } from 'vitest';

import { aHired, anOffer, check, millis, screened, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

const BASIS = { lawfulBasis: 'Art. 10 GDPR with § 26 of the national act' };

type Row = Record<string, unknown>;

const rows = (...given: Row[]): Company => ({
	hires: [aHired()],
	screening: given.map((row, index) => screened('a', { report_id: `report-${index}`, ...row })),
	policy: { screening: BASIS },
});
const decided = (adjudicated_at: string, zone = 'UTC'): Company => ({
	...rows({ result: 'consider', adjudication: 'engaged', adjudicated_at }),
	policy: { screening: BASIS, workZones: { Berlin: zone } },
});
const under = (screening: object, company: Company): Company => ({
	...company,
	policy: { screening: { ...BASIS, ...screening } },
});

describe('SCR-03', () => {
	cases('SCR-03', [
		['nothing to decide on', rows({ result: 'clear' }), 'pass nothing-open'],
		['decided on the first day', decided('2026-10-12'), 'pass nothing-open'],
		['decided the day after', decided('2026-10-13'), 'fail decision-record-late'],
		[
			'decided on the first day, where the policy asks for before',
			under({ completeBefore: 'before' }, decided('2026-10-12')),
			'fail decision-record-late',
		],
		[
			'decided in the evening of the first day, in UTC the next day',
			decided('2026-10-13T06:00:00Z', 'America/Los_Angeles'),
			'warn time-zone-sensitive',
		],
		['decided without a date', decided(''), 'warn decision-undated'],
		[
			'decided on an unreadable date',
			decided('2026-02-30'),
			'indeterminate decision-date-unreadable',
		],
		['no decision', rows({ result: 'consider' }), 'fail decision-record-missing'],
		[
			'a procedure that is still open',
			rows({ result: 'consider', adjudication: 'pre_adverse_action' }),
			'fail decision-record-missing',
		],
		[
			'a procedure that ended, and yet hired',
			rows({ adjudication: 'post_adverse_action', adjudicated_at: '2026-10-02' }),
			'fail decision-record-missing',
		],
		[
			'a decision in unknown words',
			rows({ result: 'consider', adjudication: 'purple' }),
			'indeterminate decision-not-understood',
		],
		['§5 result empty', rows({ result: '' }), 'indeterminate result-not-stated'],
		['§5 result unknown', rows({ result: 'purple' }), 'indeterminate result-not-understood'],
		[
			'§5 the provider gives none',
			under({ providerGivesResults: false }, rows({ result: '' })),
			'not_applicable no-results-given',
		],
		[
			'§5 the provider gives none, and yet a result came in unknown words',
			under({ providerGivesResults: false }, rows({ result: 'purple' })),
			'indeterminate result-not-understood',
		],
		[
			'§5 the worst of all in the window',
			rows({ result: 'clear' }, { result: 'consider', completed_at: '2026-10-05' }),
			'fail decision-record-missing',
		],
		[
			'§5 one outside the window does not count',
			rows({ result: 'clear' }, { result: 'consider', completed_at: '2025-10-01' }),
			'pass nothing-open',
		],
		[
			'a repetition ordered after the first day is none of this start',
			rows(
				{ result: 'clear' },
				{ result: 'consider', ordered_at: '2026-10-14', completed_at: '2026-10-20' },
			),
			'pass nothing-open',
		],
		[
			'one ordered before the first day and completed after it is',
			rows({ result: 'clear' }, { result: 'consider', completed_at: '2026-10-20' }),
			'fail decision-record-missing',
		],
		[
			'one without a day of completion may need a decision',
			rows({ result: 'clear' }, { result: 'consider', completed_at: '' }),
			'indeterminate completion-unreadable',
		],
		[
			'one without a day of completion that needs none',
			rows({ result: 'clear' }, { result: 'clear', completed_at: '' }),
			'pass nothing-open',
		],
		['only running', rows({ status: 'pending' }), 'not_applicable nothing-completed'],
		['unknown status', rows({ status: 'purple' }), 'indeterminate unknown-status'],
		['no completion date', rows({ completed_at: '' }), 'indeterminate completion-unreadable'],
		[
			'nothing linked',
			{ ...rows(), screening: [screened('other', { name: 'Somebody Else' })] },
			'not_applicable nothing-completed',
		],
		['list empty', { ...rows(), screening: [] }, 'indeterminate list-empty'],
		[
			'not yet due',
			{
				...rows({ result: 'consider' }),
				hires: [aHired('a', {}, { startDateRaw: millis('2026-11-20T00:00:00Z') })],
			},
			'not_applicable not-yet-due',
		],
		[
			'first day missing',
			{ ...rows({ result: 'consider' }), hires: [aHired('a', {}, { startDateRaw: null })] },
			'indeterminate start-missing',
		],
		[
			'exempt place',
			under({ exemptWorkLocations: ['Berlin'] }, rows({ result: 'consider' })),
			'not_applicable exempt-work-location',
		],
		[
			'§4 linked by name only',
			rows({ result: 'clear', email: 'other@example.com' }),
			'warn linked-by-name-only',
		],
		[
			'§4 linked by name only, a fail stays',
			rows({ result: 'consider', email: 'other@example.com' }),
			'fail decision-record-missing',
		],
		[
			'§3 too late for an earlier signed first day',
			{
				...decided('2026-10-08'),
				hires: [
					aHired('a', {
						offers: [
							anOffer('a', {
								id: 'offer-earlier',
								candidateSignedAt: millis('2026-09-05T10:00:00Z'),
								startDateRaw: millis('2026-10-05T00:00:00Z'),
							}),
							anOffer('a'),
						],
					}),
				],
			},
			'warn earlier-start-would-fail',
		],
	]);

	it('is not set up without a lawful basis, and reads no result then', () => {
		const { run, findings } = check({ ...rows({ result: 'consider' }), policy: {} });
		expect(findings.filter(({ checkId }) => checkId === 'SCR-03')).toEqual([]);
		const line = run.checks.find(({ id }) => id === 'SCR-03');
		expect(line?.verdict).toBe('notSetUp');
		expect(line?.verdictText).toContain('Lawful Basis for Results');
	});

	it('says the same of everybody without an open decision, whatever the result (rules.md §5)', () => {
		const told = ({ message, observed, expected, reasonCode }: ReturnType<typeof only>) =>
			JSON.stringify({ message, observed, expected, reasonCode });
		const only = (company: Company) => check(company).of('SCR-03');
		const engaged = { adjudication: 'engaged', adjudicated_at: '2026-10-02' };
		expect(told(only(rows({ result: 'consider', ...engaged })))).toBe(
			told(only(rows({ result: 'clear' }))),
		);
	});

	it('keeps results and decisions out of every part of the output', () => {
		const words = ['consider', 'engaged', 'adverse', 'clear'];
		for (const row of [
			{ result: 'consider' },
			{ result: 'consider', adjudication: 'engaged', adjudicated_at: '2026-10-14' },
			{ result: 'consider', adjudication: 'post adverse action' },
			{ result: 'clear' },
		]) {
			const { findings, evidence } = check(rows(row));
			const finding = findings.find(({ checkId }) => checkId === 'SCR-03');
			const records = evidence.filter(({ kind }) => kind === 'screeningRecord');
			const text = JSON.stringify([finding, records]).toLowerCase();
			for (const word of words) expect(text).not.toContain(word);
		}
	});
});
