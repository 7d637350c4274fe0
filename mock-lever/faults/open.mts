import { ENDPOINTS } from '../endpoints/index.mts';
import { Faults } from './faults.mts';
import type { FaultRule } from './rule.mts';

/** Paths that a fault can be tied to */
export const FAULT_PATHS: readonly string[] = ENDPOINTS.map((endpoint) => endpoint.path);

/**
 * @param rules at work from the start
 * @param seed of the chance in rules with a share
 * @throws Error with a sentence for a rule that makes no sense
 */
export function openFaults(rules: readonly FaultRule[], seed: number): Faults {
	const faults = new Faults(seed, FAULT_PATHS);
	for (const rule of rules) faults.add(rule);
	return faults;
}
