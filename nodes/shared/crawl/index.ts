export { crawlList } from './crawlList';
export type * from './types';
