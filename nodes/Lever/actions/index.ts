import { archiveReason } from './account/archiveReason';
import { auditEvent } from './account/auditEvent';
import { connection } from './account/connection';
import { feedbackTemplate } from './account/feedbackTemplate';
import { profileFormTemplate } from './account/profileFormTemplate';
import { source } from './account/source';
import { stage } from './account/stage';
import { tag } from './account/tag';
import { user } from './account/user';
import { webhook } from './account/webhook';
import { application } from './candidates/application';
import { contact } from './candidates/contact';
import { feedback } from './candidates/feedback';
import { file } from './candidates/file';
import { fileAction } from './candidates/fileAction';
import { interview } from './candidates/interview';
import { note } from './candidates/note';
import { offer } from './candidates/offer';
import { opportunity } from './candidates/opportunity';
import { panel } from './candidates/panel';
import { profileForm } from './candidates/profileForm';
import { referral } from './candidates/referral';
import { resume } from './candidates/resume';
import { evidence } from './evidence';
import { posting } from './jobs/posting';
import { requisition } from './jobs/requisition';
import { requisitionField } from './jobs/requisitionField';
import type { Resource } from './operation';

/**
 * Everything the Lever node can do. A new resource is a file in `account`, `candidates` or `jobs` and a line
 * here, in alphabetical order. EEO responses and diversity surveys are left out on purpose.
 */
export const RESOURCES: readonly Resource[] = [
	application,
	archiveReason,
	auditEvent,
	connection,
	contact,
	evidence,
	feedback,
	feedbackTemplate,
	file,
	fileAction,
	interview,
	note,
	offer,
	opportunity,
	panel,
	posting,
	profileForm,
	profileFormTemplate,
	referral,
	requisition,
	requisitionField,
	resume,
	source,
	stage,
	tag,
	user,
	webhook,
];
