import type { BridgeStep, Collection, ListState, Period } from '../../shared/contracts';
import { dateFieldOfListed, type TimeZone } from '../../shared/dates';
import type { StaffRow } from '../lists/types';
import { counted } from '../phrases';
import { NOT_IN_POPULATION_TEXT, type DecidedHire, type NotInPopulationReason } from './types';

export interface BridgeInput {
	collections: readonly Collection[];
	hires: readonly DecidedHire[];
	/** Hires of the population with at least one decided result */
	tested: number;
	staff: { state: ListState; rows: readonly StaffRow[] };
	period: Period;
	organisationZone: TimeZone;
}

/** From everything read to everything tested, beside the staff list's starters (design §3). */
export function buildBridge(input: BridgeInput): BridgeStep[] {
	const { hires, period } = input;
	const counts = countNotInPopulation(hires);
	const hired = hires.length - counts.notHired - counts.withdrawnBeforeStart;
	return [
		opportunitiesRead(input.collections),
		{
			label: 'Hired',
			count: hired,
			note: sentences(
				'Several opportunities of a person are one hire; one without a hired archive reason or a signed offer is none',
				leftOut(counts, ['notHired', 'withdrawnBeforeStart']),
			),
		},
		{
			label: 'In the period',
			count: hired - counts.startBeforePeriod - counts.startAfterPeriod,
			note: sentences(
				`${period.from} to ${period.to}`,
				leftOut(counts, ['startBeforePeriod', 'startAfterPeriod']),
			),
		},
		{ label: 'Tested', count: input.tested, note: '' },
		startersOnStaffList(input),
	];
}

/** How many candidates each reason leaves out of the population. */
export function countNotInPopulation(
	hires: readonly DecidedHire[],
): Record<NotInPopulationReason, number> {
	const counts = {
		notHired: 0,
		withdrawnBeforeStart: 0,
		startBeforePeriod: 0,
		startAfterPeriod: 0,
	};
	for (const { notInPopulation } of hires) if (notInPopulation !== null) counts[notInPopulation]++;
	return counts;
}

function sentences(...parts: string[]): string {
	return parts.filter((part) => part !== '').join('. ');
}

function leftOut(
	counts: Record<NotInPopulationReason, number>,
	reasons: readonly NotInPopulationReason[],
): string {
	return reasons
		.filter((reason) => counts[reason] > 0)
		.map((reason) => `${counts[reason]} left out: ${NOT_IN_POPULATION_TEXT[reason]}`)
		.join('. ');
}

function opportunitiesRead(collections: readonly Collection[]): BridgeStep {
	const reads = collections.filter(
		(collection) =>
			collection.source === 'lever' &&
			collection.purpose === 'hires' &&
			collection.resource === 'opportunities',
	);
	const complete = reads.every((collection) => collection.complete);
	return {
		label: 'Opportunities read',
		count: reads.length === 0 ? null : reads.reduce((sum, { uniqueIds }) => sum + uniqueIds, 0),
		note: reads.length === 0 ? 'Not collected' : complete ? '' : 'Not complete',
	};
}

const NO_STARTERS_BECAUSE: Record<Exclude<ListState, 'read'>, string> = {
	empty: 'The staff list arrived empty',
	failed: 'The staff list could not be read',
	notConnected: 'No staff list is connected',
};

function startersOnStaffList({ staff, period, organisationZone }: BridgeInput): BridgeStep {
	const label = 'Starters on the staff list';
	if (staff.state !== 'read') return { label, count: null, note: NO_STARTERS_BECAUSE[staff.state] };
	const readings = staff.rows.map(({ record }) =>
		dateFieldOfListed(record.startDate, [organisationZone]),
	);
	const unread = readings.filter(({ kind }) => kind !== 'date').length;
	return {
		label,
		count: readings.filter(
			(reading) =>
				reading.kind === 'date' && reading.date >= period.from && reading.date <= period.to,
		).length,
		note:
			unread === 0
				? 'Start in the period'
				: `Start in the period; ${counted(unread, 'row has', 'rows have')} no start date`,
	};
}
