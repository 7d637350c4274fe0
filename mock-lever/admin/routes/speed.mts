import type { RateLimit } from '../../access/rateLimit.mts';
import { refuseStrangers } from '../members.mts';
import type { AdminParts, AdminRoute } from '../parts.mts';
import { AdminRefusal } from '../refusal.mts';

const LONGEST_MILLISECONDS = 600_000;
const MEMBERS = ['rateLimit', 'latencyMilliseconds', 'jitterMilliseconds'];

const speedOf = ({ access }: AdminParts) => ({
	rateLimit: access.limiter.current,
	latencyMilliseconds: access.latency.current.milliseconds,
	jitterMilliseconds: access.latency.current.jitterMilliseconds,
});

function milliseconds(body: Record<string, unknown>, name: string): number | undefined {
	const value = body[name];
	if (value === undefined) return undefined;
	if (typeof value !== 'number' || !(value >= 0 && value <= LONGEST_MILLISECONDS)) {
		throw new AdminRefusal(`"${name}" must be milliseconds from 0 to ${LONGEST_MILLISECONDS}.`);
	}
	return value;
}

const isPositive = (value: unknown): value is number => typeof value === 'number' && value > 0;

function rateLimitOf(value: unknown): RateLimit | false | undefined {
	if (value === undefined || value === false) return value;
	const limit: Partial<RateLimit> = typeof value === 'object' && value !== null ? value : {};
	refuseStrangers('A rate limit', ['perSecond', 'burst', 'retryAfter', 'startEmpty'], { ...limit });
	const { perSecond, burst, retryAfter = false, startEmpty = false } = limit;
	if (!isPositive(perSecond) || !(burst === undefined || isPositive(burst))) {
		throw new AdminRefusal('"rateLimit" must be false or {"perSecond": 10, "burst": 20}.');
	}
	if (typeof retryAfter !== 'boolean' || typeof startEmpty !== 'boolean') {
		throw new AdminRefusal('"retryAfter" and "startEmpty" must be true or false.');
	}
	return {
		perSecond,
		burst: burst ?? Math.max(1, Math.round(perSecond * 2)),
		retryAfter,
		startEmpty,
	};
}

/** How fast the API is. */
export const speedRoutes: readonly AdminRoute[] = [
	{
		method: 'GET',
		path: '/speed',
		about: 'Rate limit, latency and jitter',
		answer: speedOf,
	},
	{
		method: 'PUT',
		path: '/speed',
		about: 'Sets what is given of rateLimit, latencyMilliseconds, jitterMilliseconds',
		answer(parts, { body }) {
			refuseStrangers('The speed', MEMBERS, body);
			const rateLimit = rateLimitOf(body.rateLimit);
			const latency = milliseconds(body, 'latencyMilliseconds');
			const jitterMilliseconds = milliseconds(body, 'jitterMilliseconds');
			if (rateLimit !== undefined) parts.access.limiter.change(rateLimit);
			parts.access.latency.change({
				...(latency === undefined ? {} : { milliseconds: latency }),
				...(jitterMilliseconds === undefined ? {} : { jitterMilliseconds }),
			});
			return speedOf(parts);
		},
	},
];
