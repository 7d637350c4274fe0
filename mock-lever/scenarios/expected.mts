import type { BuildContext } from './build/context.mts';
import {
	CHECK_CELLS,
	type CellSubjectType,
	type CheckCells,
	type SituationCell,
} from './cells.mts';
import type { LeverDatabase, StoredOpportunity } from './records.mts';
import type { ExpectedCell, ExpectedHire, ExpectedStatus } from './situation.mts';

/** One hand-written result with the ids that a finding carries. */
export interface ExpectedResult {
	subjectType: CellSubjectType;
	/** `<contact id>:<earliest opportunity id>` of a hire, `account` of the account, else the record's id */
	subjectId: string;
	checkId: string;
	status: ExpectedStatus;
	because: string;
	/** The finding's `reasonCode`, where the file pins it */
	reason?: string;
	/** Policy variant → the result under its policy; a variant left out changes nothing */
	variants?: ExpectedCell['variants'];
	/** The only policy variants under which its check is made; left out: under all of them */
	madeIn?: readonly string[];
	/** Its check is made only when an earlier run is connected */
	needs?: 'previousRun';
	/** File name, for messages of tests */
	file: string;
}

/** A result of every subject of a type that no other result names. */
export type UsualResult = Omit<ExpectedResult, 'subjectId'>;

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

/**
 * The results under a policy: those of the checks that are made under it, as they are under it.
 *
 * @param variant name in `variants.mts`; null for the usual policy
 * @param previousRun whether an earlier run is connected
 */
export function resultsUnder<Result extends UsualResult>(
	results: readonly Result[],
	variant: string | null,
	previousRun = false,
): Result[] {
	return results
		.filter(({ needs }) => needs === undefined || previousRun)
		.filter(({ madeIn }) => madeIn === undefined || (variant !== null && madeIn.includes(variant)))
		.map((result) => (variant === null ? result : inVariant(result, variant)));
}

/** Key of a cell's `variants` that stands for all of them that it does not name. */
export const EVERY_VARIANT = '*';

/** The result under the policy of a variant (`variants.mts`); the usual one where it says nothing else. */
function inVariant<Result extends UsualResult>(result: Result, variant: string): Result {
	const own = result.variants?.[variant] ?? result.variants?.[EVERY_VARIANT];
	if (own === undefined) return result;
	const usual = { ...result };
	delete usual.reason;
	return { ...usual, ...own };
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
): void {
	const missing = checks.filter((check) => cells[check] === undefined);
	if (missing.length > 0) throw new Error(`${subject} has no expected ${missing.join(', ')}.`);
	const known = [...checks, ...Object.keys(CHECK_CELLS)];
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

/** When the check of a file of the folder `cells` is made at all. */
function conditionsOf(cells: CheckCells | undefined): Pick<ExpectedResult, 'madeIn' | 'needs'> {
	const { madeIn, needs } = cells ?? {};
	return { ...(madeIn && { madeIn }), ...(needs && { needs }) };
}

const flatten = (
	subjectType: 'hire' | 'user',
	subjectId: string,
	cells: ExpectedHire['cells'],
	file: string,
): ExpectedResult[] =>
	Object.entries(cells).map(([checkId, cell]) => {
		return {
			subjectType,
			subjectId,
			checkId,
			...cell,
			...conditionsOf(CHECK_CELLS[checkId]),
			file,
		};
	});

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
		refuseGaps(hire.join(', '), cells, HIRE_CHECKS);
		results.push(...flatten('hire', hireIdOf(context, hire), cells, file));
	}
	for (const { user, cells } of users ?? []) {
		refuseGaps(user, cells, USER_CHECKS);
		results.push(...flatten('user', context.ids.resolve(user), cells, file));
	}
	for (const { hire, cells = {} } of notInPopulation ?? []) {
		refuseGaps(hire.join(', '), cells, []);
		results.push(...flatten('hire', hireIdOf(context, hire), cells, file));
	}
	return results;
}

