import { archiveReason } from './account/archiveReason';
import { contact } from './candidates/contact';
import { evidence } from './evidence';
import { offer } from './candidates/offer';
import type { Resource } from './operation';
import { opportunity } from './candidates/opportunity';
import { stage } from './account/stage';
import { tag } from './account/tag';
import { user } from './account/user';

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
