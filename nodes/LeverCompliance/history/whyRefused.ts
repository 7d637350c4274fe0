import type { LeverCollection, Run } from '../../shared/contracts';
import { parseEvidenceDate } from '../../shared/dates';
import type { LeverInput } from '../inputs/leverInput';
import type { Parts } from './parts';

/**
 * Why an earlier run cannot be compared with this one, as a clause to stand after "because"; null when it
 * can.
 */
export function whyRefused(
	head: Run,
	parts: Pick<Parts, 'collections' | 'users' | 'hires'>,
	lever: LeverInput,
): string | null {
	const then = parseEvidenceDate(head.asOf);
	if (!then.ok) return 'its evidence date cannot be read';
	if (then.instant >= Date.parse(lever.asOf)) {
		return `its evidence date, ${then.iso}, is not before the one of this run, ${lever.asOf}`;
	}
	return isOfAnotherAccount(parts, lever) ? 'it was read from another account of Lever' : null;
}

/**
 * Lever names an account nowhere (lever-api.md): what tells two of them apart is the host, and that they
 * share neither a user nor a hire. The address of a proxy or of the mock may differ from run to run.
 */
function isOfAnotherAccount(
	{ collections, users, hires }: Pick<Parts, 'collections' | 'users' | 'hires'>,
	lever: LeverInput,
): boolean {
	const hosts = new Set(lever.collections.map(hostOf));
	const isRead = (one: Parts['collections'][number]): one is LeverCollection =>
		one.source === 'lever';
	if (collections.filter(isRead).some((read) => !hosts.has(hostOf(read)))) return true;
	const shareUsers = share(
		users.map(({ userId }) => userId),
		lever.users.map(({ userId }) => userId),
	);
	const shareHires = share(
		hires.map(({ hireId }) => hireId),
		lever.hires.map(({ hireId }) => hireId),
	);
	if (shareUsers === true || shareHires === true) return false;
	return shareUsers === false || (shareHires === false && hires.length > 1);
}

function hostOf({ environment, baseUrl }: LeverCollection): string {
	return environment === 'custom' ? environment : `${environment} ${baseUrl}`;
}

/** null when one side is empty, so that nothing can be told */
function share(then: readonly string[], now: readonly string[]): boolean | null {
	if (then.length === 0 || now.length === 0) return null;
	const known = new Set(now);
	return then.some((id) => known.has(id));
}
