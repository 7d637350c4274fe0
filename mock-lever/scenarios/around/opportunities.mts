import type { LeverDatabase } from '../records.mts';
import { filesOf, resumesOf } from './files.mts';
import { notesOf, profileFormsOf, referralsOf } from './forms.mts';
import { interviewsOf } from './interviews.mts';
import { addOrigins } from './origins.mts';
import type { Surroundings } from './surroundings.mts';
import { accountFacts, randomFor } from './surroundings.mts';

function addAround(database: LeverDatabase, surroundings: Surroundings): void {
	database.resumes.push(...resumesOf(surroundings));
	const { files, actions } = filesOf(surroundings);
	database.files.push(...files);
	database.file_actions.push(...actions);
	database.notes.push(...notesOf(surroundings));
	database.forms.push(...profileFormsOf(surroundings));
	database.referrals.push(...referralsOf(surroundings));
	for (const { panel, interviews, feedback } of interviewsOf(surroundings)) {
		database.panels.push(panel);
		database.interviews.push(...interviews);
		database.feedback.push(...feedback);
	}
}

/**
 * Gives the opportunities of an account what Lever keeps below them: resumes, files, interviews, feedback,
 * notes, profile forms and referrals. What one opportunity gets follows from its own id and records only.
 *
 * @param now the evidence date, milliseconds; nothing below an opportunity was made later
 */
export function addAroundOpportunities(database: LeverDatabase, now: number): void {
	const account = accountFacts(database, now);
	if (account.interviewers.length === 0) return;
	addOrigins(database, account);
	const applications = new Map(database.applications.map((each) => [each.opportunityId, each]));
	for (const opportunity of database.opportunities) {
		const application = applications.get(opportunity.id) ?? null;
		const random = randomFor(opportunity);
		addAround(database, { opportunity, application, random, account });
	}
	database.feedback_templates.push(...account.feedbackTemplates);
	database.form_templates.push(...account.formTemplates);
}
