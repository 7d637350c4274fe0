import { uuidFor } from '../ids.mts';
import type { StoredFeedbackTemplate, StoredFormField, StoredFormTemplate } from '../records.mts';

const FOUR_SCORES = ['4 - Strong Hire', '3 - Hire', '2 - No Hire', '1 - Strong No Hire'].map(
	(text) => ({ text }),
);

type Question = Omit<StoredFormField, 'id' | 'description' | 'required'>;

/** Questions without answers; their ids follow from the template and the place. */
const fieldsOf = (template: string, questions: readonly Question[]): StoredFormField[] =>
	questions.map(({ type, text, ...rest }, position) => ({
		id: uuidFor(`question/${template}/${position}`),
		type,
		text,
		description: '',
		required: position === 0,
		...rest,
	}));

interface TemplateFacts {
	text: string;
	group: string;
	questions: readonly Question[];
	createdAt: number;
}

function templateOf({ text, group, questions, createdAt }: TemplateFacts): StoredFeedbackTemplate {
	return {
		id: uuidFor(`template/${text}`),
		text,
		group: { id: uuidFor(`template group/${group}`), name: group },
		instructions: '',
		fields: fieldsOf(text, questions),
		stage: null,
		createdAt,
		updatedAt: createdAt,
	};
}

const FEEDBACK: ReadonlyArray<Omit<TemplateFacts, 'createdAt'>> = [
	{
		text: 'Technical interview',
		group: 'Engineering',
		questions: [
			{ type: 'score-system', text: 'Rating', prompt: 'Select one', options: FOUR_SCORES },
			{
				type: 'scorecard',
				text: 'Skills',
				scores: [
					{ text: 'Design', description: 'Takes a task apart' },
					{ text: 'Craft', description: 'Writes what others can read' },
				],
			},
			{ type: 'code', text: 'Exercise', language: 'typescript' },
			{ type: 'textarea', text: 'Comments' },
		],
	},
	{
		text: 'Conversation',
		group: 'Everybody',
		questions: [
			{ type: 'score', text: 'Overall' },
			{ type: 'multiple-select', text: 'Topics', options: [{ text: 'Team' }, { text: 'Tasks' }] },
			{ type: 'textarea', text: 'Comments' },
			{
				type: 'multiple-choice',
				text: 'Next step',
				prompt: 'Select one',
				options: [{ text: 'Another conversation' }, { text: 'None' }],
			},
		],
	},
];

const FORMS: ReadonlyArray<Omit<TemplateFacts, 'createdAt'>> = [
	{
		text: 'Reference check',
		group: 'Everybody',
		questions: [
			{ type: 'date', text: 'Called on' },
			{ type: 'yes-no', text: 'Would hire again' },
			{ type: 'textarea', text: 'What was said' },
		],
	},
	{
		text: 'Relocation',
		group: 'Everybody',
		questions: [
			{ type: 'dropdown', text: 'Help', prompt: 'Select one', options: [{ text: 'Visa' }] },
			{ type: 'currency', text: 'Costs', currency: 'EUR' },
			{ type: 'university', text: 'University', prompt: 'Select one' },
			{ type: 'file-upload', text: 'Letter' },
		],
	},
];

/** Interview feedback (lever-api.md §5.10) */
export const feedbackTemplates = (createdAt: number): StoredFeedbackTemplate[] =>
	FEEDBACK.map((template) => templateOf({ ...template, createdAt }));

/** Profile forms; the second kind is secret unless somebody says otherwise (lever-api.md §5.10) */
export const formTemplates = (createdAt: number): StoredFormTemplate[] =>
	FORMS.map((template, position) => ({
		...templateOf({ ...template, createdAt }),
		secretByDefault: position === 1,
	}));
