import type { ListedDate } from '../../../shared/contracts';
import type { ApprovalField } from './approvalColumns';
import { cellDate, cellText } from '../table/cells';
import { foldStatus } from '../table/foldStatus';
import { cellOf, type ColumnOf } from '../table/personCells';
import type { ReceivedRow } from '../table/receivedRows';
import {
	COMPENSATING_CONTROLS,
	type AccessReview,
	type Approval,
	type ReadableDate,
} from '../types';

export type ApprovalType = Approval['type'];

/** Cells that must be filled, besides those of every approval. */
export const NEEDED_BY_TYPE: Record<ApprovalType, readonly ApprovalField[]> = {
	exception: ['checkId', 'reason', 'compensatingControl', 'requestedBy', 'expiresAt'],
	privileged_user: [],
	confirmed_match: ['recordId'],
	external_account: [],
	role_change: [],
	access_review: ['decision'],
};

const APPROVAL_TYPES = Object.keys(NEEDED_BY_TYPE) as ApprovalType[];

/** Words of access reviews, as `foldStatus` gives them; those of Vanta and Probo too (reference A.4). */
export const DECISIONS: Readonly<Record<string, AccessReview['decision']>> = {
	keep: 'keep',
	maintain: 'keep',
	approved: 'keep',
	change: 'change',
	modify: 'change',
	remove: 'remove',
	revoke: 'remove',
};

export const NEEDED_BY_ALL: readonly ApprovalField[] = ['subjectId', 'approvedBy', 'approvedAt'];

export type ApprovalReading =
	| { ok: true; approval: Approval }
	/** What is wrong, with the field; names no person */
	| { ok: false; field: ApprovalField; mistake: string };

/** Reads one row of the approvals table; what is missing or cannot be read makes the row unusable. */
export function readApprovalRow(
	{ row, cells, rawSha256 }: ReceivedRow,
	columns: ColumnOf<ApprovalField>,
	id: string,
): ApprovalReading {
	const text = (field: ApprovalField) => cellText(cellOf(cells, columns, field));
	const wrong = (field: ApprovalField, mistake: string): ApprovalReading => ({
		ok: false,
		field,
		mistake,
	});
	const type = approvalType(text('type'));
	if (type === null) {
		return wrong('type', `must be one of ${APPROVAL_TYPES.join(', ')}`);
	}
	const empty = [...NEEDED_BY_ALL, ...NEEDED_BY_TYPE[type]].find((field) => text(field) === '');
	if (empty !== undefined) return wrong(empty, `must be filled for the type ${type}`);
	const approvedAt = readable(cellDate(cellOf(cells, columns, 'approvedAt')));
	if (approvedAt === null) return wrong('approvedAt', 'holds no date that can be read');
	const expires = cellDate(cellOf(cells, columns, 'expiresAt'));
	const expiresAt = readable(expires);
	if (expiresAt === null && expires.precision !== 'missing') {
		return wrong('expiresAt', 'holds no date that can be read');
	}
	const common = {
		id,
		row,
		rawSha256,
		subjectId: text('subjectId'),
		reason: text('reason'),
		requestedBy: text('requestedBy'),
		approvedBy: text('approvedBy'),
		approvedAt,
	};
	switch (type) {
		case 'privileged_user':
		case 'external_account':
		case 'role_change':
			return { ok: true, approval: { type, ...common, expiresAt } };
		case 'confirmed_match':
			return { ok: true, approval: { type, ...common, expiresAt, recordId: text('recordId') } };
		case 'access_review': {
			const key = foldStatus(text('decision'));
			const decision = Object.hasOwn(DECISIONS, key) ? DECISIONS[key] : undefined;
			return decision === undefined
				? wrong('decision', `must be one of ${Object.keys(DECISIONS).join(', ')}`)
				: { ok: true, approval: { type, ...common, expiresAt, decision } };
		}
		case 'exception':
			break;
	}
	const compensatingControl = oneOf(COMPENSATING_CONTROLS, text('compensatingControl'));
	if (compensatingControl === null) {
		return wrong('compensatingControl', `must be one of ${COMPENSATING_CONTROLS.join(', ')}`);
	}
	if (expiresAt === null) return wrong('expiresAt', `must be filled for the type ${type}`);
	const checkId = text('checkId').toUpperCase();
	return { ok: true, approval: { type, ...common, expiresAt, checkId, compensatingControl } };
}

function approvalType(text: string): ApprovalType | null {
	const key = foldStatus(text).replace(/ /g, '_');
	return APPROVAL_TYPES.find((type) => type === key) ?? null;
}

/** The word of a closed list that a cell holds, whatever its case and spaces. */
function oneOf<Word extends string>(words: readonly Word[], text: string): Word | null {
	const key = foldStatus(text);
	return words.find((word) => word === key) ?? null;
}

function readable(listed: ListedDate): ReadableDate | null {
	return listed.precision === 'instant' || listed.precision === 'day' ? listed : null;
}
