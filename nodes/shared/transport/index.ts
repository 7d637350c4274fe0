export { createLeverClient, type LeverClientOptions } from './client';
export { mapConcurrently } from './concurrency';
export type { LeverFile } from './files/fileSource';
export { toNodeError } from './errors';
export { LeverReadError } from './faults';
export { fallbackFileName } from './files/fileName';
export { leverPath } from './path';
export { sentQuery, type SentQuery } from './query';
export type * from './types';
