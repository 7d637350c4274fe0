import type { ListName } from '../../shared/contracts';

/** The connected lists by the names of their inputs. */
export const LIST_TITLES: Record<ListName, string> = {
	screeningList: 'Screening List',
	staffList: 'Staff List',
	approvals: 'Approvals',
	previousRun: 'Previous Run',
};
