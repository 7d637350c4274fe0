import { addRecords, defineIds } from '../account.mts';
import type { BuildContext } from '../build/context.mts';
import { nothingStated } from '../build/context.mts';
import type { ScenarioClock } from '../clock.mts';
import { companionRows } from '../companionRows.mts';
import { SymbolicIds, uuidFor } from '../ids.mts';
import type { Companion, LeverDatabase, StoredOpportunity } from '../records.mts';
import type { ContactSituation, OfferSituation, Situation } from '../situation.mts';
import { opportunityOf, planCandidacies } from './candidacies.mts';
import type { Hire } from './lists.mts';
import { screeningRows, staffRows } from './lists.mts';
import { DAY } from './moments.mts';
import { offerOf } from './offers.mts';
import type { GeneratedOptions } from './options.mts';
import { completeOptions } from './options.mts';
import { contactOf } from './people.mts';
import { Random } from './random.mts';
import { nameScripts } from './scripts.mts';
import { planEmployees, planPostings } from './staffing.mts';

/** Where a posting's work is done, for those of company.json */
const COMPANY_POSTINGS = [
	['posting-backend', 'Berlin'],
	['posting-frontend', 'London'],
	['posting-security', 'Los Angeles'],
	['posting-data', 'Tokyo'],
	['posting-people', 'Berlin'],
] as const;
const COMPANY_RECRUITERS = ['user-recruiter-1', 'user-recruiter-2', 'user-recruiter-3'];

function situationOf(clock: ScenarioClock, options: Required<GeneratedOptions>): Situation {
	const random = new Random(options.seed);
	const scripts = nameScripts(options.seed);
	const { now } = clock;
	const employees = planEmployees(random, scripts, now, options.size);
	const recruiters = employees.filter((each) => each.recruiter).map(({ user }) => user.id);
	const postings = planPostings(random, options.size);
	const surroundings = {
		random,
		now,
		postings: [...COMPANY_POSTINGS, ...postings.map(({ id, location }) => [id, location] as const)],
		recruiters: [...COMPANY_RECRUITERS, ...recruiters],
	};
	const contacts = new Map<number, ContactSituation>();
	const offers: OfferSituation[] = [];
	const hires: Hire[] = [];
	const opportunities = planCandidacies(random, options).map((candidacy) => {
		const { person, age } = candidacy;
		const contact = contacts.get(person) ?? contactOf(random, scripts, person, age > 730 * DAY);
		contacts.set(person, contact);
		const opportunity = opportunityOf(candidacy, surroundings);
		const offer = offerOf(random, candidacy, now, opportunity.location ?? '');
		if (offer !== null) offers.push(offer);
		if (offer?.candidateSignedAt !== undefined) {
			const { startDate } = offer;
			const startDay = typeof startDate === 'object' ? (startDate?.day ?? null) : null;
			const email = contact.emails?.[0] ?? '';
			hires.push({ candidacy, name: contact.name, email, startDay });
		}
		return opportunity;
	});
	return {
		reference: 'generated',
		title: 'A generated company',
		lever: {
			users: employees.map(({ user }) => user),
			postings,
			contacts: [...contacts.values()],
			opportunities,
			offers,
		},
		screening: screeningRows(random, hires, now),
		staff: staffRows(employees, hires),
		expected: {},
	};
}

/** Leads came without applying, so nobody knows where they would work. */
function forgetPlaces(opportunities: readonly StoredOpportunity[]): void {
	for (const opportunity of opportunities) {
		if (opportunity.applications.length === 0) delete opportunity.opportunityLocation;
	}
}

/** About one in two hundred was deleted, in the last half year. */
function addDeleted(database: LeverDatabase, random: Random, now: number): void {
	const { opportunities, users } = database;
	const deleters = users.filter((user) => /admin/.test(user.accessRole ?? ''));
	for (const original of random.sample(opportunities, Math.ceil(opportunities.length / 200))) {
		const since = Math.min(180 * DAY, now - original.lastInteractionAt);
		database.deleted_opportunities.push({
			...original,
			id: uuidFor(`deleted/${original.id}`),
			contact: uuidFor(`deleted-contact/${original.id}`),
			applications: [],
			deletedBy: random.pick(deleters).id,
			deletedAt: Math.round(now - since * random.next()),
		});
	}
}

/**
 * Fills an account that holds company.json with a believable company of any size. The same options and the
 * same evidence date give the same company on every machine.
 *
 * @throws Error with a sentence for options out of range
 */
export function generateCompany(
	database: LeverDatabase,
	companion: Companion,
	clock: ScenarioClock,
	company: SymbolicIds,
	options: GeneratedOptions,
): void {
	const complete = completeOptions(options);
	const situation = situationOf(clock, complete);
	const ids = new SymbolicIds(`generated/${complete.seed}`, company);
	const number = 'generated';
	const context: BuildContext = {
		situation,
		clock,
		ids,
		database,
		number,
		stated: nothingStated(),
	};
	defineIds(ids, situation);
	addRecords(context);
	forgetPlaces(database.opportunities);
	companion.screening.push(...companionRows(context, 'screening'));
	companion.staff.push(...companionRows(context, 'staff'));
	addDeleted(database, new Random(complete.seed), clock.now);
}
