export { isOlderThan } from './table/listAge';
export { LIST_LABELS } from './table/listCollection';
export { readApprovals } from './approvals/readApprovals';
export { readScreeningList } from './screening/readScreeningList';
export { readStaffList } from './staff/readStaffList';
export * from './types';
