import { leavers } from './access/uar01Leavers';
import { acceptedInTime } from './offers/ofr04AcceptedInTime';
import { signedOffer } from './offers/ofr01SignedOffer';
import { startDate } from './offers/ofr03StartDate';
import { completeness } from './population/ipe01Completeness';
import { screeningExists } from './screening/scr01ScreeningExists';
import { screeningIdentity } from './screening/scr07Identity';
import { screeningInTime } from './screening/scr02ScreeningInTime';
import { upcomingStart } from './screening/scr09UpcomingStart';
import type { Check } from './types';

/**
 * Every check, in the order of reports. A new check is a file of its own and a line here: the form of
 * the node, the run and the report's catalogue are made from this table.
 */
export const CHECKS: readonly Check[] = [
	screeningExists,
	screeningInTime,
	screeningIdentity,
	upcomingStart,
	signedOffer,
	startDate,
	acceptedInTime,
	leavers,
	completeness,
];
