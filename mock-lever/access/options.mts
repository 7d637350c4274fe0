import type { LesserRoles } from '../oauth/authorize.mts';
import type { Environment } from '../oauth/grantOptions.mts';
import type { RateLimit } from './rateLimit.mts';

/** How the mock lets clients in; each may be left out. */
export interface AccessOptions {
	/** Default: Lever's 10 requests per second, 20 at once; false = no limit */
	rateLimit?: RateLimit | false;
	/** Every answer of the API waits this long; default 0 */
	latencyMilliseconds?: number;
	/** And up to this much longer, evenly spread; default 0 */
	jitterMilliseconds?: number;
	/** Of OAuth access tokens; default 3600 */
	tokenLifetimeSeconds?: number;
	/** What the mock plays: tokens of the other one are refused. Default `production` */
	environment?: Environment;
	/** Redirect URIs registered beside the addresses of this machine */
	redirectUris?: readonly string[];
	/** What becomes of a grant by anybody but a Super Admin; default `refused` */
	lesserRoles?: LesserRoles;
}
