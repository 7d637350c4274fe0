import type { CivilDate, EvidenceReference, LeverCollection } from '../../../shared/contracts';
import { unshiftedDay } from '../../../shared/dates';
import { collectionReference } from '../evidence';
import { listsCalled, readsFor } from '../reads';
import type { CheckContext } from '../types';

/** Reads of what Lever shows only as it is now; all others hold events with their dates. */
const STATE_READS = ['users', 'jobs', 'connection'] as const;
const EVENT_READS = ['hires', 'offers', 'records', 'interviews', 'auditEvents'] as const;

/** Reads that a period is closed with. */
export const PERIOD_READS = [...EVENT_READS, ...STATE_READS] as const;

/** Something that was read or exported, with the day that it speaks for. */
export interface ReadOn {
	name: string;
	day: CivilDate;
	/** It shows only how things are on that day */
	isState: boolean;
	evidence: EvidenceReference;
}

/** The days of all reads and lists that a period is closed with, and the lists of which nobody says it. */
export function readDays(context: CheckContext): { days: ReadOn[]; undated: string[] } {
	const { account, screeningList, staffList, organisationZone } = context;
	const days = readsFor(account, ...PERIOD_READS).map((read) => readOn(read, context));
	const undated: string[] = [];
	// Screenings are events with their dates; a staff list shows who works here on the day of its export.
	for (const { resource, label, isState } of [
		{ resource: 'screeningList', label: screeningList.label, isState: false },
		{ resource: 'staffList', label: staffList.label, isState: true },
	] as const) {
		for (const list of listsCalled(resource, account)) {
			if (list.exportedAt === null) {
				undated.push(label);
				continue;
			}
			const day = unshiftedDay(Date.parse(list.exportedAt), organisationZone);
			days.push({ name: label, day, isState, evidence: collectionReference(list) });
		}
	}
	return { days, undated };
}

function readOn(read: LeverCollection, { organisationZone }: CheckContext): ReadOn {
	return {
		name: read.resource.replaceAll('_', ' '),
		day: organisationZone.civilDate(Date.parse(read.startedAt)),
		isState: STATE_READS.some((one) => one === read.purpose),
		evidence: collectionReference(read),
	};
}

/** What was read and on which day, each once. */
export function listed(days: readonly ReadOn[]): string {
	return [...new Set(days.map(({ name, day }) => `${name} of ${day}`))].sort().join(', ');
}
