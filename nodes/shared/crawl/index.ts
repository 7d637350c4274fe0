export { crawlList } from './crawlList';
export { rereadQueries } from './rereads';
export type * from './types';
