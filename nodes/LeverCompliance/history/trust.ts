import type { Run, Sha256 } from '../../shared/contracts';
import { sha256OfJson } from '../../shared/sha256';
import { findingsSha256 } from '../run/findings/findingOrder';
import type { Parts } from './parts';

/** How a part of an earlier run stands to the digest in its head. */
type PartState = 'agrees' | 'altered' | 'missing';

/** Which parts of an earlier run can be used. */
export interface Trust {
	/** Names of parts that were changed since: `run` for the head, populations, ids of checks; sorted */
	altered: string[];
	/** Of a population, by its name (contracts/run.ts) */
	population(name: string): PartState;
	/** Of the findings of a check, by its id */
	findings(checkId: string): PartState;
}

/**
 * Holds what arrived against the digests in the head. Nothing can be told of the parts of a head that was
 * itself changed, so none of them is used then.
 */
export function trustIn(head: Run, parts: Parts): Trust {
	if (!isAsSealed(head)) {
		return { altered: ['run'], population: () => 'altered', findings: () => 'altered' };
	}
	const populations = new Map(
		head.populations.map(({ name, count, sha256 }) => [
			name,
			stateOf(parts.digests.get(name), sha256, count),
		]),
	);
	const findings = new Map(
		head.checks.map(({ id, population, findingsSha256: sealed }) => {
			const own = parts.findings.filter(({ checkId }) => checkId === id);
			const digest = own.length === 0 ? undefined : findingsSha256(own);
			return [id, stateOf(digest, sealed, population)];
		}),
	);
	const alteredIn = (states: ReadonlyMap<string, PartState>) =>
		[...states].filter(([, state]) => state === 'altered').map(([name]) => name);
	return {
		altered: [...alteredIn(populations), ...alteredIn(findings)].sort(),
		population: (name) => populations.get(name) ?? 'missing',
		findings: (checkId) => findings.get(checkId) ?? 'missing',
	};
}

function isAsSealed(head: Run): boolean {
	const { runSha256, ...sealed } = head;
	return runSha256 === sha256OfJson(sealed) && head.policySha256 === sha256OfJson(head.policy);
}

function stateOf(arrived: Sha256 | undefined, sealed: Sha256, count: number): PartState {
	if (arrived === undefined) return count === 0 ? 'agrees' : 'missing';
	return arrived === sealed ? 'agrees' : 'altered';
}
