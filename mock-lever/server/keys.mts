/** What Lever can allow a key or a token to read; the names are those of the OAuth scopes (lever-api.md §1.4, §8). */
export type Permission =
	| 'opportunities'
	| 'offers'
	| 'contact'
	| 'users'
	| 'stages'
	| 'tags'
	| 'archive_reasons';

interface MockKey {
	/** Sent as Basic user name with an empty password, or as Bearer. Public on purpose: it opens sample data only */
	key: string;
	about: string;
	denied: readonly Permission[];
	confidential: boolean;
}

/** The API keys of the mock. Any other text is an unknown key and answers 401. */
export const KEYS = {
	all: {
		key: 'mock-key-reads-everything',
		about: 'reads everything, confidential data included',
		denied: [],
		confidential: true,
	},
	noConfidential: {
		key: 'mock-key-without-confidential',
		about: 'reads everything but confidential data',
		denied: [],
		confidential: false,
	},
	noOffers: {
		key: 'mock-key-without-offers',
		about: 'may not read offers',
		denied: ['offers'],
		confidential: true,
	},
	noUsers: {
		key: 'mock-key-without-users',
		about: 'may not read users',
		denied: ['users'],
		confidential: true,
	},
} as const satisfies Record<string, MockKey>;

export type KeyName = keyof typeof KEYS;

/** Name → text of each key. */
export function keyTexts(): Record<KeyName, string> {
	const entries = Object.entries(KEYS).map(([name, { key }]) => [name, key]);
	return Object.fromEntries(entries) as Record<KeyName, string>;
}

/** Who sends a request, once the credentials are accepted. */
export interface Caller {
	/** The rate limit counts per caller */
	id: string;
	may(permission: Permission): boolean;
	confidential: boolean;
}

/** @returns null for a text that is no key of the mock */
export function callerOfKey(text: string): Caller | null {
	const entries: Array<[string, MockKey]> = Object.entries(KEYS);
	const entry = entries.find(([, { key }]) => key === text);
	if (entry === undefined) return null;
	const [name, { denied, confidential }] = entry;
	return {
		id: `key:${name}`,
		may: (permission) => !denied.includes(permission),
		confidential,
	};
}
