import type { OpportunitySituation } from '../situation.mts';
import type { Weighted } from './catalogue.mts';
import {
	APPLICANT_ORIGINS,
	LEAD_ORIGINS,
	OFFER_STAGES,
	OPEN_OFFERS,
	ORDINARY_STAGES,
	OTHER_REASONS,
	SOURCES,
	TAGS,
} from './catalogue.mts';
import { DAY, before } from './moments.mts';
import { offerLead } from './offers.mts';
import type { GeneratedOptions } from './options.mts';
import type { Random } from './random.mts';

/** Three years */
const HISTORY = 1095 * DAY;
const RECENT = 91 * DAY;
const RECENT_SHARE = 0.8;
/** A hire needs this long from the first contact to the signature, at least and at most */
const SHORTEST_HIRE = 25 * DAY;
const LONGEST_HIRE = 75 * DAY;

/** What happens in one candidacy. Distances are milliseconds before the evidence date. */
export interface Candidacy {
	/** From 0, by age: the oldest first */
	position: number;
	age: number;
	/** The same number for all candidacies of a person */
	person: number;
	outcome: 'ordinary' | 'offered' | 'hired';
	/** Of the offer, if there is one */
	offerStatus: string | null;
	/** When the candidate signed or, unsigned, when the offer stood as it stands */
	offered: number;
}

function ageOf(random: Random, shape: GeneratedOptions['shape']): number {
	if (shape !== 'skewed') return random.next() * HISTORY;
	return random.chance(RECENT_SHARE)
		? random.next() * RECENT
		: RECENT + random.next() * (HISTORY - RECENT);
}

/** The oldest candidacies are old enough to have ended in a hire, whatever the shape. */
const oldEnough = (age: number) => age >= SHORTEST_HIRE + 5 * DAY;

/** Every tenth person comes back, and some hires are rehires: their person was hired a year or more before. */
function assignPeople(random: Random, candidacies: Candidacy[]): void {
	let hires = 0;
	const hired: Candidacy[] = [];
	for (const candidacy of candidacies) {
		const { position } = candidacy;
		if (candidacy.outcome === 'hired') {
			hires += 1;
			const former = hires % 25 === 0 ? hired[Math.floor(hires / 50)] : undefined;
			if (former !== undefined && former.age - candidacy.age > 365 * DAY) {
				candidacy.person = former.person;
			}
			hired.push(candidacy);
		} else if (position > 20 && random.chance(0.1)) {
			candidacy.person = candidacies[position - random.between(1, 20)]?.person ?? position;
		}
	}
}

/** Decides all candidacies of a company: exactly so many hires and offers, spread over its whole history. */
export function planCandidacies(random: Random, options: Required<GeneratedOptions>): Candidacy[] {
	const { size, shape, hires, offers } = options;
	const ages = Array.from({ length: size }, () => ageOf(random, shape)).sort((a, b) => b - a);
	const candidacies = ages.map<Candidacy>((age, position) => ({
		position,
		age,
		person: position,
		outcome: 'ordinary',
		offerStatus: null,
		offered: 0,
	}));
	const old = candidacies.filter(({ age }) => oldEnough(age));
	// A company younger than its hires: the oldest candidacies take the place, in less time.
	const eligible = old.length >= hires ? old : candidacies.slice(0, hires);
	for (const candidacy of random.sample(eligible, hires)) {
		const { age } = candidacy;
		const longest = Math.min(LONGEST_HIRE, age - 4 * DAY);
		const shortest = Math.min(SHORTEST_HIRE, longest);
		candidacy.outcome = 'hired';
		candidacy.offerStatus = 'signed';
		candidacy.offered = Math.max(0, age - shortest - random.next() * (longest - shortest));
	}
	const others = candidacies.filter(({ outcome }) => outcome === 'ordinary').slice(-3 * offers);
	for (const [index, candidacy] of random.sample(others, offers - hires).entries()) {
		candidacy.outcome = 'offered';
		// Each status once before chance decides.
		candidacy.offerStatus = OPEN_OFFERS[index]?.[0] ?? random.weighted(OPEN_OFFERS);
		candidacy.offered = candidacy.age * random.next() * 0.3;
	}
	assignPeople(random, candidacies);
	return candidacies;
}

interface Surroundings {
	random: Random;
	now: number;
	/** Symbolic ids with the town of each */
	postings: ReadonlyArray<readonly [id: string, town: string]>;
	recruiters: readonly string[];
}

type Archived = { reason: string; ago: number } | null;

function archivingOf(random: Random, candidacy: Candidacy, advanced: number): Archived {
	const { outcome, offerStatus, offered, age } = candidacy;
	if (outcome === 'hired') {
		const reason = random.chance(0.02) ? 'reason-hired-former' : 'reason-hired';
		return { reason, ago: offered * random.next() };
	}
	if (outcome === 'offered') {
		return offerStatus === 'denied'
			? { reason: 'reason-offer-declined', ago: offered * random.next() }
			: null;
	}
	const decided = random.chance(age > 75 * DAY ? 0.93 : 0.35);
	return decided ? { reason: random.weighted(OTHER_REASONS), ago: advanced * random.next() } : null;
}

const STAGES: Record<Candidacy['outcome'], Weighted<string>> = {
	ordinary: ORDINARY_STAGES,
	offered: OFFER_STAGES,
	hired: OFFER_STAGES,
};

/** What an account in use shows: fields added late, things put off, people without anybody in charge. */
function oddities(random: Random, { now }: Surroundings, age: number, lead: boolean) {
	const links = random.chance(0.3)
		? [`https://www.linkedin.com/in/example-${random.between(1, 99_999)}`]
		: [];
	return {
		sources: [random.weighted(SOURCES)],
		origin: random.weighted(lead ? LEAD_ORIGINS : APPLICANT_ORIGINS),
		links,
		// Lever filled the field from some day on, and old candidacies never got it (lever-api.md §5.1).
		...(age > 730 * DAY && random.chance(0.6) ? { updatedAt: null } : {}),
		...(random.chance(0.02)
			? { snoozedUntil: Math.round(now + random.between(-9, 20) * DAY) }
			: {}),
		...(random.chance(0.01) ? { opportunityLocation: 'unspecified' } : {}),
	};
}

/** One candidacy as scenario data: stage, dates, archiving and what else Lever knows of it. */
export function opportunityOf(
	candidacy: Candidacy,
	surroundings: Surroundings,
): OpportunitySituation {
	const { random, now, postings, recruiters } = surroundings;
	const { position, person, age, outcome, offered } = candidacy;
	const stage = random.weighted(STAGES[outcome]);
	const lead = stage.startsWith('lead-');
	const [posting, location] = random.pick(postings);
	const longest = Math.min(60 * DAY, age);
	// Into the stage with the offer shortly before the offer was made.
	const made = offered + offerLead(candidacy);
	const advanced =
		outcome === 'ordinary'
			? age - random.next() * longest
			: made + Math.min(DAY, age - made) * random.next();
	const archived = archivingOf(random, candidacy, advanced);
	return {
		id: `opp-${position}`,
		contact: `contact-${person}`,
		posting,
		stage,
		createdAt: before(now, age),
		lastAdvancedAt: before(now, advanced),
		archived: archived && { reason: archived.reason, at: before(now, archived.ago) },
		owner: random.chance(0.04) ? null : random.pick(recruiters),
		location,
		tags: [...new Set([random.weighted(TAGS), random.weighted(TAGS)])],
		confidentiality: random.chance(0.015) ? 'confidential' : 'non-confidential',
		...(lead ? { application: null } : {}),
		raw: oddities(random, surroundings, age, lead),
	};
}
