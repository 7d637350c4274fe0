import type { CivilDate } from '../../../shared/contracts';
import { utcMidnight } from '../../../shared/dates';
import type { LeverQuery } from '../../../shared/transport';
import type { CrawlPlan, ListRequest } from '../reading/crawlPlan';
import type { Extra } from '../reading/extras';
import { idOf } from '../reading/leverJson';
import { opportunityFacts, type OpportunityFacts } from './opportunity';
import type { Pipeline } from './pipeline';
import type { CollectSettings } from '../settings';

/** Ids per request, so that the address of the request stays shorter than every proxy allows. */
const CONTACTS_PER_REQUEST = 25;

const FOR_HIRES: readonly Extra[] = ['confidential', 'applications', 'contact'];

/**
 * The opportunities that can be hires (rules.md §3): archived with a hired-type reason, and those in
 * the stage Offer or later. Archived ones from 12 months before the period on; an account's older
 * hires cannot begin within it.
 */
export function hiresPlan(pipeline: Pipeline, settings: CollectSettings): Plan {
	return settings.exhaustive
		? plan('hires', everything(settings), [list({})], FOR_HIRES, [])
		: plan(
				'hires',
				narrowRule(pipeline, settings),
				narrowRequests(pipeline, settings.hiresSince),
				FOR_HIRES,
				[],
			);
}

/** The other opportunities of contacts that may be hires: further addresses and episodes. */
export function identitiesPlan(
	contacts: readonly string[],
	refused: readonly Extra[],
	exhaustive: boolean,
): Plan {
	const rule = exhaustive
		? 'Nothing was read: the collection of the hires holds every opportunity already.'
		: `Every opportunity of the ${contacts.length} contacts that may be hires, for their other addresses and earlier employments.`;
	const requests = exhaustive ? [] : inBatches(contacts).map((ids) => list({ contact_id: ids }));
	return { ...plan('identities', rule, requests, FOR_HIRES, refused), rereads: false };
}

/** What the collection of the offers holds. */
export function offersRule(opportunities: number, { exhaustive }: CollectSettings): string {
	return exhaustive
		? `All offers of each of the ${opportunities} opportunities of the account.`
		: `All offers of each of ${opportunities} opportunities: those that can be hires, and the other opportunities of the contacts who may be hires.`;
}

/** Archive and decline records since the period's start, and the current pipeline. */
export function recordsPlan(since: CivilDate, refused: readonly Extra[]): Plan {
	return plan(
		'records',
		`Every opportunity archived since ${since}, the day before the period, and every opportunity that is not archived.`,
		[list({ archived_at_start: utcMidnight(since) }), list({ archived: false })],
		['confidential'],
		refused,
	);
}

type Plan = CrawlPlan<OpportunityFacts>;

function plan(
	purpose: Plan['purpose'],
	rule: string,
	requests: ListRequest[],
	extras: readonly Extra[],
	refused: readonly Extra[],
): Plan {
	return {
		resource: 'opportunities',
		purpose,
		rule,
		requests,
		extras,
		refused,
		deactivated: 'notApplicable',
		partition: 'createdAt',
		rereads: true,
		identify: ({ id }) => idOf(id),
		keep: opportunityFacts,
	};
}

function list(query: LeverQuery): ListRequest {
	return { path: '/opportunities', query };
}

/** Never a filter without a value: Lever would give every opportunity. */
function narrowRequests({ hiredReasonIds, offerStages }: Pipeline, since: CivilDate) {
	const archivedSince = { archived_at_start: utcMidnight(since) };
	const stage_id = offerStages.map(({ id }) => id);
	return [
		...(hiredReasonIds.length > 0
			? [list({ archive_reason_id: hiredReasonIds, ...archivedSince })]
			: []),
		...(stage_id.length > 0
			? [list({ stage_id, archived: false }), list({ stage_id, ...archivedSince })]
			: []),
	];
}

function narrowRule({ hiredReasonIds, offerStages }: Pipeline, settings: CollectSettings): string {
	const { hiresSince } = settings;
	const reasons = count(hiredReasonIds.length, 'archive reason', 'archive reasons');
	const stages = offerStages.map(({ text }) => `"${text}"`).join(', ');
	return [
		`Opportunities archived since ${hiresSince} (12 months before the period) with one of the account's ${reasons} of type hired, inactive ones included;`,
		`and opportunities in the stages ${stages}, not archived or archived since the same day with any reason.`,
		'Of these, hires are those archived with a hired-type reason and those with a signed offer;',
		'where the offers of an opportunity that is not archived could not be read, it is kept as a possible hire.',
	].join(' ');
}

function everything({ hiresSince }: CollectSettings): string {
	return [
		'Every opportunity of the account.',
		'Of these, hires are those archived with a hired-type reason and those with a signed offer;',
		'where the offers of an opportunity in the stage Offer or later that is not archived could not be read, it is kept as a possible hire.',
		`People whose hires were all archived before ${hiresSince} (12 months before the period), with no acceptance or start since, are left out.`,
	].join(' ');
}

function inBatches(ids: readonly string[]): string[][] {
	const batches: string[][] = [];
	for (let at = 0; at < ids.length; at += CONTACTS_PER_REQUEST) {
		batches.push(ids.slice(at, at + CONTACTS_PER_REQUEST));
	}
	return batches;
}

function count(number: number, one: string, many: string): string {
	return `${number} ${number === 1 ? one : many}`;
}
