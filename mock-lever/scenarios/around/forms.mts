import { buildNote, buildProfileForm, buildReferral } from '../build/forms.mts';
import type {
	StoredFormTemplate,
	StoredNote,
	StoredProfileForm,
	StoredReferral,
} from '../records.mts';
import type { Surroundings } from './surroundings.mts';
import { newId, soonAfter, workerOf } from './surroundings.mts';

const COMMENTS = [
	'References requested.',
	'Prefers to talk in the afternoon.',
	'Asked about working from home.',
	'Could start in two months.',
];

/** An anonymised person has none left. */
export function notesOf(surroundings: Surroundings): StoredNote[] {
	const { opportunity, random } = surroundings;
	if (opportunity.isAnonymized || !random.chance(0.25)) return [];
	const threads = random.chance(0.3) ? 2 : 1;
	return Array.from({ length: threads }, () => noteOf(surroundings));
}

function noteOf(surroundings: Surroundings): StoredNote {
	const { opportunity, random } = surroundings;
	const createdAt = soonAfter(surroundings, opportunity.createdAt, 20);
	return buildNote({
		id: newId(surroundings),
		opportunityId: opportunity.id,
		user: workerOf(surroundings),
		stage: opportunity.stage,
		comments: COMMENTS.slice(0, random.between(1, COMMENTS.length)),
		secret: random.chance(0.2),
		createdAt,
		deletedAt: random.chance(0.1) ? soonAfter(surroundings, createdAt, 30) : null,
	});
}

export function profileFormsOf(surroundings: Surroundings): StoredProfileForm[] {
	const { opportunity, random, account } = surroundings;
	if (opportunity.isAnonymized || !random.chance(0.1)) return [];
	const templates = random.chance(0.2)
		? account.formTemplates
		: [random.pick(account.formTemplates)];
	return templates.map((template) => profileFormOf(surroundings, template));
}

function profileFormOf(
	surroundings: Surroundings,
	template: StoredFormTemplate,
): StoredProfileForm {
	const { opportunity, random } = surroundings;
	const createdAt = soonAfter(surroundings, opportunity.lastAdvancedAt, 5);
	const facts = {
		id: newId(surroundings),
		opportunityId: opportunity.id,
		user: workerOf(surroundings),
		createdAt,
		completedAt: random.chance(0.1) ? null : createdAt,
		deletedAt: random.chance(0.1) ? soonAfter(surroundings, createdAt, 30) : null,
	};
	return buildProfileForm(facts, template, opportunity.stage);
}

/** Of those who came by a referral; the referrer is a colleague with an account or without. */
export function referralsOf(surroundings: Surroundings): StoredReferral[] {
	const { opportunity, random } = surroundings;
	if (opportunity.isAnonymized || opportunity.origin !== 'referred') return [];
	const colleagues = random.chance(0.15) ? 2 : 1;
	return Array.from({ length: colleagues }, () => referralOf(surroundings));
}

function referralOf(surroundings: Surroundings): StoredReferral {
	const { opportunity, random, account } = surroundings;
	const referrer = random.chance(0.7) ? random.pick(account.interviewers) : null;
	const [first] = opportunity.stageChanges;
	return buildReferral({
		id: newId(surroundings),
		opportunityId: opportunity.id,
		user: referrer?.id ?? workerOf(surroundings),
		referrer: referrer?.id ?? null,
		referrerName: referrer?.name ?? 'A former colleague',
		stage: first?.toStageId ?? opportunity.stage,
		createdAt: opportunity.createdAt,
	});
}
