import { addRecords, defineIds } from '../account.mts';
import { nothingStated } from '../build/context.mts';
import type { ScenarioClock } from '../clock.mts';
import { SymbolicIds, uuidFor } from '../ids.mts';
import type { LeverDatabase, StoredOpportunity } from '../records.mts';
import type {
	ContactSituation,
	OfferSituation,
	OpportunitySituation,
	RelativeDate,
} from '../situation.mts';
import { NAME_SCRIPTS } from './names.mts';
import { personName } from './people.mts';
import { Random } from './random.mts';

const SEED = 20_261_102;
const DAY = 86_400_000;

const STAGES = [
	'lead-new',
	'lead-reached-out',
	'lead-responded',
	'applicant-new',
	'applicant-new',
	'stage-recruiter-screen',
	'stage-phone-interview',
	'stage-onsite',
	'stage-reference-check',
	'offer',
	'stage-preboarding',
] as const;
const POSTINGS = [
	['posting-backend', 'Berlin'],
	['posting-frontend', 'London'],
	['posting-security', 'Los Angeles'],
	['posting-data', 'Tokyo'],
	['posting-people', 'Berlin'],
] as const;
/** Never a reason of type hired: the crowd adds no hire */
const REASONS = [
	'reason-withdrew',
	'reason-underqualified',
	'reason-position-closed',
	'reason-timing',
];
const OWNERS = ['user-recruiter-1', 'user-recruiter-2', 'user-recruiter-3', null] as const;
const TAGS = [
	'Backend',
	'Frontend',
	'Full-time',
	'Full-Time',
	'Referred twice',
	'Zürich',
	'データ',
];
const SOURCES = ['Job site', 'LinkedIn', 'Agency', 'University fair', 'Added manually'];
const ORIGINS = ['agency', 'applied', 'internal', 'referred', 'sourced', 'university'];
/** Never one with a signature: such offers must not become hires */
const OFFER_STATUSES = ['draft', 'approval-sent', 'approved', 'sent', 'opened', 'denied'];

const moment = (random: Random, day: number): RelativeDate => ({
	day,
	time: `${String(random.between(6, 19)).padStart(2, '0')}:${String(random.between(0, 59)).padStart(2, '0')}`,
});

interface Candidate {
	contact: ContactSituation | null;
	opportunity: OpportunitySituation;
	offer: OfferSituation | null;
}

function candidate(random: Random, position: number): Candidate {
	const key = String(position).padStart(4, '0');
	// Every twelfth person comes back with a second opportunity.
	const returning = position % 12 === 0 && position > 12;
	const contactId = `contact-${returning ? String(position - 5).padStart(4, '0') : key}`;
	const age = random.between(12, 420);
	const advanced = random.between(8, age - 1);
	const archivedDay = random.between(1, advanced - 1);
	const stage = random.pick(STAGES);
	const [posting, location] = random.pick(POSTINGS);
	const archived = random.chance(0.6);
	const offered = stage === 'offer' || stage === 'stage-preboarding';
	const id = `opp-${key}`;
	return {
		contact: returning
			? null
			: {
					id: contactId,
					name: personName(random, NAME_SCRIPTS),
					emails: [`candidate-${key}@example.com`],
					headline: random.chance(0.3) ? 'Example Works, Sample Labs' : '',
					location: random.chance(0.5) ? location : '',
				},
		opportunity: {
			id,
			contact: contactId,
			posting,
			stage,
			location,
			createdAt: moment(random, -age),
			lastAdvancedAt: moment(random, -advanced),
			archived: archived
				? { reason: random.pick(REASONS), at: moment(random, -archivedDay) }
				: null,
			owner: random.pick(OWNERS),
			tags: TAGS.filter(() => random.chance(0.2)),
			confidentiality: position % 40 === 7 ? 'confidential' : 'non-confidential',
			...(stage.startsWith('lead-') ? { application: null } : {}),
			raw: { sources: [random.pick(SOURCES)], origin: random.pick(ORIGINS) },
		},
		offer: offered
			? {
					id: `offer-${key}`,
					opportunity: id,
					status: random.pick(OFFER_STATUSES),
					startDate: { day: random.between(10, 60) },
					createdAt: moment(random, -random.between(1, 8)),
				}
			: null,
	};
}

/** What an account that has been in use shows: fields added late, things put off, erased people. */
function age(opportunity: StoredOpportunity, position: number, now: number): StoredOpportunity {
	const aged = { ...opportunity };
	if (position % 3 === 0) aged.updatedAt = null;
	if (position % 17 === 5) aged.snoozedUntil = now + (position % 2 === 0 ? 9 : -9) * DAY;
	if (position % 23 === 11) delete aged.opportunityLocation;
	if (position % 29 === 13) aged.opportunityLocation = 'unspecified';
	if (aged.applications.length === 0) delete aged.opportunityLocation;
	return aged;
}

function addDeleted(database: LeverDatabase, clock: ScenarioClock, company: SymbolicIds): void {
	for (const [position, original] of database.opportunities.slice(0, 2).entries()) {
		database.deleted_opportunities.push({
			...original,
			id: uuidFor(`deleted/${position}`),
			contact: uuidFor(`deleted-contact/${position}`),
			applications: [],
			deletedBy: company.resolve('user-admin-1'),
			deletedAt: clock.epoch({ day: -20 + position, time: '15:00' }),
		});
	}
}

/**
 * Ordinary candidates in all stages, so that lists have several pages. Nobody is archived as hired and no
 * offer is signed: the crowd gives no hire and no finding.
 *
 * @param count number of opportunities
 */
export function addCrowd(
	database: LeverDatabase,
	clock: ScenarioClock,
	company: SymbolicIds,
	count: number,
): void {
	if (count === 0) return;
	const random = new Random(SEED);
	const crowd = Array.from({ length: count }, (_, index) => candidate(random, index + 1));
	const situation = {
		reference: 'crowd',
		title: 'Ordinary candidates',
		lever: {
			contacts: crowd.flatMap(({ contact }) => contact ?? []),
			opportunities: crowd.map(({ opportunity }) => opportunity),
			offers: crowd.flatMap(({ offer }) => offer ?? []),
		},
		expected: {},
	};
	const ids = new SymbolicIds('crowd', company);
	defineIds(ids, situation);
	const begin = database.opportunities.length;
	// Nothing of the crowd is stated: what lies below their opportunities is invented.
	addRecords({ situation, clock, ids, database, number: 'crowd', stated: nothingStated() });
	for (let index = begin; index < database.opportunities.length; index += 1) {
		const opportunity = database.opportunities[index];
		if (opportunity === undefined) continue;
		database.opportunities[index] = age(opportunity, index - begin + 1, clock.now);
	}
	addDeleted(database, clock, company);
}
