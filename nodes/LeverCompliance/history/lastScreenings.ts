import type { Collection, Finding, ListName, ScreeningRecord } from '../../shared/contracts';
import { listedDay, type TimeZone } from '../../shared/dates';
import { listsCalled } from '../checks/reads';
import { WEAK_LINKS, type RememberedScreening, type WeakLink } from '../checks/types';
import { providerNamed } from '../lists/providers';

/** What an earlier run knew of completed screenings, as far as it can be trusted. */
interface Remembered {
	/** Results of SCR-02 and SCR-14 */
	findings: readonly Finding[];
	screening: readonly ScreeningRecord[];
	collections: readonly Collection[];
	zone: TimeZone;
}

/**
 * Employee id → the latest completed screening that an earlier run knew, and the latest of those that cannot
 * carry a pass (rules.md §4): providers delete reports, and what was there once is still true, and no truer.
 * From SCR-14 itself, from SCR-02 of a hire whose staff row it names, and from records that name the employee.
 */
export function lastScreenings({
	findings,
	screening,
	collections,
	zone,
}: Remembered): ReadonlyMap<string, readonly RememberedScreening[]> {
	const strong = new Map<string, RememberedScreening>();
	const weak = new Map<string, RememberedScreening>();
	const note = (employeeId: string, day: unknown, weakLink: WeakLink | undefined) => {
		if (typeof day !== 'string') return;
		const days = weakLink === undefined ? strong : weak;
		const one = { on: day, ...(weakLink && { weakLink }) };
		const known = days.get(employeeId);
		if (known === undefined || orderOf(known) < orderOf(one)) days.set(employeeId, one);
	};
	const staffLists = idsOfLists('staffList', collections);
	const sourceOf = sourcesIn(screening, idsOfLists('screeningList', collections));
	for (const finding of findings) {
		const { checkId, subjectId, observed, evidence } = finding;
		if (checkId === 'SCR-14') {
			note(subjectId, observed.lastCompletedOn, weakLinkNamed(observed.weakLink));
			continue;
		}
		const source = sourceOf(finding);
		if (source === 'unknown') continue;
		const weakLink = source === 'weak' ? 'weak-source' : weakLinkOf(finding);
		for (const { collectionId, recordId } of evidence) {
			if (staffLists.has(collectionId)) note(recordId, observed.completedOn, weakLink);
		}
	}
	for (const record of screening) {
		const { externalId, state, completedAt } = record;
		if (externalId === null || state !== 'done') continue;
		note(
			externalId,
			listedDay(completedAt, zone),
			isOfWeakSource(record) ? 'weak-source' : undefined,
		);
	}
	return new Map(
		[...new Set([...strong.keys(), ...weak.keys()])].map((employeeId) => [
			employeeId,
			[strong, weak].flatMap((days) => days.get(employeeId) ?? []),
		]),
	);
}

/** By day; of one day always the same, in whatever order they come. */
function orderOf({ on, weakLink }: RememberedScreening): string {
	return `${on} ${weakLink ?? ''}`;
}

function idsOfLists(name: ListName, collections: readonly Collection[]): ReadonlySet<string> {
	return new Set(listsCalled(name, { collections }).map(({ collectionId }) => collectionId));
}

/** Whose word a result of SCR-02 rests on; unknown where the records that it names did not arrive. */
function sourcesIn(
	screening: readonly ScreeningRecord[],
	screeningLists: ReadonlySet<string>,
): (finding: Finding) => 'strong' | 'weak' | 'unknown' {
	const records = new Map(screening.map((record) => [record.recordId, record]));
	return ({ status, evidence }) => {
		// A weak source carries no pass.
		if (status === 'pass') return 'strong';
		const named = evidence
			.filter(({ collectionId }) => screeningLists.has(collectionId))
			.map(({ recordId }) => records.get(recordId));
		if (named.includes(undefined)) return 'unknown';
		const isWeak = named.some((record) => record !== undefined && isOfWeakSource(record));
		return isWeak ? 'weak' : 'strong';
	};
}

function isOfWeakSource({ provider }: ScreeningRecord): boolean {
	return providerNamed(provider)?.weakSource === true;
}

/** A fail, or a warning of another kind, does not say whether the names agreed. */
function weakLinkOf({ match, reasonCode }: Finding): WeakLink | undefined {
	if (match?.rung === 'M4') return 'name-only';
	return reasonCode === 'linked-by-email-names-differ' ? 'names-differ' : undefined;
}

function weakLinkNamed(text: unknown): WeakLink | undefined {
	return WEAK_LINKS.find((weakLink) => weakLink === text);
}
