import { buildFeedback } from '../build/forms.mts';
import { buildPanel } from '../build/interviews.mts';
import type { StoredFeedback, StoredInterview, StoredPanel, StoredUser } from '../records.mts';
import type { Surroundings } from './surroundings.mts';
import { newId, soonAfter, workerOf } from './surroundings.mts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TIME_ZONES = ['Europe/Berlin', 'Europe/London', 'America/Los_Angeles', 'Asia/Tokyo'];

type StageChange = Surroundings['opportunity']['stageChanges'][number];

interface Held {
	panel: StoredPanel;
	interviews: StoredInterview[];
	feedback: StoredFeedback[];
}

/** What an interviewer wrote down afterwards: mostly at once, sometimes not yet, seldom taken back. */
function feedbackFor(
	surroundings: Surroundings,
	interview: StoredInterview,
): StoredFeedback | null {
	const { random, account, opportunity } = surroundings;
	const [interviewer] = interview.interviewers;
	const end = interview.date + interview.duration * 60_000;
	const template = account.feedbackTemplates.find((each) => each.id === interview.feedbackTemplate);
	if (interviewer === undefined || template === undefined || end > account.now) return null;
	if (interview.canceledAt !== null || !random.chance(0.85)) return null;
	const createdAt = soonAfter(surroundings, end, 1);
	const facts = {
		id: newId(surroundings),
		opportunityId: opportunity.id,
		user: interviewer.id,
		createdAt,
		completedAt: random.chance(0.1) ? null : soonAfter(surroundings, createdAt, 1),
		deletedAt: random.chance(0.05) ? soonAfter(surroundings, createdAt, 30) : null,
	};
	return buildFeedback(facts, template, interview);
}

/** Mostly one, each with an interview of their own */
function interviewersOf({ random, account }: Surroundings): StoredUser[] {
	const first = random.pick(account.interviewers);
	const second = random.chance(0.3) ? random.pick(account.interviewers) : first;
	return [...new Set([first, second])];
}

/** One panel in a stage with interviews. A feedback form that was taken back is off its interview. */
function heldIn(surroundings: Surroundings, change: StageChange): Held {
	const { random, account, opportunity, application } = surroundings;
	const createdAt = soonAfter(surroundings, change.updatedAt, 2);
	const start = Math.floor((createdAt + random.between(1, 6) * DAY) / HOUR) * HOUR;
	const canceled = random.chance(0.1);
	const { panel, interviews } = buildPanel({
		id: newId(surroundings),
		opportunity,
		posting: application?.posting ?? null,
		stage: change.toStageId,
		title: account.stages.get(change.toStageId)?.text ?? 'Interview',
		interviews: interviewersOf(surroundings).map((interviewer) => ({
			id: newId(surroundings),
			interviewer,
		})),
		feedbackTemplate: random.chance(0.9) ? random.pick(account.feedbackTemplates).id : null,
		user: workerOf(surroundings),
		createdAt,
		start,
		timezone: random.pick(TIME_ZONES),
		canceledAt: canceled ? soonAfter(surroundings, createdAt, 1) : null,
	});
	const feedback: StoredFeedback[] = [];
	for (const interview of interviews) {
		const given = feedbackFor(surroundings, interview);
		if (given === null) continue;
		feedback.push(given);
		if (given.deletedAt === null) interview.feedbackForms.push(given.id);
	}
	return { panel, interviews, feedback };
}

/** Panels of the stages with interviews that the candidacy has reached; for some nobody made one. */
export function interviewsOf(surroundings: Surroundings): Held[] {
	const { opportunity, account, random } = surroundings;
	if (account.interviewers.length === 0) return [];
	return opportunity.stageChanges
		.filter(({ toStageId }) => account.stages.get(toStageId)?.hasInterview && random.chance(0.5))
		.map((change) => heldIn(surroundings, change));
}

/**
 * Interviews of a situation that says nothing of them: one in each stage that has interviews, with feedback
 * completed before the next stage began.
 */
export function usualInterviewsOf(surroundings: Surroundings): Held[] {
	const { opportunity, account } = surroundings;
	if (account.interviewers.length === 0) return [];
	return opportunity.stageChanges.flatMap((change, position) => {
		if (!account.stages.get(change.toStageId)?.hasInterview) return [];
		const next = opportunity.stageChanges[position + 1]?.updatedAt ?? account.now;
		return [usuallyHeldIn(surroundings, change, next)];
	});
}

/** @param until milliseconds; everything is done a good while before */
function usuallyHeldIn(surroundings: Surroundings, change: StageChange, until: number): Held {
	const { random, account, opportunity, application } = surroundings;
	const within = (part: number) =>
		Math.round(change.updatedAt + part * Math.max(0, until - change.updatedAt));
	const template = random.pick(account.feedbackTemplates);
	const { panel, interviews } = buildPanel({
		id: newId(surroundings),
		opportunity,
		posting: application?.posting ?? null,
		stage: change.toStageId,
		title: account.stages.get(change.toStageId)?.text ?? 'Interview',
		interviews: [{ id: newId(surroundings), interviewer: random.pick(account.interviewers) }],
		feedbackTemplate: template.id,
		user: workerOf(surroundings),
		createdAt: change.updatedAt,
		start: within(0.25),
		timezone: random.pick(TIME_ZONES),
	});
	const feedback = interviews.flatMap((interview) => {
		const [interviewer] = interview.interviewers;
		if (interviewer === undefined) return [];
		const form = buildFeedback(
			{
				id: newId(surroundings),
				opportunityId: opportunity.id,
				user: interviewer.id,
				createdAt: within(0.5),
				completedAt: within(0.75),
			},
			template,
			interview,
		);
		interview.feedbackForms.push(form.id);
		return [form];
	});
	return { panel, interviews, feedback };
}
