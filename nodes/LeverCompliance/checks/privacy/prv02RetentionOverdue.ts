import type { LeverCollection, Opportunity } from '../../../shared/contracts';
import { addDays } from '../../../shared/dates';
import { always, GDPR, ISO_27001 } from '../controls';
import { collectionReference, readReference } from '../evidence';
import type { Check, CheckContext, CheckResult, LeftOut, OpportunitySubject, Part } from '../types';
import { keepUntil } from './retention';

/**
 * Compliance reference B.2 PRV-02. What may be kept is counted and gives no finding. People who were hired
 * are left out: their data belongs to their employment.
 */
export const retentionOverdue: Check = {
	id: 'PRV-02',
	version: 1,
	title: 'Candidates are anonymised in time',
	tests:
		"The data of people who were not hired is anonymised when the policy's retention, or the permission that Lever records, has ended.",
	family: 'privacy',
	needs: { lists: [], collections: ['records', 'definitions'] },
	restsOn: ['records'],
	policyFields: ['organisationZone', 'privacy.retention'],
	severity: 'medium',
	controls: [
		{ framework: GDPR, id: 'Art. 5(1)(e)', isMetBy: always },
		{ framework: GDPR, id: 'Art. 17', isMetBy: always },
		{ framework: ISO_27001, id: 'A.5.33', isMetBy: always },
		{ framework: ISO_27001, id: 'A.5.34', isMetBy: always },
	],
	remediation:
		'Anonymise the candidate in Lever, or record why the data must be kept and until when. Let Lever anonymise by itself where your plan allows it.',
	offBecause: ({ privacy }, { opportunities, collections }) =>
		privacy.retention.length === 0 &&
		collections.every(
			(one) => one.source === 'list' || one.purpose !== 'records' || one.complete,
		) &&
		opportunities.every(({ dataProtection }) => (dataProtection ?? null) === null)
			? "state in the policy how long candidates may be kept ('Retention of Candidates'), or set up data protection in Lever"
			: null,
	evaluate: {
		opportunity(subject, context) {
			const part = decide(subject, context);
			if ('notInPopulation' in part) return part;
			return {
				basis: 'presence',
				observed: { anonymised: false },
				expected: { anonymised: true },
				evidence: [readReference(subject.opportunity.opportunityId, subject.opportunity)],
				...part,
			};
		},
		account: (_, context) => reachOfRead(context),
	},
};

function decide({ opportunity, today }: OpportunitySubject, context: CheckContext): Part | LeftOut {
	const { account, organisationZone, policy, asOf } = context;
	const { archived, isAnonymized, dataProtection } = opportunity;
	if (isAnonymized) return { notInPopulation: 'Anonymised' };
	if (isHired(opportunity, context)) return { notInPopulation: 'Hired' };
	const expiresAt = dataProtection?.storeExpiresAt ?? null;
	if (expiresAt !== null && expiresAt <= asOf) {
		return { ...PERMISSION_ENDED, deviationDay: addDays(organisationZone.civilDate(expiresAt), 1) };
	}
	if (dataProtection?.storeAllowed === false) return STORING_NOT_ALLOWED;
	if (archived === null) return { notInPopulation: 'Not archived' };
	const last = keepUntil(opportunity, policy, organisationZone);
	if (last === null) return { notInPopulation: 'No retention is stated for its work location' };
	if (last >= today) return { notInPopulation: 'Within its retention' };
	const others = account.opportunitiesByContact.get(opportunity.contact ?? '');
	return others.some((other) => other !== opportunity && mayBeKept(other, today, context))
		? { notInPopulation: 'Another opportunity of the contact may be kept' }
		: { ...OVERDUE, deviationDay: addDays(last, 1) };
}

/** Whether any opportunity made the contact a hire: what is anonymised is the contact, with all of them. */
function isHired(opportunity: Opportunity, { account }: CheckContext): boolean {
	const contact = opportunity.contact ?? '';
	return (
		account.hiredContacts.has(contact) ||
		[opportunity, ...account.opportunitiesByContact.get(contact)].some(({ archived }) =>
			account.hiredReasonIds.has(archived?.reasonId ?? ''),
		)
	);
}

/** A contact has one set of data, which its latest opportunity lets be kept. */
function mayBeKept(other: Opportunity, today: string, context: CheckContext): boolean {
	if (other.archived === null) return true;
	const last = keepUntil(other, context.policy, context.organisationZone);
	return last !== null && last >= today;
}

const PERMISSION_ENDED: Part = {
	status: 'fail',
	reasonCode: 'permission-ended',
	message:
		"Lever's permission to keep the data of this person has ended, and the person is not anonymised. Expected: anonymised by then.",
};

const STORING_NOT_ALLOWED: Part = {
	status: 'fail',
	reasonCode: 'storing-not-allowed',
	message:
		'By the data protection rules in Lever the data of this person may not be stored, and the person is not anonymised. Expected: anonymised.',
};

const OVERDUE: Part = {
	status: 'fail',
	reasonCode: 'retention-overdue',
	message:
		"The policy's retention for this work location has ended, and the person is not anonymised. Expected: anonymised by then.",
};

/** Whoever was archived before the records begin is the most overdue, and was not read. */
function reachOfRead({ account }: CheckContext): CheckResult | LeftOut {
	const reads = account.collections.filter(
		(one): one is LeverCollection =>
			one.source === 'lever' && one.purpose === 'records' && one.resource === 'opportunities',
	);
	const begins = reads.flatMap(({ requests }) =>
		requests.flatMap(({ query }) => query.archived_at_start ?? []),
	);
	if (begins.length === 0) return { notInPopulation: 'Every archived opportunity was read' };
	const from = Math.min(...begins.map(Number));
	const since = Number.isFinite(from) ? new Date(from).toISOString().slice(0, 10) : 'the period';
	return {
		status: 'indeterminate',
		basis: 'absence',
		reasonCode: 'older-records-not-read',
		message: `Opportunities that were archived before ${since} were not read, so it is not known whether they are anonymised. Expected: every archived opportunity.`,
		observed: { archivedReadSince: since },
		expected: { archivedReadSince: null },
		evidence: reads.map(collectionReference),
		remediation:
			"Collect once with a period that begins before your oldest candidate ('Period Days Back'), or show by a search in Lever that nobody archived before then is left.",
	};
}
