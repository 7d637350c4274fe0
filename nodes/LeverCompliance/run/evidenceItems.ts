import { compareCodeUnits } from '../../shared/canonicalJson';
import type {
	Collection,
	Definition,
	Hire,
	HireRecord,
	Identity,
	Match,
	Opportunity,
	OpportunityRecord,
	ScreeningRecord,
	StaffRecord,
	User,
	UserRecord,
} from '../../shared/contracts';
import { accountState } from '../checks/access/accountState';
import type { ScreeningRow, StaffRow } from '../lists/types';
import type { DecidedHire } from '../population';
import type { PopulationKind } from './populationSeals';

/** Everything of a run that goes into packs besides its head and findings; each kind sorted. */
export interface PackItems {
	collections: Collection[];
	hires: HireRecord[];
	users: UserRecord[];
	opportunities: OpportunityRecord[];
	definitions: Definition[];
	screening: ScreeningRecord[];
	staff: StaffRecord[];
	identities: Identity[];
	matches: Match[];
}

export interface PackSources {
	collections: readonly Collection[];
	/** The population */
	hires: readonly DecidedHire[];
	users: readonly User[];
	opportunities: readonly Opportunity[];
	definitions: readonly Definition[];
	screeningRows: readonly ScreeningRow[];
	staffRows: readonly StaffRow[];
	/** All matches, also of candidates outside the population */
	matches: readonly Match[];
}

/**
 * Splits what was read into records without names, identities and match edges (rules.md §10). Who is
 * outside the population, and rows that belong to nobody in it, get no identity.
 */
export function packItems(sources: PackSources): PackItems {
	const population = new Set(sources.hires.map(({ hire }) => hire.hireId));
	const matches = sources.matches.filter(
		({ subjectType, subjectId }) => subjectType === 'user' || population.has(subjectId),
	);
	return {
		collections: sorted(sources.collections, ({ collectionId }) => collectionId),
		hires: sorted(sources.hires.map(hireRecord), ({ hireId }) => hireId),
		users: sorted(sources.users.map(userRecord), ({ userId }) => userId),
		opportunities: sorted(
			sources.opportunities.map(opportunityRecord),
			({ opportunityId }) => opportunityId,
		),
		definitions: sorted(sources.definitions, ({ definitionType, id }) => `${definitionType} ${id}`),
		screening: sorted(
			sources.screeningRows.map(({ record }) => record),
			({ recordId }) => recordId,
		),
		staff: sorted(
			sources.staffRows.map(({ record }) => record),
			({ recordId }) => recordId,
		),
		identities: identitiesOf(sources, matches),
		matches: sorted(matches, ({ subjectType, subjectId, list, recordId }) =>
			[subjectType, subjectId, list, recordId].join(' '),
		),
	};
}

/** By kind, for the seals. */
export function itemsByKind(items: PackItems): ReadonlyMap<PopulationKind, readonly object[]> {
	return new Map<PopulationKind, readonly object[]>([
		['collection', items.collections],
		['hire', items.hires],
		['user', items.users],
		['opportunity', items.opportunities],
		['definition', items.definitions],
		['screeningRecord', items.screening],
		['staffRecord', items.staff],
		['identity', items.identities],
		['match', items.matches],
	]);
}

function hireRecord({ hire, start, acceptance, zone }: DecidedHire): HireRecord {
	const record: HireRecord & Partial<Pick<Hire, 'identity'>> = {
		...hire,
		decision: {
			firstDay: start.date,
			firstDaySource: start.source,
			acceptedOn: acceptance.at === null ? null : zone.zone.civilDate(acceptance.at),
			zone: zone.zone.name,
			zoneChosenBy: zone.chosenBy,
		},
	};
	delete record.identity;
	return record;
}

function userRecord(user: User): UserRecord {
	const record: UserRecord & Partial<Pick<User, 'name' | 'username' | 'email'>> = {
		...user,
		accountState: accountState(user),
	};
	delete record.name;
	delete record.username;
	delete record.email;
	return record;
}

function opportunityRecord(opportunity: Opportunity): OpportunityRecord {
	const record: OpportunityRecord & Partial<Pick<Opportunity, 'tags'>> = { ...opportunity };
	delete record.tags;
	return record;
}

function identitiesOf(
	{ hires, users, screeningRows, staffRows }: PackSources,
	matches: readonly Match[],
): Identity[] {
	const linkedTo = (list: Match['list']) =>
		new Set(matches.filter((match) => match.list === list).map(({ recordId }) => recordId));
	const screening = linkedTo('screeningList');
	const staff = linkedTo('staffList');
	const identities: Identity[] = [
		...hires.map(({ hire: { hireId, identity } }) =>
			identityOf('hire', hireId, identity.name, [...identity.emails, ...identity.otherEmails]),
		),
		...users.map(({ userId, name, email }) => identityOf('user', userId, name, [email])),
		...screeningRows
			.filter(({ record }) => screening.has(record.recordId))
			.map(({ record, name, emails }) =>
				identityOf('screeningRecord', record.recordId, name, emails),
			),
		...staffRows
			.filter(({ record }) => staff.has(record.recordId))
			.map(({ record, name, emails }) => identityOf('staffRecord', record.recordId, name, emails)),
	];
	return sorted(identities, ({ subjectType, subjectId }) => `${subjectType} ${subjectId}`);
}

function identityOf(
	subjectType: Identity['subjectType'],
	subjectId: string,
	name: string,
	emails: readonly string[],
): Identity {
	return { kind: 'identity', subjectType, subjectId, name, emails: [...new Set(emails)] };
}

function sorted<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
	return items
		.map((item): [string, T] => [keyOf(item), item])
		.sort(([a], [b]) => compareCodeUnits(a, b))
		.map(([, item]) => item);
}
