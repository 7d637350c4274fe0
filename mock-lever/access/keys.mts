import type { Permissions } from './permissions.mts';
import { LEAST_PRIVILEGE, SEEKOUT } from './permissions.mts';

/** An API key of the account as it stands from the start. */
export interface KeySpec {
	/** Sent as Basic user name with an empty password, or as Bearer. Public on purpose: it opens sample data only */
	key: string;
	/** As shown in audit events and in the request log */
	name: string;
	about: string;
	permissions: Permissions;
	/** Labels taken away again from `permissions` */
	without?: readonly string[];
	confidential: boolean;
	/** Days between its making and the evidence date, so that the age of keys can be judged */
	ageInDays: number;
}

const OFFERS = ['list opportunity offers', 'download opportunity offer'];
const USERS = ['list users', 'read user', 'list posting users'];

/** The API keys of the mock. More can be made while it runs; any other text answers 401. */
export const KEYS = {
	all: {
		key: 'mock-key-reads-everything',
		name: 'Reads everything',
		about: 'reads everything, confidential data included',
		permissions: 'everything',
		confidential: true,
		ageInDays: 40,
	},
	noConfidential: {
		key: 'mock-key-without-confidential',
		name: 'Without confidential data',
		about: 'reads everything but confidential data',
		permissions: 'everything',
		confidential: false,
		ageInDays: 75,
	},
	noOffers: {
		key: 'mock-key-without-offers',
		name: 'Without offers',
		about: 'may not read offers',
		permissions: 'everything',
		without: OFFERS,
		confidential: true,
		ageInDays: 160,
	},
	noUsers: {
		key: 'mock-key-without-users',
		name: 'Without users',
		about: 'may not read users',
		permissions: 'everything',
		without: USERS,
		confidential: true,
		ageInDays: 300,
	},
	leastPrivilege: {
		key: 'mock-key-least-privilege',
		name: 'Least privilege',
		about: 'reads what the checks of hires and users need, and nothing more',
		permissions: LEAST_PRIVILEGE,
		confidential: false,
		ageInDays: 12,
	},
	seekOut: {
		key: 'mock-key-recruiting-index',
		name: 'Recruiting index',
		about: 'reads what SeekOut asks for: candidates and their files, no contacts, no audit events',
		permissions: SEEKOUT,
		confidential: false,
		ageInDays: 420,
	},
	noAuditEvents: {
		key: 'mock-key-without-audit-events',
		name: 'Without audit events',
		about: 'may not read audit events, as in an account without that add-on',
		permissions: 'everything',
		without: ['list audit events'],
		confidential: true,
		ageInDays: 800,
	},
} as const satisfies Record<string, KeySpec>;

export type KeyName = keyof typeof KEYS;

/** Name → text of each key. */
export function keyTexts(): Record<KeyName, string> {
	const entries = Object.entries(KEYS).map(([name, { key }]) => [name, key]);
	return Object.fromEntries(entries) as Record<KeyName, string>;
}
