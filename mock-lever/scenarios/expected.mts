import type { BuildContext } from './build/context.mts';
import { plannedFor } from './plannedChecks.mts';
import type { LeverDatabase, StoredOpportunity } from './records.mts';
import type { ExpectedCell, ExpectedHire, ExpectedStatus } from './situation.mts';

/** One hand-written result with the ids that a finding carries. */
export interface ExpectedResult {
	subjectType: 'hire' | 'user';
	/** `<contact id>:<earliest opportunity id>`, or the user's id */
	subjectId: string;
	checkId: string;
	status: ExpectedStatus;
	because: string;
	/** The finding's `reasonCode`, where the file pins it */
	reason?: string;
	/** Policy variant → the result under its policy; a variant left out changes nothing */
	variants?: ExpectedCell['variants'];
	/** File name, for messages of tests */
	file: string;
}

/** A hire candidate that must be counted as left out. */
export interface ExpectedLeftOut {
	subjectId: string;
	reasonContains: string;
	because: string;
	file: string;
}

/** Checks that give one finding for every hire, and for every user, when all lists are connected. */
export const HIRE_CHECKS = [
	'SCR-01',
	'SCR-02',
	'SCR-07',
	'SCR-09',
	'OFR-01',
	'OFR-03',
	'OFR-04',
] as const;
export const USER_CHECKS = ['UAR-01'] as const;

const PLANNED = { hire: plannedFor('hire'), user: plannedFor('user') };

/** The result under the policy of a variant (`variants.mts`); the usual one where it says nothing else. */
export function inVariant(result: ExpectedResult, variant: string): ExpectedResult {
	const { variants, reason, ...usual } = result;
	const own = variants?.[variant];
	if (own !== undefined) return { ...usual, ...own };
	return { ...usual, ...(reason !== undefined && { reason }) };
}

const byAge = (a: StoredOpportunity, b: StoredOpportunity) =>
	a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

/**
 * The id of the hire whose episode consists of the named opportunities.
 *
 * @throws Error when one is unknown or they belong to different contacts
 */
export function hireIdOf(context: BuildContext, names: readonly string[]): string {
	const ids = context.ids.resolveAll(names);
	const episode = context.database.opportunities
		.filter((each) => ids.includes(each.id))
		.sort(byAge);
	const [first] = episode;
	if (first === undefined || episode.length !== names.length) {
		throw new Error(`A hire of ${names.join(', ')} needs opportunities of this file.`);
	}
	if (episode.some((each) => each.contact !== first.contact)) {
		throw new Error(`The opportunities ${names.join(', ')} belong to different contacts.`);
	}
	return `${first.contact}:${first.id}`;
}

function refuseGaps(
	subject: string,
	cells: Record<string, ExpectedCell>,
	checks: readonly string[],
	planned: readonly string[],
): void {
	const missing = checks.filter((check) => cells[check] === undefined);
	if (missing.length > 0) throw new Error(`${subject} has no expected ${missing.join(', ')}.`);
	const known = [...checks, ...planned];
	const unknown = Object.keys(cells).filter((check) => !known.includes(check));
	if (unknown.length > 0) {
		throw new Error(
			`${subject} has the unknown check ${unknown.join(', ')}. There are: ${known.join(', ')}.`,
		);
	}
}

/** Opportunities that make a hire: archived as hired, or with an offer somebody signed. */
function hireLike(context: BuildContext): string[] {
	const lever = context.situation.lever ?? {};
	const reasons = context.database.archive_reasons;
	const hiredReasons = reasons.filter((each) => each.type === 'hired').map((each) => each.id);
	return (lever.opportunities ?? [])
		.filter((opportunity) => {
			const reason = opportunity.archived?.reason;
			if (reason !== undefined && hiredReasons.includes(context.ids.resolve(reason))) return true;
			return (lever.offers ?? []).some(
				(offer) => offer.opportunity === opportunity.id && offer.candidateSignedAt !== undefined,
			);
		})
		.map((opportunity) => opportunity.id);
}

function refuseUnjudged(context: BuildContext): void {
	const { hires, users, notInPopulation } = context.situation.expected;
	const judged = new Set(
		[...(hires ?? []), ...(notInPopulation ?? [])].flatMap((each) => each.hire),
	);
	for (const opportunity of hireLike(context)) {
		if (!judged.has(opportunity))
			throw new Error(`"${opportunity}" is a hire without expected results.`);
	}
	for (const user of context.situation.lever?.users ?? []) {
		if (!users?.some((each) => each.user === user.id)) {
			throw new Error(`The user "${user.id}" has no expected results.`);
		}
	}
}

const flatten = (
	subjectType: ExpectedResult['subjectType'],
	subjectId: string,
	cells: ExpectedHire['cells'],
	file: string,
): ExpectedResult[] =>
	Object.entries(cells).map(([checkId, cell]) => ({
		subjectType,
		subjectId,
		checkId,
		...cell,
		file,
	}));

/**
 * The expected results of one file with ids resolved, those of planned checks among them. Its records must
 * be in the account.
 *
 * @throws Error for a hire, a user or a check that the file leaves unjudged
 */
export function expectedOf(context: BuildContext, file: string): ExpectedResult[] {
	const { hires, users, notInPopulation } = context.situation.expected;
	refuseUnjudged(context);
	const results: ExpectedResult[] = [];
	for (const { hire, cells } of hires ?? []) {
		refuseGaps(hire.join(', '), cells, HIRE_CHECKS, PLANNED.hire);
		results.push(...flatten('hire', hireIdOf(context, hire), cells, file));
	}
	for (const { user, cells } of users ?? []) {
		refuseGaps(user, cells, USER_CHECKS, PLANNED.user);
		results.push(...flatten('user', context.ids.resolve(user), cells, file));
	}
	for (const { hire, cells = {} } of notInPopulation ?? []) {
		refuseGaps(hire.join(', '), cells, [], PLANNED.hire);
		results.push(...flatten('hire', hireIdOf(context, hire), cells, file));
	}
	return results;
}

export function leftOutOf(context: BuildContext, file: string): ExpectedLeftOut[] {
	return (context.situation.expected.notInPopulation ?? []).map((entry) => ({
		subjectId: hireIdOf(context, entry.hire),
		reasonContains: entry.reasonContains,
		because: entry.because,
		file,
	}));
}

/**
 * Names and addresses must not occur in two files: such people would be candidates for each other's
 * screening records, and no file could be read alone.
 */
export class PeopleOfFiles {
	private readonly owners = new Map<string, string>();

	/** @throws Error naming both files */
	claim(file: string, database: LeverDatabase, companionCells: readonly string[]): void {
		const people = [...database.contacts, ...database.users];
		const names = people.map((each) => each.name);
		const emails = database.contacts.flatMap((each) => each.emails);
		const accounts = database.users.map((each) => each.email);
		for (const text of [...names, ...emails, ...accounts, ...companionCells]) {
			const key = text.trim().toLowerCase();
			const owner = this.owners.get(key) ?? file;
			if (owner !== file) throw new Error(`"${text}" is also used in ${owner}.`);
			if (key !== '') this.owners.set(key, file);
		}
	}
}