/**
 * The results that stand in the files of the folder `cells`: each cell, and the usual result of every hire
 * and user that none names.
 *
 * @param judged results of the situations: they say who there is, and win over usual results
 * @param contexts situation (file without `.json`) → what it was built with
 * @throws Error for a cell of a situation or of a record that is not there
 */
export function checkResults(
	judged: readonly ExpectedResult[],
	contexts: ReadonlyMap<string, BuildContext>,
): { expected: ExpectedResult[]; usual: UsualResult[] } {
	const expected: ExpectedResult[] = [];
	const usual: UsualResult[] = [];
	const subjects = {
		hire: idsOf(judged, 'hire', HIRE_CHECKS[0]),
		user: idsOf(judged, 'user', USER_CHECKS[0]),
		account: ['account'],
	};
	for (const cells of Object.values(CHECK_CELLS)) {
		const { check } = cells;
		const common = { checkId: check, ...conditionsOf(cells) };
		const own = cells.cells.map((cell) => ({ ...common, ...resultOf(cell, contexts) }));
		expected.push(...own);
		const left = (cells.leftOut ?? []).map((one) => resultOf({ ...one, ...NO_RESULT }, contexts));
		const named = new Set(
			[...own, ...left, ...judged.filter(({ checkId }) => checkId === check)].map(
				({ subjectType, subjectId }) => `${subjectType} ${subjectId}`,
			),
		);
		for (const subjectType of usualTypes(cells, own)) {
			const one = { ...common, subjectType, ...usualCell(cells), file: 'usual' };
			if (!isListed(subjectType)) usual.push(one);
			else {
				for (const subjectId of subjects[subjectType]) {
					if (!named.has(`${subjectType} ${subjectId}`)) expected.push({ ...one, subjectId });
				}
			}
		}
	}
	return { expected, usual };
}

/** Who is left out of a population has no status; only the id counts. */
const NO_RESULT = { status: 'not_applicable' } as const;

function idsOf(judged: readonly ExpectedResult[], type: CellSubjectType, check: string): string[] {
	return judged
		.filter(({ subjectType, checkId }) => subjectType === type && checkId === check)
		.map(({ subjectId }) => subjectId);
}

/** Types whose subjects the situations list, so that a missing result is seen too. */
function isListed(type: CellSubjectType): type is 'hire' | 'user' | 'account' {
	return type === 'hire' || type === 'user' || type === 'account';
}

/** A check that judges the account besides others names its result in a cell. */
function usualTypes({ usual, subjects }: CheckCells, own: readonly ExpectedResult[]) {
	if (usual === undefined) return [];
	const hasAccountCell = own.some(({ subjectType }) => subjectType === 'account');
	return subjects.filter(
		(type) => type !== 'account' || (subjects.length === 1 && !hasAccountCell),
	);
}

function usualCell({ check, usual }: CheckCells): ExpectedCell {
	if (usual === undefined) throw new Error(`${check} has no usual result.`);
	return usual;
}

function resultOf(
	{ situation, hire, id, ...cell }: SituationCell & { subject?: CellSubjectType },
	contexts: ReadonlyMap<string, BuildContext>,
): Omit<ExpectedResult, 'checkId'> {
	const { subject = hire === undefined ? 'account' : 'hire', ...expected } = cell;
	const file = situation ?? 'account';
	if (subject === 'account') return { ...expected, subjectType: subject, subjectId: subject, file };
	const context = contexts.get(file);
	if (context === undefined) throw new Error(`There is no situation "${file}".`);
	if (hire !== undefined) {
		return { ...expected, subjectType: 'hire', subjectId: hireIdOf(context, hire), file };
	}
	if (id === undefined) throw new Error(`A cell of "${file}" names neither a hire nor an id.`);
	const isRow = subject === 'screeningRecord' || subject === 'staffRecord';
	return {
		...expected,
		subjectType: subject,
		subjectId: isRow ? id : context.ids.resolve(id),
		file,
	};
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
