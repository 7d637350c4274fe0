import { ENDPOINTS } from '../endpoints/index.mts';
import { Grants } from '../oauth/grants.mts';
import type { LeverStore } from '../server/store.mts';
import { Access } from './access.mts';
import { KeyDesk } from './keyDesk.mts';
import { KeyRing } from './keyRing.mts';
import { Latency } from './latency.mts';
import type { AccessOptions } from './options.mts';
import { LEVER_RATE_LIMIT, RateLimiter } from './rateLimit.mts';

interface Surroundings {
	/** Root of the mock, without a slash at the end */
	url: string;
	store: LeverStore;
	/** Evidence date, milliseconds: the ages of keys count back from it */
	asOf: number;
	/** The mock's time, milliseconds */
	now: () => number;
	/** Of the jitter */
	seed: number;
}

/** Opens the account to its keys and to OAuth. */
export function openAccess(
	options: AccessOptions,
	{ url, store, asOf, now, seed }: Surroundings,
): Access {
	const latency = {
		milliseconds: options.latencyMilliseconds ?? 0,
		jitterMilliseconds: options.jitterMilliseconds ?? 0,
	};
	const keys = new KeyRing(asOf);
	const permissions = [...new Set(ENDPOINTS.map(({ permission }) => permission))].sort();
	const keyDesk = new KeyDesk({ keys, store, now, permissions });
	keyDesk.recordAll();
	return new Access({
		keys,
		keyDesk,
		grants: new Grants({
			url,
			store,
			lifetimeSeconds: options.tokenLifetimeSeconds ?? 3600,
			environment: options.environment ?? 'production',
		}),
		limiter: new RateLimiter(options.rateLimit ?? LEVER_RATE_LIMIT),
		latency: new Latency(latency, seed),
	});
}
