import { leverPath } from '../../../shared/transport';
import { profileFormTemplateLocator } from '../../fields/locators';
import { getManyOperation } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { ProfileFormTemplateRecord } from '../records';
import { simplifyTemplate } from './template';

function simplifyProfileFormTemplate(record: ProfileFormTemplateRecord): object {
	return { ...simplifyTemplate(record), secretByDefault: record.secretByDefault ?? null };
}

export const profileFormTemplate: Resource = {
	name: 'Profile Form Template',
	value: 'profileFormTemplate',
	description: 'Form that is filled in on profiles, for instance a background check form',
	operations: [
		getOperation<ProfileFormTemplateRecord>({
			action: 'Get a profile form template',
			description: 'Read one form that is filled in on profiles, with its questions',
			ids: [profileFormTemplateLocator],
			path: (id) => leverPath`/form_templates/${id}`,
			simplify: simplifyProfileFormTemplate,
			includable: INCLUDABLE.template,
		}),
		getManyOperation<ProfileFormTemplateRecord>({
			action: 'Get many profile form templates',
			description: 'Read the forms that are filled in on profiles, with their questions',
			path: () => leverPath`/form_templates`,
			records: 'profile form templates',
			simplify: simplifyProfileFormTemplate,
			includable: INCLUDABLE.template,
		}),
	],
};
