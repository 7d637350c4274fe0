import type { ListedDate } from '../../shared/contracts';
import { parseListedDate } from '../../shared/dates';
import type { ApprovalField } from './approvalColumns';
import { cellText } from './cells';
import { foldStatus } from './foldStatus';
import { cellOf, type ColumnOf } from './personCells';
import type { ReceivedRow } from './receivedRows';
import {
	COMPENSATING_CONTROLS,
	type Approval,
	type CompensatingControl,
	type ReadableDate,
} from './types';

type ApprovalType = Approval['type'];

/** Cells that must be filled, besides those of every approval. */
const NEEDED_BY_TYPE: Record<ApprovalType, readonly ApprovalField[]> = {
	exception: ['checkId', 'reason', 'compensatingControl', 'requestedBy', 'expiresAt'],
	privileged_user: [],
	confirmed_match: ['recordId'],
};

const NEEDED_BY_ALL: readonly ApprovalField[] = ['subjectId', 'approvedBy', 'approvedAt'];

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
		return wrong('type', `must be one of ${Object.keys(NEEDED_BY_TYPE).join(', ')}`);
	}
	const empty = [...NEEDED_BY_ALL, ...NEEDED_BY_TYPE[type]].find((field) => text(field) === '');
	if (empty !== undefined) return wrong(empty, `must be filled for the type ${type}`);
	const approvedAt = readable(parseListedDate(cellOf(cells, columns, 'approvedAt')));
	if (approvedAt === null) return wrong('approvedAt', 'holds no date that can be read');
	const expires = parseListedDate(cellOf(cells, columns, 'expiresAt'));
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
	if (type === 'privileged_user') return { ok: true, approval: { type, ...common, expiresAt } };
	if (type === 'confirmed_match') {
		return { ok: true, approval: { type, ...common, expiresAt, recordId: text('recordId') } };
	}
	const compensatingControl = compensatingControlOf(text('compensatingControl'));
	if (compensatingControl === null) {
		return wrong('compensatingControl', `must be one of ${COMPENSATING_CONTROLS.join(', ')}`);
	}
	if (expiresAt === null) return wrong('expiresAt', `must be filled for the type ${type}`);
	const checkId = text('checkId').toUpperCase();
	return { ok: true, approval: { type, ...common, expiresAt, checkId, compensatingControl } };
}

function approvalType(text: string): ApprovalType | null {
	const key = foldStatus(text).replace(/ /g, '_');
	return key === 'exception' || key === 'privileged_user' || key === 'confirmed_match' ? key : null;
}

function compensatingControlOf(text: string): CompensatingControl | null {
	const key = foldStatus(text);
	return COMPENSATING_CONTROLS.find((control) => control === key) ?? null;
}

function readable(listed: ListedDate): ReadableDate | null {
	return listed.precision === 'instant' || listed.precision === 'day' ? listed : null;
}
