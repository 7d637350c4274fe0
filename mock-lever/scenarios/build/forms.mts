import { uuidFor } from '../ids.mts';
import type {
	StoredFeedback,
	StoredFeedbackTemplate,
	StoredFormField,
	StoredFormTemplate,
	StoredInterview,
	StoredNote,
	StoredProfileForm,
	StoredReferral,
} from '../records.mts';

export interface FormFacts {
	id: string;
	opportunityId: string;
	/** Id of the user who fills it in */
	user: string;
	createdAt: number;
	/** Default: at once. Null: not yet */
	completedAt?: number | null;
	/** Default null */
	deletedAt?: number | null;
}

/** An answer that fits the type of a question (lever-api.md §5.10). */
const ANSWERS: Record<string, (field: StoredFormField, moment: number) => unknown> = {
	'score-system': ({ options }) => options?.[1]?.text ?? null,
	dropdown: ({ options }) => options?.[0]?.text ?? null,
	'multiple-choice': ({ options }) => options?.[0]?.text ?? null,
	'multiple-select': ({ options }) => (options ?? []).map(({ text }) => text),
	scorecard: ({ scores }) => (scores ?? []).map(() => ({ score: 3, comment: 'Sound.' })),
	score: () => 3,
	date: (_field, moment) => moment,
	currency: () => 1500,
	'yes-no': () => 'yes',
	code: () => 'export const answer = 42;',
	university: () => 'Sample University',
	'file-upload': ({ id }) => `https://api.lever.co/v1/uploads/${id}/sample.pdf`,
};

/** Lists are empty as long as nobody has answered; anything else is null. */
const UNANSWERED: Record<string, unknown> = { 'multiple-select': [], scorecard: [] };

const answered = (fields: readonly StoredFormField[], moment: number | null): StoredFormField[] =>
	fields.map((field) => {
		const answer = ANSWERS[field.type] ?? (() => 'An invented remark.');
		return {
			...field,
			value: moment === null ? (UNANSWERED[field.type] ?? null) : answer(field, moment),
		};
	});

const completion = ({ completedAt, createdAt }: FormFacts) =>
	completedAt === undefined ? createdAt : completedAt;

/** What an interviewer says. Answers are filled in once it is completed. */
export function buildFeedback(
	facts: FormFacts,
	template: StoredFeedbackTemplate,
	interview: Pick<StoredInterview, 'id' | 'panel'> | null,
): StoredFeedback {
	const completedAt = completion(facts);
	return {
		id: facts.id,
		opportunityId: facts.opportunityId,
		type: interview === null ? 'assignment' : 'interview',
		text: template.text,
		instructions: template.instructions,
		fields: answered(template.fields, completedAt),
		baseTemplateId: template.id,
		interview: interview?.id ?? null,
		panel: interview?.panel ?? null,
		user: facts.user,
		createdAt: facts.createdAt,
		completedAt,
		updatedAt: completedAt,
		deletedAt: facts.deletedAt ?? null,
	};
}

/** A form about the person that no interview asks for. */
export function buildProfileForm(
	facts: FormFacts,
	template: StoredFormTemplate,
	stage: string,
): StoredProfileForm {
	const completedAt = completion(facts);
	return {
		id: facts.id,
		opportunityId: facts.opportunityId,
		type: 'form',
		text: template.text,
		instructions: template.instructions,
		baseTemplateId: template.id,
		fields: answered(template.fields, completedAt),
		user: facts.user,
		stage,
		createdAt: facts.createdAt,
		completedAt,
		deletedAt: facts.deletedAt ?? null,
	};
}

interface NoteFacts extends FormFacts {
	/** Default `Note`, as Lever calls all of them */
	title?: string;
	stage: string;
	/** One after the other, a minute apart */
	comments: readonly string[];
	/** Default false */
	secret?: boolean;
}

/** A thread; each comment is one entry of `fields`. */
export function buildNote(facts: NoteFacts): StoredNote {
	const { user, stage, createdAt } = facts;
	return {
		id: facts.id,
		opportunityId: facts.opportunityId,
		text: facts.title ?? 'Note',
		fields: facts.comments.map((value, position) => ({
			createdAt: createdAt + position * 60_000,
			score: null,
			stage,
			text: 'Comment',
			type: 'note',
			user,
			value,
		})),
		user,
		secret: facts.secret ?? false,
		createdAt,
		completedAt: completion(facts),
		deletedAt: facts.deletedAt ?? null,
	};
}

interface ReferralFacts extends Omit<FormFacts, 'deletedAt'> {
	stage: string;
	/** Id of the user who referred the person; null for somebody without an account */
	referrer: string | null;
	referrerName: string;
}

export function buildReferral(facts: ReferralFacts): StoredReferral {
	return {
		id: facts.id,
		opportunityId: facts.opportunityId,
		type: 'referral',
		text: 'Referral',
		instructions: '',
		fields: [
			{
				id: uuidFor(`question/${facts.id}`),
				type: 'text',
				text: 'Name of referrer',
				description: '',
				required: true,
				value: facts.referrerName,
			},
		],
		baseTemplateId: null,
		user: facts.user,
		referrer: facts.referrer,
		stage: facts.stage,
		createdAt: facts.createdAt,
		completedAt: completion(facts),
	};
}
