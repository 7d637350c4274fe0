import { ADD_ON_NOT_THERE, isAddOnNotThere } from '../../../shared/addOns';
import type {
	Collection,
	EpochMilliseconds,
	LeverCollection,
	RunShortfall,
} from '../../../shared/contracts';
import { MILLISECONDS_PER_DAY } from '../../../shared/dates';
import type { VisibilityState } from '../../checks/population/visibility';
import type { CheckContext } from '../../checks/types';
import { CONNECT_STRAIGHT, type AlteredRead } from '../../inputs/alteredReads';
import { LIST_LABELS, type ReadList } from '../../lists';
import { isHidden } from './checkRun';
import type { CheckOutcome } from '../findings/evaluate';
import { incompleteBecause } from '../foundations';

/** A sentence for the first screen. */
export interface Notice {
	text: string;
	/** Whether somebody should look because of it; false for what is the same in every run */
	alert: boolean;
}

export interface NoticeFacts {
	production: boolean;
	/** Evidence date */
	asOf: EpochMilliseconds;
	altered: readonly AlteredRead[];
	shortfalls: readonly RunShortfall[];
	collections: readonly Collection[];
	lists: readonly ReadList[];
	context: Pick<CheckContext, 'screeningList' | 'staffList'>;
	outcomes: readonly CheckOutcome[];
	/** Whether what is known to be there was seen (IPE-02) */
	visibility: VisibilityState;
}

/** What a reader must know before the numbers, most serious first. */
export function noticesOf(facts: NoticeFacts): Notice[] {
	const lever = facts.collections.filter(
		(collection): collection is LeverCollection => collection.source === 'lever',
	);
	return [
		...testData(facts.production),
		...altered(facts.altered),
		...unread(lever),
		...withoutExpansions(facts.shortfalls),
		...invisible(lever),
		...readAnotherDay(lever, facts.asOf),
		...lists(facts),
		...checksNotSetUp(facts.outcomes),
		...facts.lists.flatMap(({ notices }) => notices.map(alerting)),
		...unknownAges(facts.lists),
		...VISIBILITY_NOTICES[facts.visibility],
	];
}

/** rules.md §8: what is not tested is said in every run, and what is missing alarms. */
const VISIBILITY_NOTICES: Record<VisibilityState, Notice[]> = {
	seen: [],
	missing: [
		alerting(
			'A record that is known to be there was not visible, so others may be missing too, and no pass of this run stands: see IPE-02.',
		),
	],
	undecided: [
		alerting(
			'Visibility not tested: a record that is known to be there was not among what was read, and not everything was read.',
		),
	],
	notTested: [
		{
			text: "Visibility not tested: the policy names no confidential opportunity and no Super Admin that are known to be there, or they show nothing. Fill in 'Sentinels'.",
			alert: false,
		},
	],
};

function testData(production: boolean): Notice[] {
	return production
		? []
		: [alerting("Not read from Lever's production host: test data, not evidence.")];
}

/** First of all: what did not arrive may be anybody. */
function altered(reads: readonly AlteredRead[]): Notice[] {
	if (reads.length === 0) return [];
	const happened = reads.map(({ text }) => text).join(' ');
	return [
		alerting(
			`Altered or incomplete between the Lever node and Lever Compliance: ${happened} ${CONNECT_STRAIGHT}`,
		),
	];
}

function withoutExpansions(shortfalls: readonly RunShortfall[]): Notice[] {
	return shortfalls
		.filter(({ reason }) => reason === 'expansionRefused')
		.map(({ text }) =>
			alerting(
				`${text} Nobody is reported as not screened because of that. Let the credential read applications and contacts, for OAuth the scopes 'applications:read:admin' and 'contact:read:admin'.`,
			),
		);
}

/** Lever shows its present state only, so a reading of another day speaks for that day. */
function readAnotherDay(
	collections: readonly LeverCollection[],
	asOf: EpochMilliseconds,
): Notice[] {
	const distances = collections.map(({ startedAt }) => Date.parse(startedAt) - asOf);
	const when = distances.some((distance) => distance > MILLISECONDS_PER_DAY)
		? 'after'
		: distances.some((distance) => distance < -MILLISECONDS_PER_DAY)
			? 'before'
			: null;
	if (when === null) return [];
	return [
		alerting(
			`Lever was read more than a day ${when} the evidence date: what changes with time, such as users and stages, is that of the reading. For a daily run leave 'Evidence Date' empty.`,
		),
	];
}

