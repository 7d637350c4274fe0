import type { Grants } from '../oauth/grants.mts';
import { LeverFault } from '../server/faults.mts';
import { authenticate } from './authenticate.mts';
import type { Caller, Need } from './caller.mts';
import type { KeyDesk } from './keyDesk.mts';
import type { KeyRing } from './keyRing.mts';
import type { Latency } from './latency.mts';
import type { RateLimiter } from './rateLimit.mts';

export interface AccessParts {
	keys: KeyRing;
	keyDesk: KeyDesk;
	grants: Grants;
	limiter: RateLimiter;
	latency: Latency;
}

/** The door of the API: who may come in, how often, and to what. */
export class Access implements AccessParts {
	readonly keys: KeyRing;
	readonly keyDesk: KeyDesk;
	readonly grants: Grants;
	readonly limiter: RateLimiter;
	readonly latency: Latency;

	constructor(parts: AccessParts) {
		this.keys = parts.keys;
		this.keyDesk = parts.keyDesk;
		this.grants = parts.grants;
		this.limiter = parts.limiter;
		this.latency = parts.latency;
	}

	/**
	 * Lets a request in, and keeps its answer waiting for the latency that is set, refused or not. The rate
	 * limit counts when the request arrives.
	 *
	 * @param header `Authorization` as received
	 * @throws LeverFault 401 and 429
	 */
	async enter(header: string | undefined): Promise<Caller> {
		try {
			const caller = await authenticate(header, this);
			if (this.limiter.take(caller.bucket)) return caller;
			throw new LeverFault(429, 'Too many requests', this.limiter.refusalHeaders);
		} finally {
			await this.latency.pass();
		}
	}

	/** @throws LeverFault 403 when the caller may not use this endpoint */
	permit(caller: Caller, need: Need): void {
		if (!caller.may(need)) {
			throw new LeverFault(403, `Not authorized to ${need.permission} (${need.scope})`);
		}
	}
}
