import type { ScreeningState } from '../../shared/contracts';
import { foldStatus } from './foldStatus';
import { namesProvider } from './providers';

export interface ScreeningMeaning {
	state: ScreeningState;
	/** The status itself says that part of the check was cancelled */
	hasCancelled?: true;
}

type StatusTable = Readonly<Record<string, ScreeningMeaning>>;

const running: ScreeningMeaning = { state: 'running' };
const done: ScreeningMeaning = { state: 'done' };
const stopped: ScreeningMeaning = { state: 'stopped' };
const doneInPart: ScreeningMeaning = { state: 'done', hasCancelled: true };

/**
 * What providers' statuses mean, by the provider's name; keys as `foldStatus` gives them. What is in
 * neither the provider's table nor the common one is unknown: never guessed (rules.md §4).
 * A status that says a check is only being drafted, or that its invitation never arrived, is left out
 * on purpose.
 */
const PROVIDER_STATUSES: Readonly<Record<string, StatusTable>> = {
	// docs.checkr.com/use-cases/check-status; "clear", "consider" and "review" are how Checkr's dashboard
	// shows a complete report (help.checkr.com 360025682094)
	checkr: {
		pending: running,
		suspended: running,
		paused: running,
		dispute: running,
		complete: done,
		clear: done,
		consider: done,
		review: done,
		canceled: stopped,
	},
	// Certn's case lifecycle (centric-api-docs.certn.co) and order statuses (docs.certn.co)
	certn: {
		'case ordered': running,
		'applicant invited': running,
		'applicant opened': running,
		'applicant started': running,
		'applicant submitted': running,
		'applicant action required': running,
		'client action required': running,
		'action required': running,
		'waiting on candidate': running,
		'in dispute': running,
		'applicant expired': stopped,
		unresponsive: stopped,
	},
	// Cornerstone's help page of the Sterling integration
	sterling: { acknowledged: running },
	'first advantage': { acknowledged: running },
	hireright: { 'applicant pending': running, 'pending applicant': running },
	veremark: { requested: running, 'in review': running, review: running },
};

const COMMON_STATUSES: StatusTable = {
	pending: running,
	'in progress': running,
	inprogress: running,
	processing: running,
	running,
	started: running,
	ordered: running,
	requested: running,
	submitted: running,
	invited: running,
	'in review': running,
	suspended: running,
	paused: running,
	'on hold': running,
	waiting: running,
	dispute: running,
	disputed: running,
	complete: done,
	completed: done,
	done,
	finished: done,
	'completed with flags': done,
	'complete with canceled': doneInPart,
	'complete with cancelled': doneInPart,
	'completed with canceled': doneInPart,
	'completed with cancelled': doneInPart,
	canceled: stopped,
	cancelled: stopped,
	withdrawn: stopped,
	expired: stopped,
	aborted: stopped,
	voided: stopped,
	deleted: stopped,
};

/**
 * Reads statuses: a person's own table first, then the provider's, then the common one.
 *
 * @param ownMeanings status text → state, as the person set it
 */
export function screeningStatusReader(
	ownMeanings: Readonly<Record<string, ScreeningState>>,
): (provider: string | null, status: string) => ScreeningMeaning {
	const own = new Map(
		Object.entries(ownMeanings).map(([status, state]) => [foldStatus(status), state]),
	);
	return (provider, status) => {
		const key = foldStatus(status);
		const ownState = own.get(key);
		if (ownState !== undefined) return { state: ownState };
		return (
			entry(providerTable(provider), key) ?? entry(COMMON_STATUSES, key) ?? { state: 'unknown' }
		);
	};
}

function providerTable(provider: string | null): StatusTable {
	const known = Object.keys(PROVIDER_STATUSES).find((name) => namesProvider(provider, name));
	return known === undefined ? {} : (PROVIDER_STATUSES[known] ?? {});
}

function entry(table: StatusTable, key: string): ScreeningMeaning | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}
