/**
 * Lists of permissions that keys are made with. The labels are those of the endpoints: one is ticked per
 * endpoint (lever-api.md §8).
 */
export type Permissions = 'everything' | readonly string[];

/** What the checks of hires and users need, and nothing more (lever-api.md §8). */
export const LEAST_PRIVILEGE = [
	'list opportunities',
	'read opportunity',
	'list opportunity offers',
	'read contact',
	'list users',
	'list stages',
	'list tags',
	'list archive reasons',
] as const;

/** Things below an opportunity that a recruiting tool mirrors */
const READ_BELOW_OPPORTUNITY = [
	'read opportunity referral',
	'read opportunity note',
	'read opportunity form',
	'read opportunity feedback',
	'read opportunity resume',
	'read opportunity panel',
	'read opportunity interview',
	'read opportunity file',
	'read opportunity application',
] as const;

const LIST_BELOW_OPPORTUNITY = [
	'list opportunity referrals',
	'list opportunity offers',
	'list opportunity interviews',
	'list opportunity files',
	'list opportunity applications',
	'list opportunity resumes',
	'list opportunity panels',
	'list opportunity notes',
	'list opportunity forms',
	'list opportunity feedback',
] as const;

/** The permissions that SeekOut asks its customers to tick for a mirrored candidate index. */
export const SEEKOUT = [
	'read user',
	'read stage',
	'read requisition',
	'read posting',
	'read opportunity',
	...READ_BELOW_OPPORTUNITY,
	'read archive reason',
	'list stages',
	'list requisitions',
	'list postings',
	'list users',
	'list tags',
	'list sources',
	'list archive reasons',
	'list opportunities',
	...LIST_BELOW_OPPORTUNITY,
	'download opportunity resume',
	'download opportunity file',
] as const;
