import { describe, expect, it } from 'vitest';

import {
	readApprovals,
	type ConfirmedMatch,
	type ScreeningRow,
	type StaffRow,
} from '../../../nodes/LeverCompliance/lists/index.ts';
import {
	bindConfirmations,
	linksToConfirm,
	matchScreening,
	type LinkedHire,
} from '../../../nodes/LeverCompliance/matching/index.ts';
import { CONFIRM_COLUMNS, confirmRows } from '../../../nodes/shared/confirmRows.ts';
import type { Hire } from '../../../nodes/shared/contracts/index.ts';
import { listOf } from '../lists/listItems.mts';
import { aScreening, aStaffRow, hireNamed, toMatch } from './people.mts';

const NO_STAFF: LinkedHire['staff'] = { row: null, ambiguous: [] };

/** Hires with their screening links, as a run makes them. */
function linked(
	hires: readonly Hire[],
	rows: readonly ScreeningRow[],
	confirmed: readonly ConfirmedMatch[] = [],
): LinkedHire[] {
	const { byHire } = matchScreening(
		hires.map((hire) => toMatch(hire)),
		rows,
		{ confirmed, byNameAndBirthDate: false },
	);
	return hires.map((hire) => {
		const screening = byHire.get(hire.hireId);
		if (screening === undefined) throw new Error('Every hire has an entry');
		return { hire, screening, staff: NO_STAFF };
	});
}

const ADA = hireNamed(1, 'Ada Sample', ['ada@example.com']);
const BOB = hireNamed(2, 'Bob Sample', ['bob@example.com']);

describe('links that a person should confirm (rules.md §4)', () => {
	it.each([
		['by name alone', [aScreening('R-1', { name: 'Ada Sample' })], 'name-only'],
		[
			'by e-mail, with another name',
			[aScreening('R-1', { name: 'Eve Other', emails: ['ada@example.com'] })],
			'names-differ',
		],
		[
			'by e-mail, without a name',
			[aScreening('R-1', { emails: ['ada@example.com'] })],
			'names-differ',
		],
		[
			"with the hire's id, and somebody else's name and e-mail",
			[aScreening('R-1', { externalId: 'opp-1', name: 'Eve Other', emails: ['eve@example.com'] })],
			'ambiguous',
		],
	])('are those %s', (_, rows, why) => {
		expect(linksToConfirm(linked([ADA, BOB], rows), rows, [])).toEqual({
			links: [{ subjectId: 'contact-1:opp-1', recordId: 'R-1', why }],
			withoutReference: [],
		});
	});

	it('are none where id or e-mail and name agree', () => {
		const rows = [
			aScreening('R-1', { name: 'Ada Sample', emails: ['ada@example.com'] }),
			aScreening('R-2', { externalId: 'opp-2', name: 'Bob Sample' }),
		];
		expect(linksToConfirm(linked([ADA, BOB], rows), rows, []).links).toEqual([]);
	});

	it('are all candidates of an ambiguous record, by hire', () => {
		const namesake = hireNamed(3, 'Ada Sample');
		const rows = [aScreening('R-1', { name: 'Ada Sample' })];
		expect(linksToConfirm(linked([namesake, ADA], rows), rows, []).links).toEqual([
			{ subjectId: 'contact-1:opp-1', recordId: 'R-1', why: 'ambiguous' },
			{ subjectId: 'contact-3:opp-3', recordId: 'R-1', why: 'ambiguous' },
		]);
	});

	it('are rows of the staff list too', () => {
		const rows: StaffRow[] = [aStaffRow('E-1'), aStaffRow('E-2')];
		const hires = linked([ADA], []).map((hire) => ({
			...hire,
			staff: { row: null, ambiguous: rows },
		}));
		expect(linksToConfirm(hires, [], rows).links.map(({ recordId }) => recordId)).toEqual([
			'E-1',
			'E-2',
		]);
	});

	it('need a reference that binds: the hires of others are named', () => {
		const unnamed = { ...aScreening('row-1', { name: 'Ada Sample' }), reference: null };
		expect(linksToConfirm(linked([ADA], [unnamed]), [unnamed], [])).toEqual({
			links: [],
			withoutReference: ['contact-1:opp-1'],
		});
		const shared = aScreening('R-1', { name: 'Bob Sample' });
		const both = [shared, { ...aScreening('R-1#2', { name: 'Bob Sample' }), reference: 'R-1' }];
		expect(linksToConfirm(linked([BOB], both), both, []).links).toEqual([]);
		expect(linksToConfirm(linked([BOB], [shared]), [shared], [aStaffRow('R-1')]).links).toEqual([]);
	});
});

describe('rows that confirm them', () => {
	const rows = [aScreening('R-1', { name: 'Ada Sample' })];
	const { links } = linksToConfirm(linked([ADA], rows), rows, []);

	it('have the columns of the Approvals table, and nothing that only a person can say', () => {
		const [row] = confirmRows(links);
		expect(row).toEqual({
			type: 'confirmed_match',
			subject_id: 'contact-1:opp-1',
			record_id: 'R-1',
			requested_by: '',
			approved_by: '',
			approved_at: '',
			reason: '',
		});
		expect(Object.keys(row ?? {})).toEqual(CONFIRM_COLUMNS);
	});

	it('do nothing as they are', () => {
		const { approvals, notices } = readApprovals(
			listOf(confirmRows(links).map((row) => ({ ...row }))),
		);
		expect(approvals).toEqual([]);
		expect(notices).toHaveLength(1);
	});

	it('close the loop once somebody filled them', () => {
		const filled = confirmRows(links).map((row) => ({
			...row,
			approved_by: 'lead@example.com',
			approved_at: '2026-09-25',
			reason: 'Compared with the passport',
		}));
		const confirmations = readApprovals(listOf(filled)).approvals.filter(
			(approval) => approval.type === 'confirmed_match',
		);
		const bound = bindConfirmations(confirmations, rows, []);
		expect(bound.notices).toEqual([]);
		const [hire] = linked([ADA], rows, bound.screening);
		expect(hire?.screening.linked).toMatchObject([{ rung: 'M1', confirmed: true }]);
		expect(linksToConfirm(linked([ADA], rows, bound.screening), rows, []).links).toEqual([]);
	});
});
