import type { EpochMilliseconds, StageChange } from '../../../shared/contracts';
import { foldKey } from '../../policy/foldKey';
import type { Policy } from '../../policy';
import { always, ISO_27001, SOC_2 } from '../controls';
import { offerEvidence } from '../evidence';
import { offersUnread } from '../offers/offersUnread';
import type { Account, Check, CheckContext, HireSubject, Part } from '../types';
import { isForEverybody, requiredStagesOf } from './requiredStages';

/** The fixed id of the stage in every account (lever-api.md §5.5). */
const OFFER_STAGE = 'offer';

/** Whoever leaves a stage sooner was moved through it, not met in it (compliance reference B.2 PIP-01). */
const ONE_MINUTE = 60_000;

/** A stay in a stage, until the next move of the opportunity. */
interface Visit {
	stageId: string;
	from: EpochMilliseconds;
	until: EpochMilliseconds;
}

/** Compliance reference B.2 PIP-01. */
export const requiredStages: Check = {
	id: 'PIP-01',
	version: 1,
	title: 'Required stages are not skipped',
	tests: 'Every hire passed the stages that the policy requires, in their order, before the offer.',
	family: 'pipeline',
	needs: { lists: [], collections: ['hires', 'definitions'] },
	restsOn: ['hires', 'definitions', 'jobs'],
	policyFields: ['organisationZone', 'workZones', 'pipeline.requiredStages'],
	severity: 'medium',
	controls: [
		{ framework: ISO_27001, id: 'A.6.1', isMetBy: requiredOfEverybody },
		{ framework: SOC_2, id: 'CC1.4', isMetBy: always },
	],
	remediation:
		'Record where the step that the stage stands for took place, or why it was left out and who agreed. Move candidates in Lever when they move, not afterwards.',
	offBecause: ({ pipeline }) =>
		pipeline.requiredStages.length === 0
			? "state in the policy which stages a hire passes before the offer ('Required Stages')"
			: null,
	evaluate: {
		hire(subject, context) {
			const offeredAt = offerMoment(subject, context);
			const part = decide(subject, context, offeredAt);
			if (part.status === 'pass' || part.status === 'warn') {
				const unread = offersUnread(subject, context, 'it is not known when one was made');
				if (unread) return unread;
			}
			const { zone } = subject.zone;
			const offeredOn = zone.civilDate(offeredAt);
			return {
				basis: 'presence',
				expected: {},
				evidence: offerEvidence(subject, context),
				deviationDay: offeredOn,
				...part,
				observed: { offeredOn, timeZone: zone.name, ...part.observed },
			};
		},
	},
};

/** A stage stands for a check on everybody only where the policy asks everybody to pass it. */
function requiredOfEverybody({ pipeline }: Policy): boolean {
	return pipeline.requiredStages.some(isForEverybody);
}

function decide(subject: HireSubject, context: CheckContext, offeredAt: EpochMilliseconds): Part {
	const { stageChanges } = subject.hire;
	const required = requiredStagesOf(subject, context);
	if (required === null) return JOB_UNKNOWN;
	if (required.length === 0) return NONE_REQUIRED;
	if (stageChanges === undefined) return NOT_READ;
	const visits = visitsOf(stageChanges, offeredAt);
	const found = required.map((name) => ({ name, ...visitsIn(name, visits, context.account) }));
	const names = (some: ReadonlyArray<{ name: string }>) => some.map(({ name }) => name);
	const facts = { expected: { stagesInOrder: [...required] } };
	const missing = found.filter(({ known, stays }) => known && stays.length === 0);
	if (missing.length > 0) {
		return {
			...facts,
			status: 'fail',
			basis: 'absence',
			reasonCode: 'stage-skipped',
			message: `Before the offer ${listed(names(missing))} was not passed. Expected: ${required.join(', ')}.`,
			observed: { stagesSkipped: names(missing) },
		};
	}
	const unknown = found.filter(({ known }) => !known);
	if (unknown.length > 0) {
		return {
			...facts,
			status: 'indeterminate',
			reasonCode: 'stage-unknown',
			message: `The policy requires ${listed(names(unknown))}, and the account has no stage of that name. Expected: names as in Lever.`,
			observed: { stagesUnknown: names(unknown) },
			remediation: "Correct 'Required Stages' in the policy.",
		};
	}
	const rushed = found.filter(
		({ stays }) => !stays.some(({ from, until }) => until - from >= ONE_MINUTE),
	);
	if (rushed.length > 0) {
		return {
			...facts,
			status: 'warn',
			reasonCode: 'moved-through-at-once',
			message: `${listed(names(rushed))} was entered and left within one minute. Expected: a stay long enough for the step to take place.`,
			observed: { stagesRushed: names(rushed) },
		};
	}
	if (!inOrder(found.map(({ stays }) => stays))) {
		return {
			...facts,
			status: 'warn',
			reasonCode: 'out-of-order',
			message: `The required stages were passed before the offer, but in another order. Expected: ${required.join(', ')}.`,
		};
	}
	return {
		...facts,
		status: 'pass',
		reasonCode: 'stages-passed',
		message: `${required.join(', ')} ${required.length === 1 ? 'was' : 'were'} passed before the offer.`,
	};
}

