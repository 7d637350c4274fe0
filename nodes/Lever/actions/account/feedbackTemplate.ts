import { leverPath } from '../../../shared/transport';
import { feedbackTemplateLocator } from '../../fields/locators';
import { getManyOperation } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { FeedbackTemplateRecord } from '../records';
import { simplifyTemplate } from './template';

export const feedbackTemplate: Resource = {
	name: 'Feedback Template',
	value: 'feedbackTemplate',
	description: 'Form that interviewers fill in',
	operations: [
		getOperation<FeedbackTemplateRecord>({
			action: 'Get a feedback template',
			description: 'Read one form that interviewers fill in, with its questions',
			ids: [feedbackTemplateLocator],
			path: (id) => leverPath`/feedback_templates/${id}`,
			simplify: simplifyTemplate,
			includable: INCLUDABLE.template,
		}),
		getManyOperation<FeedbackTemplateRecord>({
			action: 'Get many feedback templates',
			description: 'Read the forms that interviewers fill in, with their questions',
			path: () => leverPath`/feedback_templates`,
			records: 'feedback templates',
			simplify: simplifyTemplate,
			includable: INCLUDABLE.template,
		}),
	],
};
