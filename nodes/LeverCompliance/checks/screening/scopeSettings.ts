import { listOfTexts, tableOf, text, trueOrFalse, wholeNumber } from '../../policy/settings';

const list = (title: string, description: string) =>
	listOfTexts({ title, description, standard: [] });
const oneText = (title: string, description: string) => text({ title, description, standard: '' });

/** What screenings must hold, by role (compliance reference B.2 SCR-04, SCR-05, SCR-08). */
export const SCOPE_SETTINGS = {
	tiers: tableOf({
		title: 'Screening Tiers',
		description:
			'What a screening must hold for which roles, the strictest tier first: the first tier that fits a job holds. A tier without jobs, departments, work locations and postings is for everybody else.',
		standard: [],
		needed: ['name'],
		columns: {
			name: oneText('Name', 'How reports call the tier'),
			jobTitles: list('Job Titles', 'Job titles of the tier, as signed offers write them'),
			departments: list('Departments', 'Departments or teams; empty for all'),
			workLocations: list('Work Locations', 'Work locations; empty for all'),
			postings: list('Postings', 'Ids of postings in Lever; empty for all'),
			packages: list('Packages', 'Packages of the provider of which each is enough for the tier'),
			components: list('Searches', 'Searches that a screening of the tier must hold'),
			default: trueOrFalse({
				title: 'Default',
				description: 'Whether the tier is also for everybody whom no tier names',
				standard: false,
			}),
			validityMonths: wholeNumber({
				title: 'Validity Months',
				description:
					'How many months before the first day a screening of this tier may have been completed; 0 for as many as everywhere',
				standard: 0,
				from: 0,
				to: 120,
			}),
		},
	}),
	packageComponents: tableOf({
		title: 'Searches of Packages',
		description:
			'Which searches a package of the provider holds, for lists that name the package and not its searches',
		standard: [],
		needed: ['package'],
		columns: {
			package: oneText('Package', 'Package as the screening list writes it'),
			components: list('Searches', 'Searches that the package holds'),
		},
	}),
	alternatives: tableOf({
		title: 'Searches Not Allowed',
		description:
			'Searches that the law of a place forbids, and what is done there in their stead; nothing when that is left empty',
		standard: [],
		needed: ['component'],
		columns: {
			workLocations: list('Work Locations', 'Work locations where the search is not allowed'),
			component: oneText('Search', 'Search that is not allowed there'),
			instead: oneText('Instead', 'Search that takes its place'),
		},
	}),
	tiersMeetBs7858: trueOrFalse({
		title: 'Tiers Meet BS 7858',
		description:
			'Whether every tier asks for what BS 7858 asks, for instance five years of history without a gap of more than 31 days. Only then findings name that standard.',
		standard: false,
	}),
};
