import { buildPanel } from '../../scenarios/build/interviews.mts';
import type { StoredInterview, StoredPanel } from '../../scenarios/records.mts';
import type { Account } from '../account.mts';
import { performer } from '../audit.mts';
import { defineChange } from '../change.mts';
import {
	filledText,
	idOf,
	milliseconds,
	opportunity,
	optional,
	performAs,
	user,
} from '../inputs.mts';
import { changeOpportunity, interactionNow } from '../opportunities.mts';

const DAY = 86_400_000;
const MINUTE = 60_000;

const interview = idOf('interviews', 'an interview');

const named = ({ id, panel, opportunityId }: StoredInterview) => ({
	interviewId: id,
	panelId: panel,
	opportunityId,
});

/** A panel lasts from its first interview to the end of its last one. */
function panelWith(panel: StoredPanel, interviews: StoredPanel['interviews']): StoredPanel {
	const starts = interviews.map(({ date }) => date);
	const ends = interviews.map(({ date, duration }) => date + duration * MINUTE);
	return { ...panel, interviews, start: Math.min(...starts), end: Math.max(...ends) };
}

/** Making an appointment is an interaction, so it moves `updatedAt` through `lastInteractionAt`. */
export const scheduleInterview = defineChange({
	about: 'Makes an appointment for an interview, by default a week ahead',
	inputs: {
		opportunity,
		interviewer: user,
		start: optional(milliseconds),
		title: optional(filledText),
		performAs,
	},
	run(account, { opportunity: of, interviewer, start, title, performAs: by }) {
		const { store } = account;
		const now = account.now();
		const application = store.related('applications', 'opportunityId', of.id)[0];
		const made = buildPanel({
			id: account.newId('panels'),
			opportunity: of,
			posting: application?.posting ?? null,
			stage: of.stage,
			title: title ?? 'Interview',
			interviews: [{ id: account.newId('interviews'), interviewer }],
			feedbackTemplate: null,
			user: performer(account, by).id,
			createdAt: now,
			start: start ?? now + 7 * DAY,
			timezone: 'UTC',
		});
		store.put('panels', made.panel);
		for (const each of made.interviews) {
			store.put('interviews', each);
			account.announce({
				event: 'interviewCreated',
				data: { ...named(each), createdAt: now },
				origin: of.origin,
			});
		}
		changeOpportunity(account, of, interactionNow(account));
		return made.panel;
	},
});

function changePanel(
	{ store }: Account,
	{ panel: id }: StoredInterview,
	changed: (interviews: StoredPanel['interviews']) => StoredPanel['interviews'],
): void {
	const panel = store.get('panels', id);
	if (panel === undefined) return;
	const interviews = changed(panel.interviews);
	if (interviews.length === 0) store.remove('panels', id);
	else store.put('panels', panelWith(panel, interviews));
}

export const moveInterview = defineChange({
	about: 'Gives an interview another time',
	inputs: { interview, start: milliseconds },
	run(account, { interview: before, start }) {
		const after = { ...before, date: start };
		account.store.put('interviews', after);
		changePanel(account, before, (interviews) =>
			interviews.map((each) => (each.id === before.id ? { ...each, date: start } : each)),
		);
		account.announce({
			event: 'interviewUpdated',
			data: { ...named(after), updatedAt: account.now() },
		});
		return after;
	},
});

export const deleteInterview = defineChange({
	about: 'Deletes an interview, and its panel if it was the last one',
	inputs: { interview },
	run(account, { interview: gone }) {
		account.store.remove('interviews', gone.id);
		changePanel(account, gone, (interviews) => interviews.filter(({ id }) => id !== gone.id));
		account.announce({
			event: 'interviewDeleted',
			data: { ...named(gone), deletedAt: account.now() },
		});
		return gone;
	},
});
