import { always, AT_C, SOC_2 } from '../controls';
import type { Check } from '../types';
import { judgeAccount } from './population/accountCounts';
import { judgeScreeningRecord } from './population/screeningRecords';
import { judgeStaffRecord } from './population/staffRecords';

/**
 * Compliance reference B.2 SCR-06: the hires of Lever against the staff list, and the screening list against
 * the hires. Without a staff list no second source speaks of who started, which is never a pass.
 */
export const screeningPopulation: Check = {
	id: 'SCR-06',
	version: 1,
	title: 'Complete population of screenings',
	tests:
		'Everybody who started by the staff list is among the hires, and every screening belongs to a hire.',
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires', 'offers'] },
	// Addresses that were not read can only add links: what rests on nobody having been found says so itself.
	restsOn: ['hires', 'screeningList', 'staffList'],
	policyFields: [
		'organisationZone',
		'workZones',
		'screening.matchByNameAndBirthDate',
		'screening.validityMonths',
		'screening.startersOutsideLever',
		'screening.explainedDifferences',
		'access.staffListMaxAgeDays',
	],
	severity: 'high',
	controls: [
		{ framework: SOC_2, id: 'CC1.4', isMetBy: always },
		{ framework: AT_C, id: '.36', isMetBy: always },
	],
	remediation:
		'Find out how this person was hired. If it was not through Lever, say so in the policy, and have the screening shown in another way; if it was, find out why the hire cannot be seen.',
	evaluate: {
		account: judgeAccount,
		screeningRecord: judgeScreeningRecord,
		staffRecord: judgeStaffRecord,
	},
};
