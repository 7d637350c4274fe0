import { archiveReason } from './archiveReason';
import { contact } from './contact';
import { evidence } from './evidence';
import { offer } from './offer';
import type { Resource } from './operation';
import { opportunity } from './opportunity';
import { stage } from './stage';
import { tag } from './tag';
import { user } from './user';

/** Everything the Lever node can do. A new resource is a folder and a line here, in alphabetical order. */
export const RESOURCES: readonly Resource[] = [
	archiveReason,
	contact,
	evidence,
	offer,
	opportunity,
	stage,
	tag,
	user,
];
