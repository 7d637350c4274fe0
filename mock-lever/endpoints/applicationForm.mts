import { uuidFor } from '../scenarios/ids.mts';
import type { StoredPosting } from '../scenarios/records.mts';

const question = (name: string, text: string, required: boolean) => ({ name, text, required });

/** The questions that an applicant sees (lever-api.md §5.6); without any on equal opportunity. */
export function applicationForm(posting: StoredPosting): object {
	return {
		customQuestions: [
			{
				id: uuidFor(`application form/${posting.id}`),
				text: 'A few questions',
				fields: [
					{
						id: uuidFor(`application form/${posting.id}/start`),
						type: 'text',
						text: 'When could you start?',
						description: '',
						required: true,
					},
					{
						id: uuidFor(`application form/${posting.id}/move`),
						type: 'multiple-choice',
						text: `Would you work in ${posting.categories.location ?? 'our office'}?`,
						description: '',
						required: false,
						prompt: 'Select one',
						options: [{ text: 'Yes' }, { text: 'No' }],
					},
				],
			},
		],
		eeoQuestions: null,
		personalInformation: [
			question('fullName', 'Full name', true),
			question('email', 'E-mail', true),
			question('phone', 'Phone', false),
			question('resume', 'Resume', false),
		],
		urls: [question('LinkedIn', 'LinkedIn', false), question('Other', 'Other website', false)],
	};
}