/**
 * When the offer was reached: the last move into the stage Offer before the offer that holds was sent,
 * since people move back; without one, the sending itself; without an offer, the hiring. That is the latest
 * that it can be: where offers were not read, a stage that is missing even then was skipped.
 */
function offerMoment({ hire, start, acceptance }: HireSubject, { asOf }: CheckContext) {
	const offer = start.offer?.offer;
	const offered = offer?.sentAt ?? offer?.createdAt ?? acceptance.at;
	const sentAt = (hire.offersRead === true ? offered : null) ?? hire.archivedAt ?? asOf;
	const moves = (hire.stageChanges ?? []).filter(({ stageId }) => stageId === OFFER_STAGE);
	const before = moves.filter(({ at }) => at <= sentAt);
	return before.length > 0 ? Math.max(...before.map(({ at }) => at)) : sentAt;
}

/** Stays that began before the offer; opportunity by opportunity. */
function visitsOf(changes: readonly StageChange[], offeredAt: EpochMilliseconds): Visit[] {
	const visits: Visit[] = [];
	const last = new Map<string, Visit>();
	for (const { opportunityId, stageId, at } of [...changes].sort((a, b) => a.at - b.at)) {
		const previous = last.get(opportunityId);
		if (previous) previous.until = at;
		const visit = { stageId, from: at, until: Number.POSITIVE_INFINITY };
		last.set(opportunityId, visit);
		if (at <= offeredAt) visits.push(visit);
	}
	return visits;
}

/** By name or id; `known`: the account has such a stage, or the hire was in one of that id. */
function visitsIn(name: string, visits: readonly Visit[], { stageIds }: Account) {
	const ids = stageIds.get(foldKey(name));
	const stays = visits.filter(({ stageId }) =>
		ids.length > 0 ? ids.includes(stageId) : foldKey(stageId) === foldKey(name),
	);
	return { known: ids.length > 0 || stays.length > 0, stays };
}

/** Whether one stay in each stage can be chosen so that each begins no earlier than the one before. */
function inOrder(stages: ReadonlyArray<readonly Visit[]>): boolean {
	let earliest = Number.NEGATIVE_INFINITY;
	for (const stays of stages) {
		const next = stays.map(({ from }) => from).filter((from) => from >= earliest);
		if (next.length === 0) return false;
		earliest = Math.min(...next);
	}
	return true;
}

function listed(names: readonly string[]): string {
	return names.length === 1 ? `the stage ${names[0]}` : `each of the stages ${names.join(', ')}`;
}

const NONE_REQUIRED: Part = {
	status: 'not_applicable',
	reasonCode: 'no-stage-required',
	message: 'The policy requires no stage of this posting.',
};

const JOB_UNKNOWN: Part = {
	status: 'indeterminate',
	reasonCode: 'posting-unknown',
	message:
		"Which stages the policy requires depends on the posting and its department, which are not known. Expected: a posting, and Jobs chosen in 'Checks' of the Lever node.",
};

const NOT_READ: Part = {
	status: 'indeterminate',
	basis: 'absence',
	reasonCode: 'stages-not-read',
	message:
		'The moves through the stages were not read, so it is not known which were passed. Expected: the required stages before the offer.',
};
