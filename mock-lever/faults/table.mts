import { CONNECTION_FAULTS } from './connection.mts';
import { CONTENT_FAULTS } from './contents.mts';
import type { Fault } from './fault.mts';
import { PAGE_FAULTS } from './pages.mts';
import { REFUSALS } from './refusals.mts';

/** Everything that can be made to go wrong. */
export const FAULTS = {
	...REFUSALS,
	...CONNECTION_FAULTS,
	...PAGE_FAULTS,
	...CONTENT_FAULTS,
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];
