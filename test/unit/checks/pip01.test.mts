import { describe, expect, it } from 'vitest';

import type { Definition, Hire, StageChange } from '../../../nodes/shared/contracts/index.ts';
import type { Policy } from '../../../nodes/LeverCompliance/policy/index.ts';
import { aHired, check, millis, type Company } from '../run/company.mts';
import { cases } from './cases.mts';
import { aPosting } from './jobs.mts';

type Row = Policy['pipeline']['requiredStages'][number];

const stage = (id: string, text: string): Definition => ({
	kind: 'definition',
	definitionType: 'stage',
	id,
	text,
	collectionId: 'f'.repeat(64),
	rawSha256: '6'.repeat(64),
});
const STAGES = [
	stage('s-interview', 'On-site Interview'),
	stage('s-reference', 'Reference Check'),
	stage('offer', 'Offer'),
];
const move = (stageId: string, at: string, opportunityId = 'opp-a'): StageChange => ({
	opportunityId,
	stageId,
	stageIndex: null,
	at: millis(at),
	userId: null,
});
const INTERVIEW = move('s-interview', '2026-08-10T10:00:00Z');
const REFERENCE = move('s-reference', '2026-08-20T10:00:00Z');
/** The offer was sent on 2 September 2026. */
const OFFER = move('offer', '2026-08-31T10:00:00Z');
const row = (changes: Partial<Row> = {}): Row => ({
	posting: '',
	department: '',
	stages: ['on-site interview', 'Reference Check'],
	...changes,
});
const moved = (
	stageChanges: StageChange[] | undefined,
	rows: Row[] = [row()],
	hire: Partial<Hire> = {},
	more: Company['read'] = {},
): Company => ({
	hires: [aHired('a', { ...(stageChanges && { stageChanges }), ...hire })],
	read: { definitions: STAGES, ...more },
	policy: { pipeline: { requiredStages: rows } },
});
const ofPosting = (changes: Partial<Row>, department = 'Technology') =>
	moved(
		[OFFER],
		[row(changes)],
		{ postingId: 'posting-p' },
		{ postings: [aPosting('p', { department })] },
	);

const UNREAD: Partial<Hire> = {
	offersRead: { reason: 'forbidden', message: 'Lever refused it.' },
	offers: [],
};

