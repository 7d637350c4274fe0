import type { INodePropertyOptions } from 'n8n-workflow';

import { CHECKS } from '../checks';
import type { CheckFamily } from '../checks/types';

/** Families that a person can choose; the checks of the reads themselves always run. */
export type ChosenFamily = Exclude<CheckFamily, 'population'>;

const FAMILY_NAMES: Record<ChosenFamily, string> = {
	access: 'Access',
	connection: 'Connection',
	offers: 'Offers',
	pipeline: 'Pipeline',
	privacy: 'Privacy',
	screening: 'Screening',
};

export const CHOSEN_FAMILIES = Object.keys(FAMILY_NAMES) as readonly ChosenFamily[];

/** One option for each family, with its checks as the description. */
export function familyOptions(): INodePropertyOptions[] {
	return CHOSEN_FAMILIES.filter((family) => CHECKS.some((check) => check.family === family)).map(
		(family) => ({
			name: FAMILY_NAMES[family],
			value: family,
			description: CHECKS.filter((check) => check.family === family)
				.map(({ id, title }) => `${id} ${title}`)
				.join('; '),
		}),
	);
}

/** The families of a parameter value; what is not a family is left out. */
export function familiesIn(value: unknown): ChosenFamily[] {
	return CHOSEN_FAMILIES.filter((family) => Array.isArray(value) && value.includes(family));
}
