import type { CivilDate, FileRecord } from '../../../shared/contracts';
import { addDays, type TimeZone } from '../../../shared/dates';
import { counted } from '../../phrases';
import { listOfTexts, wholeNumber } from '../../policy/settings';
import { always, GDPR, ISO_27001 } from '../controls';
import { collectionReference, readReference } from '../evidence';
import type { Check, CheckContext, CheckResult, Part } from '../types';
import { phraseFinder } from './words';

export const SCREENING_MATERIAL_SETTINGS = {
	screeningWords: listOfTexts({
		title: 'Screening Words',
		description:
			'Words by which names of files, forms and notes show that they are of a screening; several words stand side by side, in any letter case',
		standard: [
			'background check',
			'background report',
			'background screening',
			'certn',
			'checkr',
			'conviction',
			'criminal',
			'DBS',
			'disclosure certificate',
			'HireRight',
			'passport',
			'police',
			'SIN',
			'SSN',
			'social security',
			'Führungszeugnis',
			'Veremark',
		],
	}),
	// UK DBS: certificates not longer than six months (compliance reference A.5).
	screeningMaterialDays: wholeNumber({
		title: 'Screening Material Days',
		description: 'How many days screening material may lie in Lever before it is a deviation',
		standard: 180,
		from: 0,
		to: 3660,
	}),
};

/**
 * Compliance reference B.2 PRV-01; runs only where file names are read (rules.md §10). No name, and no
 * word of a name, leaves this file: what a document is called can tell what it says.
 */
export const screeningMaterial: Check = {
	id: 'PRV-01',
	version: 1,
	title: 'No screening material in Lever',
	tests:
		'No file, form or note in Lever has a name that shows that it is of a screening; one finding for each hire, and one for everybody else.',
	family: 'privacy',
	needs: { lists: [], collections: ['files'], reads: ['files'] },
	restsOn: ['files'],
	policyFields: [
		'organisationZone',
		'workZones',
		'privacy.screeningWords',
		'privacy.screeningMaterialDays',
	],
	severity: 'high',
	controls: [
		{ framework: GDPR, id: 'Art. 5(1)(c)', isMetBy: always },
		{ framework: GDPR, id: 'Art. 10', isMetBy: always },
		{ framework: ISO_27001, id: 'A.5.34', isMetBy: always },
	],
	remediation:
		'Look at the records with these ids in Lever. Keep what a screening produced with its provider only, and delete it in Lever.',
	evaluate: {
		hire({ hire, references, zone, today }, context) {
			const files = hire.opportunityIds.flatMap((id) =>
				context.account.fileRecordsByOpportunity.get(id),
			);
			const hits = hitsIn(files, context);
			return {
				...judge(hits, zone.zone, today, context),
				observed: hitFacts(files, hits),
				expected: expectation(context),
				evidence: [
					...references.opportunities,
					...hits.map((file) => readReference(file.fileRecordId, file)),
				],
			};
		},
		account({ today }, context) {
			const ofHires = new Set(context.account.hires.flatMap(({ hire }) => hire.opportunityIds));
			const files = context.account.fileRecords.filter(
				({ opportunityId }) => !ofHires.has(opportunityId),
			);
			const hits = hitsIn(files, context);
			const { collections } = context.account;
			return {
				...judge(hits, context.organisationZone, today, context),
				observed: hitFacts(files, hits),
				expected: expectation(context),
				evidence:
					hits.length > 0
						? hits.map((file) => readReference(file.fileRecordId, file))
						: collections
								.filter((one) => one.source === 'lever' && one.purpose === 'files')
								.map(collectionReference),
			};
		},
	},
};

/** By id, so that the order of the input changes nothing. */
function hitsIn(files: readonly FileRecord[], { policy }: CheckContext): FileRecord[] {
	if (files.length === 0) return [];
	const isScreening = phraseFinder(policy.privacy.screeningWords);
	return files
		.filter(({ name }) => isScreening(name))
		.sort((a, b) => (a.fileRecordId < b.fileRecordId ? -1 : 1));
}

function judge(
	hits: readonly FileRecord[],
	zone: TimeZone,
	today: CivilDate,
	{ policy }: CheckContext,
): Part & Pick<CheckResult, 'basis'> {
	const allowed = policy.privacy.screeningMaterialDays;
	if (hits.length === 0) return NOTHING_FOUND;
	const ends = hits.flatMap(({ createdAt }) =>
		createdAt === null ? [] : [addDays(zone.civilDate(createdAt), allowed)],
	);
	const overdue = ends.filter((end) => end < today).sort();
	const seen = `${counted(hits.length, 'record has', 'records have')} a name that shows screening material.`;
	const [first] = overdue;
	if (first === undefined) {
		return {
			status: 'warn',
			basis: 'presence',
			reasonCode: 'material-found',
			message: `${seen} Expected: none; deleted within ${counted(allowed, 'day')} at the latest.`,
		};
	}
	return {
		status: 'fail',
		basis: 'presence',
		reasonCode: 'material-kept-too-long',
		message: `${seen} ${overdue.length} of them ${overdue.length === 1 ? 'is' : 'are'} older than ${counted(allowed, 'day')}. Expected: none.`,
		deviationDay: addDays(first, 1),
	};
}

const NOTHING_FOUND: Part & Pick<CheckResult, 'basis'> = {
	status: 'pass',
	basis: 'absence',
	reasonCode: 'no-material',
	message: 'No file, form or note has a name that shows screening material.',
};

function hitFacts(files: readonly FileRecord[], hits: readonly FileRecord[]) {
	return { recordsRead: files.length, fileRecords: hits.map(({ fileRecordId }) => fileRecordId) };
}

function expectation({ policy }: CheckContext) {
	return { fileRecords: 0, daysAtMost: policy.privacy.screeningMaterialDays };
}
