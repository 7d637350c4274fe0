import { anonymize } from './anonymize.mts';
import { archive, unarchive } from './archive.mts';
import { changeContact } from './contact.mts';
import { createOpportunity } from './createOpportunity.mts';
import { deleteOpportunity } from './deleteOpportunity.mts';
import { addFile, addResume, deleteFile } from './files.mts';
import { hire } from './hire.mts';
import { deleteInterview, moveInterview, scheduleInterview } from './interviews.mts';
import { addSource, addTag, removeSource, removeTag } from './labels.mts';
import { addNote, deleteNote } from './notes.mts';
import {
	approveOffer,
	changeStartDate,
	denyOffer,
	makeOffer,
	openOffer,
	sendOffer,
	signOffer,
} from './offers.mts';
import { addFollower, removeFollower, setOwner, snooze } from './responsible.mts';
import {
	adjudicateScreening,
	cancelScreening,
	completeScreening,
	orderScreening,
} from './screening.mts';
import { addStaff, endEmployment } from './staff.mts';
import { moveStage } from './stage.mts';
import {
	addUser,
	changeRole,
	changeUserEmail,
	deactivateUser,
	reactivateUser,
	signIn,
} from './users.mts';

/** Everything that can happen while the mock runs. A new change is one line here. */
export const CHANGES = {
	moveStage,
	archive,
	unarchive,
	hire,
	createOpportunity,
	deleteOpportunity,
	anonymize,
	changeContact,
	addTag,
	removeTag,
	addSource,
	removeSource,
	setOwner,
	addFollower,
	removeFollower,
	snooze,
	makeOffer,
	approveOffer,
	sendOffer,
	openOffer,
	signOffer,
	denyOffer,
	changeStartDate,
	addNote,
	deleteNote,
	addFile,
	deleteFile,
	addResume,
	scheduleInterview,
	moveInterview,
	deleteInterview,
	addUser,
	deactivateUser,
	reactivateUser,
	changeRole,
	changeUserEmail,
	signIn,
	orderScreening,
	completeScreening,
	cancelScreening,
	adjudicateScreening,
	addStaff,
	endEmployment,
};

export type ChangeName = keyof typeof CHANGES;

/** @returns null for a name that is no change */
export function changeName(name: string): ChangeName | null {
	return Object.hasOwn(CHANGES, name) ? (name as ChangeName) : null;
}
