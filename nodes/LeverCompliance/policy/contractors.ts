import { listOfTexts } from './settings';

/** Who counts as a contractor besides those whom the staff list calls so (compliance reference B.2, SCR-15). */
export const CONTRACTOR_SETTINGS = {
	contractorWords: listOfTexts({
		title: 'Contractor Words',
		description:
			"Words in the employment status of a requisition, or in the commitment of a posting, that mean somebody else's personnel",
		standard: [
			'contractor',
			'contract',
			'contingent',
			'freelance',
			'freelancer',
			'consultant',
			'agency',
			'external',
			'supplier',
			'self employed',
		],
	}),
	// Tags are free text, and "contract" or "agency" may stand there for a skill or a source.
	contractorTags: listOfTexts({
		title: 'Contractor Tags',
		description: "Words in a tag of an opportunity that mean somebody else's personnel",
		standard: ['contractor', 'freelancer', 'contingent worker'],
	}),
};
