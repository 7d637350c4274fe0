export { createLeverClient, type LeverClientOptions } from './client';
export { mapConcurrently } from './concurrency';
export { toNodeError } from './errors';
export { LeverReadError } from './faults';
export { leverPath } from './path';
export { sentQuery, type SentQuery } from './query';
export type * from './types';
