import { AdminRefusal } from './refusal.mts';

/**
 * Holds the names in a body against what is understood: a slip of the pen would go unnoticed else.
 *
 * @param what in words, with its article, for instance `A key`
 * @throws AdminRefusal that names the first stranger and all that is understood
 */
export function refuseStrangers(
	what: string,
	members: readonly string[],
	body: Record<string, unknown>,
): void {
	const stranger = Object.keys(body).find((name) => !members.includes(name));
	if (stranger === undefined) return;
	throw new AdminRefusal(`${what} has no "${stranger}". It has: ${members.join(', ')}.`);
}
