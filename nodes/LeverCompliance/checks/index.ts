import { leavers } from './access/uar01Leavers';
import { privilegedUsers } from './access/uar02PrivilegedUsers';
import { roleFitsFunction } from './access/uar03RoleFitsFunction';
import { orphanedAccounts } from './access/uar04OrphanedAccounts';
import { dormantAccounts } from './access/uar05DormantAccounts';
import { accessBeforeClearance } from './access/uar08AccessBeforeClearance';
import { accessReview } from './access/uar06AccessReview';
import { acceptedInTime } from './offers/ofr04AcceptedInTime';
import { signedOffer } from './offers/ofr01SignedOffer';
import { approvedBeforeSent } from './offers/ofr02ApprovedBeforeSent';
import { oneLiveOffer } from './offers/ofr05OneLiveOffer';
import { requisitionControl } from './offers/ofr09Requisition';
import { signerIsCandidate } from './offers/ofr08Signer';
import { startDate } from './offers/ofr03StartDate';
import { startMoved } from './offers/ofr07StartMoved';
import { withdrawn } from './offers/ofr06Withdrawn';
import { archiveHygiene } from './pipeline/pip03ArchiveHygiene';
import { competence } from './pipeline/pip02Competence';
import { requiredStages } from './pipeline/pip01RequiredStages';
import { retentionOverdue } from './privacy/prv02RetentionOverdue';
import { screeningMaterial } from './privacy/prv01ScreeningMaterial';
import { roleRaised } from './access/uar07RoleRaised';
import { chain } from './population/ipe04Chain';
import { policyUnchanged } from './population/ipe05PolicyUnchanged';
import { authoriser } from './connection/con02Authoriser';
import { credentialSeesAll } from './connection/con04Sentinels';
import { keyAge } from './connection/con03KeyAge';
import { permissionsComplete } from './connection/con01Permissions';
import { completeness } from './population/ipe01Completeness';
import { periodAndPhase } from './population/ipe03PeriodAndPhase';
import { visibility } from './population/ipe02Visibility';
import { conditionalStart } from './screening/scr10ConditionalStart';
import { adverseAction } from './screening/scr11AdverseAction';
import { orderOfChecks } from './screening/scr12OrderOfChecks';
import { tagsAgree } from './screening/scr13TagsAgree';
import { contractors } from './screening/scr15Contractors';
import { adverseDecided } from './screening/scr03AdverseDecided';
import { screeningPopulation } from './screening/scr06Population';
import { scopeMeetsTier } from './screening/scr05ScopeMeetsTier';
import { searchesDone } from './screening/scr04SearchesDone';
import { validAtStart } from './screening/scr08ValidAtStart';
import { rescreening } from './screening/scr14Rescreening';
import { screeningExists } from './screening/scr01ScreeningExists';
import { screeningIdentity } from './screening/scr07Identity';
import { screeningInTime } from './screening/scr02ScreeningInTime';
import { upcomingStart } from './screening/scr09UpcomingStart';
import type { Check } from './types';

/**
 * Every check, in the order of reports. A new check is a file of its own and a line here: the form of
 * the node, the run and the report's catalogue are made from this table.
 */
export const CHECKS: readonly Check[] = [
	screeningExists,
	screeningInTime,
	adverseDecided,
	searchesDone,
	scopeMeetsTier,
	screeningPopulation,
	screeningIdentity,
	validAtStart,
	upcomingStart,
	conditionalStart,
	adverseAction,
	orderOfChecks,
	tagsAgree,
	rescreening,
	contractors,
	signedOffer,
	approvedBeforeSent,
	startDate,
	acceptedInTime,
	oneLiveOffer,
	withdrawn,
	startMoved,
	signerIsCandidate,
	requisitionControl,
	leavers,
	privilegedUsers,
	roleFitsFunction,
	orphanedAccounts,
	dormantAccounts,
	accessReview,
	roleRaised,
	accessBeforeClearance,
	requiredStages,
	competence,
	archiveHygiene,
	screeningMaterial,
	retentionOverdue,
	permissionsComplete,
	authoriser,
	keyAge,
	credentialSeesAll,
	completeness,
	visibility,
	periodAndPhase,
	chain,
	policyUnchanged,
];
