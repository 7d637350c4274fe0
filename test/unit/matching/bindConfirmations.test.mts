import { describe, expect, it } from 'vitest';

import { bindConfirmations } from '../../../nodes/LeverCompliance/matching/index.ts';
import { aScreening, aStaffRow, confirmed } from './people.mts';

const SCREENING = [
	aScreening('R-1'),
	aScreening('X-1'),
	aScreening('R-2'),
	{ ...aScreening('R-2#2'), reference: 'R-2' },
	{ ...aScreening('row-5'), reference: null },
];
const STAFF = [
	aStaffRow('E-1'),
	aStaffRow('X-1'),
	{ ...aStaffRow('row-3', {}, { externalId: null }), reference: null },
];

const bind = (recordId: string) => {
	const { screening, staff, notices } = bindConfirmations(
		[confirmed('contact-1', recordId)],
		SCREENING,
		STAFF,
	);
	return { screening: screening.length, staff: staff.length, notices };
};

describe('bindConfirmations: the one row that a confirmed match names', () => {
	it.each([
		['a record of the screening list', 'R-1', 1, 0],
		['a row of the staff list', 'E-1', 0, 1],
		['a record that is on neither list today', 'R-9', 0, 0],
	])('%s', (_, recordId, screening, staff) => {
		expect(bind(recordId)).toEqual({ screening, staff, notices: [] });
	});

	it.each([
		['on both lists', 'X-1', 'is on both the Screening List and the Staff List'],
		['shared by two rows', 'R-2', 'several rows of the list share its record id'],
		['a made-up id of a shared one', 'R-2#2', 'was made up for the row of one export'],
		['the position of a screening row', 'row-5', 'was made up for the row of one export'],
		['the position of a staff row', 'row-3', 'was made up for the row of one export'],
	])('is not used when it is %s, and is named by its row', (_, recordId, because) => {
		const { screening, staff, notices } = bind(recordId);
		expect({ screening, staff }).toEqual({ screening: 0, staff: 0 });
		expect(notices).toEqual([expect.stringContaining(because)]);
		expect(notices[0]).toMatch(/^Approvals: a confirmed match is not used.*\(row 1\)\.$/);
	});
});
