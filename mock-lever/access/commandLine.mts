import type { RateLimit } from './rateLimit.mts';

const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text) && Number(text) > 0;
const isCount = (text: string) => /^\d+$/.test(text) && Number(text) > 0;

/** What may follow the rate; each is a part of the limit. */
const PARTS: Record<string, (value: string) => Partial<RateLimit> | null> = {
	burst: (value) => (isCount(value) ? { burst: Number(value) } : null),
	retryAfter: (value) => (value === '' ? { retryAfter: true } : null),
	startEmpty: (value) => (value === '' ? { startEmpty: true } : null),
};

/**
 * Reads `off`, `5`, or `5:burst=8,retryAfter,startEmpty`. Without `burst` twice as many at once as per second.
 *
 * @throws Error with a sentence
 */
export function rateLimitOf(text: string): RateLimit | false {
	if (text === 'off') return false;
	const [rate = '', rest = ''] = text.split(/:(.*)/s);
	if (!isNumber(rate)) {
		throw new Error(`--rate-limit needs requests per second or off, not "${text}".`);
	}
	const perSecond = Number(rate);
	const limit: RateLimit = { perSecond, burst: Math.max(1, Math.round(perSecond * 2)) };
	for (const part of rest === '' ? [] : rest.split(',')) {
		const [name = '', value = ''] = part.split('=');
		const read = Object.hasOwn(PARTS, name) ? PARTS[name]?.(value) : null;
		if (!read) {
			throw new Error(
				`After the rate, --rate-limit takes burst=NUMBER, retryAfter and startEmpty, not "${part}".`,
			);
		}
		Object.assign(limit, read);
	}
	return limit;
}
