export { isOlderThan } from './listAge';
export { LIST_LABELS } from './listCollection';
export { readApprovals } from './readApprovals';
export { readScreeningList } from './readScreeningList';
export { readStaffList } from './readStaffList';
export { readUnusedList } from './readUnusedList';
export * from './types';
