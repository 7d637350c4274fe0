import { UserError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { parseEvidenceDate } from '../../shared/dates';
import { CREDENTIAL_TYPES } from '../../shared/transport/connection';
import type { Operation } from '../actions/operation';
import { collect } from './collect';
import { executionHints } from './hints';
import { CHECK_FAMILIES, collectSettings, USUAL_FAMILIES, type CollectSettings } from './settings';

const DEFAULT_DAYS_BACK = 365;
const DEFAULT_DAYS_AHEAD = 30;
/** Ten years: more would only be a slip of the keyboard. */
const MOST_DAYS = 3660;

const properties: INodeProperties[] = [
	{
		displayName: 'Evidence Date',
		name: 'evidenceDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-02T06:00:00Z',
		description:
			'The moment that the evidence speaks for, as a date and time with offset (ISO 8601). Leave empty for the start of the run. Lever only shows its present data: set it to repeat a run, not to travel into the past.',
	},
	{
		displayName: 'Checks',
		name: 'checkFamilies',
		type: 'multiOptions',
		default: [...USUAL_FAMILIES],
		description:
			'Which checks to read data for. Leave out what you do not check, to read less. If none is chosen, everything but Files is read.',
		options: [
			{
				name: 'Access',
				value: 'users',
				description: 'All user accounts of Lever, deactivated ones included',
			},
			{
				name: 'Audit Events',
				value: 'auditEvents',
				description:
					'Accounts added and deactivated, changed roles, and API keys, of the last 12 months at most. Lever sells audit events separately: without them their checks are not made.',
			},
			{
				name: 'Connection',
				value: 'connection',
				description: 'What the credential itself is and may read, and how old its key is',
			},
			{
				name: 'Files',
				value: 'files',
				description:
					'Names of files, profile forms and notes of hires: is screening material kept in Lever? Off unless chosen, because a name alone can tell what was found out about a person. Names are compared and never go into a pack.',
			},
			{
				name: 'Hires',
				value: 'hires',
				description:
					'People hired or about to start, with their offers: screening and offer checks',
			},
			{
				name: 'Interviews',
				value: 'interviews',
				description:
					'When feedback was given on hires and by whom, not what it says. One request for each hire; reads the hires too.',
			},
			{
				name: 'Jobs',
				value: 'jobs',
				description: 'Postings in every state, and requisitions with their approvals',
			},
			{
				name: 'Records',
				value: 'records',
				description: 'Archive and decline records of the period, and the current pipeline',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Exhaustive',
				name: 'exhaustive',
				type: 'boolean',
				default: false,
				description:
					'Whether to read every opportunity of the account and the offers of each, one request per opportunity (about three hours per 100,000). Otherwise only those are read that can be hires: archived as hired, or in the stage Offer or later.',
			},
			{
				displayName: 'Include Sign-Ins',
				name: 'signIns',
				type: 'boolean',
				default: false,
				description:
					"Whether 'Audit Events' holds who signed in when, to find accounts that nobody uses. Off unless switched on, because it shows when each employee works; it also takes one request per 100 sign-ins.",
			},
			{
				displayName: 'Period Days Ahead',
				name: 'periodDaysAhead',
				type: 'number',
				typeOptions: { minValue: -MOST_DAYS, maxValue: MOST_DAYS, numberPrecision: 0 },
				default: DEFAULT_DAYS_AHEAD,
				description:
					'How many days after the evidence date the period ends, to include coming starts. A negative number ends it before, so that this run can close the period: -1 is the day before the evidence date.',
			},
			{
				displayName: 'Period Days Back',
				name: 'periodDaysBack',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: MOST_DAYS, numberPrecision: 0 },
				default: DEFAULT_DAYS_BACK,
				description: 'How many days before the evidence date the period begins',
			},
		],
	},
];

/** *Evidence: Collect*: what Lever Compliance checks, read completely or with a record of what is missing. */
export const collectOperation: Operation = {
	name: 'Collect',
	value: 'collect',
	action: 'Collect evidence',
	description:
		'Read hires, offers, user accounts, jobs and everything else that Lever Compliance checks, with a record of how completely each was read',
	properties,
	async *execute({ context, client, itemIndex }) {
		// One collection per run, however many items arrive: more of them would be the same again.
		if (itemIndex > 0) return;
		const now = () => Date.now();
		const settings = settingsOf(context, now());
		const credential = settings.families.has('connection')
			? await context.getCredentials(CREDENTIAL_TYPES[client.connection.credentialKind])
			: null;
		const { collections, population } = await collect({ client, settings, now, credential });
		const hints = executionHints(collections);
		if (hints.length > 0) context.addExecutionHints(...hints);
		yield* collections;
		yield* population;
	},
};

/** @throws UserError for an evidence date without offset, or a period that is no number of days, or a switch that is none */
function settingsOf(context: IExecuteFunctions, startOfRun: number): CollectSettings {
	const evidenceDate = String(context.getNodeParameter('evidenceDate', 0, '') ?? '');
	const chosen = context.getNodeParameter('checkFamilies', 0, []);
	const { exhaustive, periodDaysBack, periodDaysAhead, signIns } = context.getNodeParameter(
		'options',
		0,
		{},
	);
	const back = daysOf('Period Days Back', periodDaysBack ?? DEFAULT_DAYS_BACK, 0);
	const ahead = daysOf('Period Days Ahead', periodDaysAhead ?? DEFAULT_DAYS_AHEAD, -MOST_DAYS);
	if (back + ahead < 0) {
		throw new UserError(
			`Period Days Ahead: the period would end before it begins. Enter ${-back} or more, or raise 'Period Days Back'.`,
		);
	}
	return collectSettings({
		asOf: evidenceDate.trim() === '' ? startOfRun : instantOf(evidenceDate),
		workflowZone: context.getTimezone(),
		periodDaysBack: back,
		periodDaysAhead: ahead,
		families: CHECK_FAMILIES.filter((family) => Array.isArray(chosen) && chosen.includes(family)),
		exhaustive: switchOf('Exhaustive', exhaustive ?? false),
		signIns: switchOf('Include Sign-Ins', signIns ?? false),
	});
}

function instantOf(evidenceDate: string): number {
	const reading = parseEvidenceDate(evidenceDate);
	if (!reading.ok) throw new UserError(reading.message);
	return reading.instant;
}

/** An expression may give the words instead of the switch. */
function switchOf(label: string, value: unknown): boolean {
	const chosen = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (chosen === true || chosen === 'true') return true;
	if (chosen === false || chosen === 'false' || chosen === '') return false;
	throw new UserError(`${label}: enter true or false.`);
}

function daysOf(label: string, value: unknown, fewest: number): number {
	const days = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof days === 'number' && Number.isInteger(days) && days >= fewest && days <= MOST_DAYS) {
		return days;
	}
	throw new UserError(`${label}: enter a whole number of days from ${fewest} to ${MOST_DAYS}.`);
}
