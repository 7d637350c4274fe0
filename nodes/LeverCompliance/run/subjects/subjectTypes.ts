import type { Check, SubjectsByType } from '../../checks/types';

/** The types of subjects that a check judges. */
export function subjectTypesOf({ evaluate: evaluations }: Check): Array<keyof SubjectsByType> {
	return SUBJECT_TYPES.filter((type) => evaluations[type] !== undefined);
}

/** In the order in which findings are sorted, but for withdrawn hires, which are hires. */
export const SUBJECT_TYPES: ReadonlyArray<keyof SubjectsByType> = [
	'account',
	'collection',
	'hire',
	'opportunity',
	'screeningRecord',
	'staffRecord',
	'user',
	'withdrawnHire',
];
