export { bindConfirmations } from './bindConfirmations';
export { liveConfirmedMatches } from './confirmedMatches';
export { linksToConfirm, type LinkedHire } from './linksToConfirm';
export { linkHireStaff, type HireStaffLinks, type HireToLink } from './linkHireStaff';
export { linkUserStaff, type UserStaffLinks } from './linkUserStaff';
export { matchScreening } from './matchScreening';
export type { ScreeningMatchOptions } from './screeningLadder';
export * from './types';
