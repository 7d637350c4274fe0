import type {
	LeverDatabase,
	StoredApplication,
	StoredFeedbackTemplate,
	StoredFormTemplate,
	StoredOpportunity,
	StoredStage,
	StoredUser,
} from '../records.mts';
import { feedbackTemplates, formTemplates } from '../build/templates.mts';
import { Random } from '../company/random.mts';

const DAY = 86_400_000;

/** What the records below one opportunity are made from. */
export interface Surroundings {
	opportunity: StoredOpportunity;
	application: StoredApplication | null;
	/** Follows from the opportunity's id: the same opportunity always has the same records below it */
	random: Random;
	account: AccountFacts;
}

/** What is the same for all opportunities of an account. */
export interface AccountFacts {
	/** Nothing can have happened after it, milliseconds */
	now: number;
	/** People who are asked to interview, by id order of the account */
	interviewers: StoredUser[];
	stages: ReadonlyMap<string, StoredStage>;
	feedbackTemplates: StoredFeedbackTemplate[];
	formTemplates: StoredFormTemplate[];
}

export function accountFacts({ users, stages }: LeverDatabase, now: number): AccountFacts {
	return {
		now,
		interviewers: users.filter((user) => user.deactivatedAt === null).slice(0, 60),
		stages: new Map(stages.map((stage) => [stage.id, stage])),
		feedbackTemplates: feedbackTemplates(now - 850 * DAY),
		formTemplates: formTemplates(now - 840 * DAY),
	};
}

export const randomFor = ({ id }: StoredOpportunity) =>
	new Random(Number.parseInt(id.slice(0, 8), 16));

/**
 * A new id for a record below the opportunity. It ends as the opportunity's does, which costs no hash: there are
 * millions of such records.
 */
export function newId({ opportunity, random }: Surroundings): string {
	const begin = Math.floor(random.next() * 0x1_0000_0000).toString(16);
	return begin.padStart(8, '0') + opportunity.id.slice(8);
}

/** Who works on the opportunity: its owner, else any of the interviewers. */
export const workerOf = ({ opportunity, account, random }: Surroundings): string =>
	opportunity.owner ?? random.pick(account.interviewers).id;

/** A moment so long after another, but not in the future; both in milliseconds. */
export const soonAfter = ({ random, account }: Surroundings, moment: number, days: number) =>
	Math.round(moment + random.next() * Math.min(days * DAY, account.now - moment));
