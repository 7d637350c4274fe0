import type { FaultName } from './table.mts';
import { FAULT_NAMES } from './table.mts';

/** When something goes wrong. */
export interface FaultRule {
	fault: FaultName;
	/** Endpoint, as in the API description, for instance `/opportunities/{opportunity}/offers`; left out: any */
	path?: string;
	/** Lets so many matching requests through first; default 0 */
	after?: number;
	/** How many requests it strikes; default 1, Infinity = all */
	times?: number;
	/** Of the matching requests, the part that it strikes, by chance but seeded; above 0, at most 1, the default */
	share?: number;
	/** For `rateLimitedWithRetryAfter` */
	retryAfterSeconds?: number;
}

interface Member {
	fits: (value: unknown) => boolean;
	wanted: string;
}

const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;

const MEMBERS: Record<keyof FaultRule, Member> = {
	fault: {
		fits: (value) => FAULT_NAMES.some((name) => name === value),
		wanted: `one of: ${FAULT_NAMES.join(', ')}`,
	},
	path: {
		fits: (value) => typeof value === 'string',
		wanted: 'a path below /v1, for instance /opportunities/{opportunity}/offers',
	},
	after: { fits: isCount, wanted: 'a whole number, 0 or more' },
	times: {
		fits: (value) => value === Infinity || (isCount(value) && value !== 0),
		wanted: 'a whole number, 1 or more',
	},
	share: {
		fits: (value) => typeof value === 'number' && value > 0 && value <= 1,
		wanted: 'a number above 0 and at most 1',
	},
	retryAfterSeconds: { fits: isCount, wanted: 'a whole number of seconds, 0 or more' },
};

const isMember = (name: string): name is keyof FaultRule => Object.hasOwn(MEMBERS, name);

/** Ids of a path may have any name: only where they stand counts. */
export const pathShape = (path: string): string => path.replace(/\{[^/]*\}|:[^/]+/g, '*');

/**
 * Reads a rule that came from outside.
 *
 * @param paths of all endpoints
 * @throws Error with a sentence that says what is wanted
 */
export function checkRule(value: unknown, paths: readonly string[]): FaultRule {
	if (typeof value !== 'object' || value === null) throw new Error('A fault is an object.');
	for (const [name, member] of Object.entries(value)) {
		if (!isMember(name)) {
			throw new Error(`A fault has no "${name}", only: ${Object.keys(MEMBERS).join(', ')}.`);
		}
		if (member !== undefined && !MEMBERS[name].fits(member)) {
			throw new Error(
				`"${name}" of a fault is ${MEMBERS[name].wanted}; not ${JSON.stringify(member)}.`,
			);
		}
	}
	const rule = value as Partial<FaultRule>;
	if (rule.fault === undefined) throw new Error(`"fault" is missing: ${MEMBERS.fault.wanted}.`);
	const wanted = rule.path;
	if (wanted !== undefined && !paths.some((path) => pathShape(path) === pathShape(wanted))) {
		throw new Error(`No endpoint has the path "${wanted}". Write it as in the API description.`);
	}
	return { ...rule, fault: rule.fault };
}