const READ_LABELS: Record<LeverCollection['purpose'], string> = {
	hires: 'Hires',
	identities: 'Other opportunities of hired contacts',
	offers: 'Offers',
	users: 'Users',
	records: 'Archive and decline records',
	definitions: 'Definitions',
	jobs: 'Postings and requisitions',
	interviews: 'Feedback of the hires',
	files: 'Names of files, forms and notes',
	auditEvents: 'Audit events',
	connection: 'What the credential may read',
	list: 'A list',
};

function unread(collections: readonly LeverCollection[]): Notice[] {
	return collections
		.filter((read) => incompleteBecause(read) !== null)
		.map((read) => {
			if (isAddOnNotThere(read)) return { text: ADD_ON_NOT_THERE, alert: false };
			const { purpose, resource, uniqueIds } = read;
			const label = purpose === 'definitions' ? `Definitions (${resource})` : READ_LABELS[purpose];
			const extent = uniqueIds === 0 ? 'could not be read' : 'could not be read completely';
			return alerting(`${label} ${extent}: ${incompleteBecause(read)}`);
		});
}

function invisible(collections: readonly LeverCollection[]): Notice[] {
	const notices: Notice[] = [];
	const hires = collections.filter(({ purpose }) => purpose === 'hires');
	if (hires.some((read) => isHidden(read.visibility.confidential) && !neverAnswered(read))) {
		notices.push(
			alerting(
				"Confidential hires were not tested: the credential may not read confidential opportunities. Tick 'Allow access to confidential data' on the API key, or use another credential.",
			),
		);
	}
	const users = collections.filter(({ purpose }) => purpose === 'users');
	if (users.some(({ visibility }) => isHidden(visibility.deactivated))) {
		notices.push(
			alerting('Deactivated users were not read, so late deactivations cannot be seen.'),
		);
	}
	return notices;
}

/** A list that failed before Lever said what the credential may read tells nothing about it. */
function neverAnswered({ failure, visibility }: LeverCollection): boolean {
	return failure !== undefined && visibility.confidential === 'notAsked';
}

const UNUSABLE_TEXT: Record<'failed' | 'empty', string> = {
	failed:
		'failed: the node before delivered an error instead of the list. Its checks could not be made.',
	empty: 'arrived empty, although it is connected. Its checks could not be made.',
};

function lists({ lists: all, context }: NoticeFacts): Notice[] {
	const notices = all
		// Reading an earlier run says itself why it cannot be used.
		.filter(({ list }) => list !== 'previousRun')
		.flatMap(({ list, state }) =>
			state === 'failed' || state === 'empty'
				? [alerting(`${LIST_LABELS[list]} ${UNUSABLE_TEXT[state]}`)]
				: [],
		);
	for (const { doubt } of [context.screeningList, context.staffList]) {
		if (doubt?.reason === 'list-too-old') notices.push(alerting(sentence(doubt.text)));
	}
	return notices;
}

/** One line for all checks that wait for the same thing. */
function checksNotSetUp(outcomes: readonly CheckOutcome[]): Notice[] {
	const byReason = new Map<string, { ids: string[]; alarming: boolean }>();
	for (const { check, notSetUp: reason } of outcomes) {
		if (reason === null) continue;
		const known = byReason.get(reason.because) ?? { ids: [], alarming: false };
		known.ids.push(check.id);
		byReason.set(reason.because, { ...known, alarming: known.alarming || reason.alarming });
	}
	const reasons = [...byReason].filter(([, { alarming }]) => alarming);
	const named = new Set(reasons.flatMap(([, { ids }]) => ids));
	const calm = outcomes.filter(({ check, notSetUp }) => notSetUp !== null && !named.has(check.id));
	return [
		...reasons.map(([because, { ids }]) => alerting(`Not set up: ${ids.join(', ')} (${because}).`)),
		// What is missing on most days is one line; what each needs stands with its verdict.
		...(calm.length === 0
			? []
			: [
					{
						text: `Not set up, and not needed by every run: ${calm.map(({ check }) => check.id).join(', ')}. What each needs stands with its verdict.`,
						alert: false,
					},
				]),
	];
}

function unknownAges(all: readonly ReadList[]): Notice[] {
	return all
		.filter(({ list }) => list === 'screeningList' || list === 'staffList')
		.filter(({ state, collection }) => state === 'read' && collection?.exportedAt === null)
		.map(({ list }) => ({
			text: `The age of the ${LIST_LABELS[list]} is not known, so it was not judged: set '${LIST_LABELS[list]} Exported At'.`,
			alert: false,
		}));
}

function alerting(text: string): Notice {
	return { text, alert: true };
}

function sentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