describe('PIP-01', () => {
	cases('PIP-01', [
		['B.2 all in order', moved([INTERVIEW, REFERENCE, OFFER]), 'pass stages-passed'],
		['by ids', moved([INTERVIEW, OFFER], [row({ stages: ['s-interview'] })]), 'pass stages-passed'],
		['B.2 missing', moved([INTERVIEW, OFFER]), 'fail stage-skipped'],
		[
			'B.2 only after the offer',
			moved([INTERVIEW, OFFER, move('s-reference', '2026-09-03T10:00:00Z')]),
			'fail stage-skipped',
		],
		[
			'moved back and passed before the offer was sent',
			moved([
				INTERVIEW,
				OFFER,
				move('s-reference', '2026-09-01T10:00:00Z'),
				move('offer', '2026-09-02T09:00:00Z'),
			]),
			'pass stages-passed',
		],
		[
			'B.2 another order',
			moved([move('s-reference', '2026-08-01T10:00:00Z'), INTERVIEW, OFFER]),
			'warn out-of-order',
		],
		[
			'another order first, the right one later',
			moved([move('s-reference', '2026-08-01T10:00:00Z'), INTERVIEW, REFERENCE, OFFER]),
			'pass stages-passed',
		],
		[
			'B.2 moved through within a minute',
			moved([INTERVIEW, REFERENCE, move('offer', '2026-08-20T10:00:59.999Z')]),
			'warn moved-through-at-once',
		],
		[
			'left after a minute',
			moved([INTERVIEW, REFERENCE, move('offer', '2026-08-20T10:01:00Z')]),
			'pass stages-passed',
		],
		[
			'the moves of another opportunity of the episode count',
			moved([move('s-interview', '2026-08-10T10:00:00Z', 'opp-b'), REFERENCE, OFFER]),
			'pass stages-passed',
		],
		[
			'never in the stage Offer: the sending counts',
			moved([INTERVIEW, move('s-reference', '2026-09-02T09:00:00Z')]),
			'pass stages-passed',
		],
		[
			'a stage of no such name',
			moved([INTERVIEW, OFFER], [row({ stages: ['On-site Interview', 'Chat'] })]),
			'indeterminate stage-unknown',
		],
		[
			'a stage of no such name, and one that was skipped',
			moved([OFFER], [row({ stages: ['On-site Interview', 'Chat'] })]),
			'fail stage-skipped',
		],
		[
			'§1 offers unread: the sending may have come first',
			moved([INTERVIEW, move('s-reference', '2026-09-10T10:00:00Z')], [row()], UNREAD),
			'indeterminate offers-unread',
		],
		[
			'§1 offers unread: another order may be none',
			moved([move('s-reference', '2026-08-01T10:00:00Z'), INTERVIEW, OFFER], [row()], UNREAD),
			'indeterminate offers-unread',
		],
		[
			'§1 offers unread, but passed neither before nor after',
			moved([INTERVIEW, OFFER], [row()], UNREAD),
			'fail stage-skipped',
		],
		[
			'§1 one offer read, and another one may have been sent later',
			moved([INTERVIEW, move('s-reference', '2026-09-10T10:00:00Z')], [row()], {
				offersRead: UNREAD.offersRead ?? true,
			}),
			'indeterminate offers-unread',
		],
		[
			'offers unread, and a stage of no such name',
			moved([INTERVIEW], [row({ stages: ['On-site Interview', 'Chat'] })], UNREAD),
			'indeterminate stage-unknown',
		],
		[
			'offers unread, and no stage is required',
			moved(
				[OFFER],
				[row({ posting: 'Baker' })],
				{ ...UNREAD, postingId: 'posting-p' },
				{ postings: [aPosting('p', { department: 'Technology' })] },
			),
			'not_applicable no-stage-required',
		],
		['B.2 moves not read', moved(undefined), 'indeterminate stages-not-read'],
		[
			'a row for another posting',
			ofPosting({ posting: 'Baker' }),
			'not_applicable no-stage-required',
		],
		['a row for the title', ofPosting({ posting: ' engineer' }), 'fail stage-skipped'],
		['a row for the id', ofPosting({ posting: 'posting-p' }), 'fail stage-skipped'],
		['a row for the department', ofPosting({ department: 'technology' }), 'fail stage-skipped'],
		[
			'a row for another department',
			ofPosting({ department: 'Sales' }),
			'not_applicable no-stage-required',
		],
		[
			'a row for a department, postings not read',
			moved([OFFER], [row({ department: 'Sales' })], { postingId: 'posting-p' }),
			'indeterminate posting-unknown',
		],
		[
			'a row for a posting, the hire has none',
			moved([OFFER], [row({ posting: 'Engineer' })]),
			'indeterminate posting-unknown',
		],
		[
			'rows add up',
			moved(
				[INTERVIEW, OFFER],
				[row({ stages: ['s-interview'] }), row({ stages: ['s-reference'] })],
			),
			'fail stage-skipped',
		],
	]);

	it('is not set up without required stages', () => {
		const { run } = check(moved([OFFER], []));
		expect(run.checks.find(({ id }) => id === 'PIP-01')?.verdictText).toBe(
			"Not set up: state in the policy which stages a hire passes before the offer ('Required Stages')",
		);
	});

	it('names A.6.1 only where everybody passes the stages', () => {
		const controlsUnder = (rows: Row[]) =>
			check(moved([OFFER], rows))
				.of('PIP-01')
				.controls.map(({ id }) => id);
		expect(controlsUnder([row()])).toEqual(['A.6.1', 'CC1.4']);
		expect(controlsUnder([row({ department: 'Technology' })])).toEqual(['CC1.4']);
	});
});
