import type { FaultRule } from './rule.mts';

/** What goes wrong from the start; each may be left out. */
export interface FaultOptions {
	faults?: readonly FaultRule[];
	/** Of the chance in faults with a share, and of the jitter; default 1 */
	faultSeed?: number;
}
