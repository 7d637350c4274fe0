import type { Below, Stated } from '../build/context.mts';
import type { LeverDatabase } from '../records.mts';
import { filesOf, resumesOf } from './files.mts';
import { notesOf, profileFormsOf, referralsOf } from './forms.mts';
import { interviewsOf, usualInterviewsOf } from './interviews.mts';
import { addOrigins } from './origins.mts';
import type { Surroundings } from './surroundings.mts';
import { accountFacts, randomFor } from './surroundings.mts';

/** @param stated what a situation says of this opportunity; undefined for the others */
function addAround(
	database: LeverDatabase,
	surroundings: Surroundings,
	stated: ReadonlySet<Below> | undefined,
): void {
	const leaves = (below: Below) => stated === undefined || !stated.has(below);
	database.resumes.push(...resumesOf(surroundings));
	const { files, actions } = filesOf(surroundings);
	const notes = notesOf(surroundings);
	const forms = profileFormsOf(surroundings);
	if (leaves('files')) database.files.push(...files);
	if (leaves('files')) database.file_actions.push(...actions);
	if (leaves('notes')) database.notes.push(...notes);
	if (leaves('forms')) database.forms.push(...forms);
	database.referrals.push(...referralsOf(surroundings));
	if (!leaves('feedback')) return;
	const held = stated === undefined ? interviewsOf(surroundings) : usualInterviewsOf(surroundings);
	for (const { panel, interviews, feedback } of held) {
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
export function addAroundOpportunities(
	database: LeverDatabase,
	now: number,
	{ opportunities: stated }: Pick<Stated, 'opportunities'>,
): void {
	const account = accountFacts(database, now);
	if (account.interviewers.length === 0) return;
	addOrigins(database, account);
	const applications = new Map(database.applications.map((each) => [each.opportunityId, each]));
	for (const opportunity of database.opportunities) {
		const application = applications.get(opportunity.id) ?? null;
		const random = randomFor(opportunity);
		const surroundings = { opportunity, application, random, account };
		addAround(database, surroundings, stated.get(opportunity.id));
	}
	database.feedback_templates.push(...account.feedbackTemplates);
	database.form_templates.push(...account.formTemplates);
}
