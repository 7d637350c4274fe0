import { listOfTexts, tableOf, text, wholeNumber } from '../../policy/settings';

/** Differences between the staff list and the hires that somebody explains (compliance reference B.2 SCR-06). */
export const POPULATION_SETTINGS = {
	startersOutsideLever: listOfTexts({
		title: 'Starters Outside Lever',
		description:
			'Employee ids of people on the staff list who started without being hired in Lever, for instance after an acquisition',
		standard: [],
	}),
	explainedDifferences: tableOf({
		title: 'Hires Not on Staff List',
		description:
			'How many hires of the period the staff list need not name, and why, for instance because they left or work for a company with a list of its own',
		standard: [],
		needed: ['hires', 'reason'],
		columns: {
			hires: wholeNumber({
				title: 'Hires',
				description: 'How many hires',
				standard: 0,
				from: 0,
				to: 1_000_000,
			}),
			reason: text({
				title: 'Reason',
				description: 'Why the staff list does not name them',
				standard: '',
			}),
		},
	}),
};
