import { describe, expect, it } from 'vitest';

import { aHired, check, millis, screened, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

const OTHER = screened('nobody-here', { name: 'Somebody Else' });
const RUNNING = screened('a', { status: 'pending', completed_at: '' });
const doneOn = (day: string, more: object = {}) => screened('a', { completed_at: day, ...more });

/** Approved on 9 October 2026, three days before the usual first day. */
const approval = (changes: object = {}) => ({
	type: 'exception',
	check_id: 'SCR-02',
	subject_id: 'contact-a:opp-a',
	reason: 'The court answers slowly',
	compensating_control: 'supervised work',
	requested_by: 'one@example.com',
	approved_by: 'two@example.com',
	approved_at: '2026-10-09',
	expires_at: '2027-03-31',
	...changes,
});
/** An approval of something else: the list is connected and covers nobody here. */
const NONE = approval({ subject_id: 'contact-x:opp-x' });

const company = (
	screening: Company['screening'],
	approvals: Company['approvals'],
	more: Company = {},
): Company => ({ hires: [aHired()], screening, approvals, ...more });

/** Started on another day; the exception was approved long before. */
const startedOn = (
	day: string,
	screening: Company['screening'],
	approvals: Company['approvals'] = [approval({ approved_at: '2026-01-05' })],
): Company => ({
	hires: [
		aHired(
			'a',
			{},
			{
				startDateRaw: millis(`${day}T00:00:00Z`),
				candidateSignedAt: millis('2026-01-10T10:00:00Z'),
			},
		),
	],
	screening,
	approvals,
});

describe('SCR-10', () => {
	cases('SCR-10', [
		['B.2 nobody started early', company([screened()], [NONE]), 'not_applicable done-before-start'],
		[
			'B.2 closed, with an interim control',
			company([doneOn('2026-10-20')], [approval()]),
			'pass closed-in-time',
		],
		['B.2 closed, without', company([doneOn('2026-10-20')], [NONE]), 'fail no-interim-control'],
		[
			'an approval on the first day is too late',
			company([doneOn('2026-10-20')], [approval({ approved_at: '2026-10-12' })]),
			'fail no-interim-control',
		],
		[
			'§1 of the one who asked for it',
			company([doneOn('2026-10-20')], [approval({ approved_by: 'ONE@example.com' })]),
			'fail no-interim-control',
		],
		[
			'§1 of the subject',
			company([doneOn('2026-10-20')], [approval({ approved_by: 'a@example.com' })]),
			'fail no-interim-control',
		],
		[
			'expired after it was needed',
			company([doneOn('2026-10-20')], [approval({ expires_at: '2026-10-20' })]),
			'pass closed-in-time',
		],
		[
			'expired while it was needed',
			company([doneOn('2026-10-20')], [approval({ expires_at: '2026-10-19' })]),
			'fail no-interim-control',
		],
		[
			'an approval for another check',
			company([doneOn('2026-10-20')], [approval({ check_id: 'SCR-01' })]),
			'fail no-interim-control',
		],
		[
			'B.3 #4 closed on day 70',
			startedOn('2026-08-03', [doneOn('2026-10-12')]),
			'pass closed-in-time',
		],
		[
			'closed on the last day',
			startedOn('2026-08-03', [doneOn('2026-10-26')]),
			'pass closed-in-time',
		],
		['closed a day later', startedOn('2026-08-03', [doneOn('2026-10-27')]), 'fail window-passed'],
		[
			'B.3 #5 closed on day 100',
			startedOn('2026-07-06', [doneOn('2026-10-14')]),
			'fail window-passed',
		],
		['B.2 open, early in the window', company([RUNNING], [approval()]), 'pass window-open'],
		['open, without a control', company([RUNNING], [NONE]), 'fail no-interim-control'],
		['B.2 open on day 63, three quarters', startedOn('2026-08-31', [RUNNING]), 'pass window-open'],
		['B.2 open on day 64', startedOn('2026-08-30', [RUNNING]), 'warn window-nearly-used'],
		['open on the last day', startedOn('2026-08-10', [RUNNING]), 'warn window-nearly-used'],
		['B.2 open a day later', startedOn('2026-08-09', [RUNNING]), 'fail window-passed'],
		[
			'§1 what was read comes first: window passed, and no control',
			startedOn('2026-08-09', [RUNNING], [NONE]),
			'fail window-passed',
		],
		['covered, and nothing runs', company([OTHER], [approval()]), 'warn nothing-running'],
		['nothing ordered, and no control', company([OTHER], [NONE]), 'fail no-interim-control'],
		[
			'stopped counts as nothing running',
			company([screened('a', { status: 'canceled' })], [approval()]),
			'warn nothing-running',
		],
		[
			'done, nobody knows when',
			company([doneOn('')], [approval()]),
			'indeterminate completion-unreadable',
		],
		[
			'late beside one that nobody knows when',
			company([doneOn('2026-10-20'), doneOn('', { report_id: 'r2' })], [approval()]),
			'indeterminate completion-unreadable',
		],
		[
			'a status that nobody knows',
			company([screened('a', { status: 'purple' })], [approval()]),
			'indeterminate unknown-status',
		],
		['list empty', company([], [approval()]), 'indeterminate list-empty'],
		[
			'only a tag',
			company([OTHER], [approval()], {
				hires: [aHired('a', { screeningTags: ['reportReturned'] })],
			}),
			'indeterminate only-lever-tag',
		],
		[
			'approvals did not arrive',
			company([doneOn('2026-10-20')], 'failed'),
			'indeterminate read-incomplete',
		],
		[
			'an empty list of approvals decides nothing',
			company([doneOn('2026-10-20')], []),
			'indeterminate read-incomplete',
		],
		[
			'§2 before the start in one zone only',
			company([doneOn('2026-10-13T06:30:00Z')], [NONE], {
				policy: { workZones: { Berlin: 'America/Los_Angeles' } },
			}),
			'warn time-zone-sensitive',
		],
		[
			'§2 the last day in one zone only',
			{
				...startedOn('2026-08-03', [doneOn('2026-10-27T06:30:00Z')]),
				policy: { workZones: { Berlin: 'America/Los_Angeles' } },
			},
			'warn time-zone-sensitive',
		],
		[
			'another window by policy',
			{
				...startedOn('2026-08-03', [doneOn('2026-10-27')]),
				policy: { screening: { conditionalStartDays: 112 } },
			},
			'pass closed-in-time',
		],
		['not yet due', startedOn('2026-11-10', [RUNNING]), 'not_applicable not-yet-due'],
		[
			'start missing',
			company([RUNNING], [approval()], { hires: [aHired('a', {}, { startDateRaw: null })] }),
			'indeterminate start-missing',
		],
		[
			'exempt job',
			company([RUNNING], [NONE], { policy: { screening: { exemptJobTitles: ['Engineer'] } } }),
			'not_applicable exempt-job-title',
		],
		[
			'§4 linked by name only',
			company([screened('x', { name: 'Person a', completed_at: '2026-10-20' })], [approval()]),
			'warn linked-by-name-only',
		],
	]);

	const REFUSED_ADDRESSES: Company['collections'] = {
		hires: { refusedExpansions: ['contact'] },
	};
	cases('SCR-10', [
		[
			'§1 nothing linked, and addresses of the contact were refused',
			company([OTHER], [NONE], { collections: REFUSED_ADDRESSES }),
			'indeterminate read-incomplete',
		],
		[
			'§1 nothing linked and the window passed, and addresses were refused',
			{ ...startedOn('2026-08-09', [OTHER]), collections: REFUSED_ADDRESSES },
			'indeterminate read-incomplete',
		],
		[
			'§1 nothing linked and a control approved, and addresses were refused',
			company([OTHER], [approval()], { collections: REFUSED_ADDRESSES }),
			'indeterminate read-incomplete',
		],
		[
			'§1 a linked one that runs is late, whatever addresses were refused',
			{ ...startedOn('2026-08-09', [RUNNING]), collections: REFUSED_ADDRESSES },
			'fail window-passed',
		],
		[
			'§1 a linked one without a control, whatever addresses were refused',
			company([RUNNING], [NONE], { collections: REFUSED_ADDRESSES }),
			'fail no-interim-control',
		],
	]);

	it('is not set up without the list of approvals: what is not read is no proof', () => {
		const { run } = check({ hires: [aHired()], screening: [RUNNING] });
		expect(run.checks.find(({ id }) => id === 'SCR-10')?.verdictText).toBe(
			'Not set up: connect Approvals',
		);
	});

	it('shows the approval, and by when the screening must be done', () => {
		const { of } = check(company([RUNNING], [approval({ id: 'A-1' })]));
		const finding = of('SCR-10');
		expect(finding.observed).toMatchObject({ interimControl: 'supervised work', approval: 'A-1' });
		expect(finding.evidence.map(({ recordId }) => recordId)).toContain('A-1');
		expect(finding.remediation.dueAt).toBe('2027-01-04');
	});

	it('names BS 7858 only for a window of at most twelve weeks', () => {
		const frameworks = (days: number) =>
			check({
				...company([RUNNING], [approval()]),
				policy: { screening: { conditionalStartDays: days } },
			})
				.of('SCR-10')
				.controls.map(({ framework }) => framework);
		expect(frameworks(84)).toContain('BS 7858:2019');
		expect(frameworks(85)).not.toContain('BS 7858:2019');
	});
});
