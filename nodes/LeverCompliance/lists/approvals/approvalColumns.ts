import type { ColumnRule } from '../table/recogniseColumns';

export type ApprovalField =
	| 'id'
	| 'type'
	| 'checkId'
	| 'subjectId'
	| 'recordId'
	| 'decision'
	| 'reason'
	| 'compensatingControl'
	| 'requestedBy'
	| 'approvedBy'
	| 'approvedAt'
	| 'expiresAt';

/** Columns of the approvals table. A column that only some types of approval need may be left out. */
export const APPROVAL_COLUMNS: ReadonlyArray<ColumnRule<ApprovalField>> = [
	{ field: 'id', label: 'ID', needed: false, names: ['id', 'approvalid', 'reference'] },
	{ field: 'type', label: 'Type', needed: true, names: ['type', 'approvaltype', 'kind'] },
	{ field: 'checkId', label: 'Check ID', needed: false, names: ['checkid', 'check'] },
	{
		field: 'subjectId',
		label: 'Subject ID',
		needed: true,
		names: ['subjectid', 'subject', 'hireid', 'userid'],
	},
	{
		field: 'recordId',
		label: 'Record ID',
		needed: false,
		names: ['recordid', 'record', 'reportid', 'screeningid'],
	},
	{
		field: 'decision',
		label: 'Decision',
		needed: false,
		names: ['decision', 'reviewdecision', 'reviewresult'],
	},
	{ field: 'reason', label: 'Reason', needed: false, names: ['reason', 'justification', 'why'] },
	{
		field: 'compensatingControl',
		label: 'Compensating control',
		needed: false,
		names: ['compensatingcontrol', 'control', 'mitigation'],
	},
	{
		field: 'requestedBy',
		label: 'Requested by',
		needed: false,
		names: ['requestedby', 'requester', 'requestor'],
	},
	{ field: 'approvedBy', label: 'Approved by', needed: true, names: ['approvedby', 'approver'] },
	{
		field: 'approvedAt',
		label: 'Approved at',
		needed: true,
		names: ['approvedat', 'approved', 'approvedon', 'approvaldate', 'dateapproved'],
	},
	{
		field: 'expiresAt',
		label: 'Expires at',
		needed: false,
		names: ['expiresat', 'expires', 'expireson', 'expirydate', 'expirationdate', 'validuntil'],
	},
];
