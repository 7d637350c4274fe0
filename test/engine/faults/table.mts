import type { FaultName } from '../../../mock-lever/index.mts';

/** How a read ends in which one request goes wrong. */
export type Ending =
	/** As if nothing had happened */
	| 'exact'
	/** Not complete, and says so in these words */
	| RegExp;

/** Faults that leave the contents of records alone; those that change contents are in contents.test.mts. */
export const ENDINGS: ReadonlyArray<readonly [FaultName, Ending]> = [
	['rateLimited', 'exact'],
	['rateLimitedWithRetryAfter', 'exact'],
	['serverError', 'exact'],
	['badGatewayPage', 'exact'],
	['unavailable', 'exact'],
	['resetBeforeAnswer', 'exact'],
	['resetInsideBody', 'exact'],
	['noAnswer', 'exact'],
	['tokenExpired', 'exact'],
	['emptyPageGoesOn', 'exact'],
	['recordTwice', 'exact'],
	['cursorInvalid', 'exact'],
	['truncatedJson', /answered with something that is not JSON instead of data/],
	['pageInsteadOfData', /answered with a web page instead of data/],
	['nextMissing', /goes on, but not where/],
	['cursorRepeats', /goes in circles/],
	['forbidden', /does not let this API key read|may not read confidential|could not be read with/],
	['redirectElsewhere', /sends the request on to another host/],
	['invalidUtf8', /bytes that are no text in UTF-8/],
];
