import { describe, expect, it } from 'vitest';
import { first, worldOf } from '../world/world.mts';

/** Event → names of its data, from lever-api.md §6.1. `candidateId` stands beside every `opportunityId`. */
const DATA: Record<string, string[]> = {
	applicationCreated: ['applicationId', 'opportunityId', 'candidateId', 'contactId'],
	candidateHired: ['opportunityId', 'candidateId', 'contactId'],
	candidateStageChange: ['opportunityId', 'candidateId', 'contactId', 'fromStageId', 'toStageId'],
	candidateArchiveChange: [
		'opportunityId',
		'candidateId',
		'contactId',
		'fromArchived',
		'toArchived',
	],
	candidateDeleted: ['opportunityId', 'candidateId', 'contactId', 'deletedBy'],
	interviewCreated: ['interviewId', 'panelId', 'opportunityId', 'createdAt'],
	interviewUpdated: ['interviewId', 'panelId', 'opportunityId', 'updatedAt'],
	interviewDeleted: ['interviewId', 'panelId', 'opportunityId', 'deletedAt'],
	contactCreated: ['contactId', 'accountId', 'createdAt'],
	contactUpdated: ['contactId', 'accountId', 'updatedAt'],
};

describe('events of changes', () => {
	it('carry what lever-api.md §6.1 lists', () => {
		const { world, events, database } = worldOf();
		const posting = first(database().postings);
		const stage = first(database().stages, ({ id }) => id !== 'applicant-new');
		const { id, contact } = world.createOpportunity({ name: 'Sample Person', posting: posting.id });
		world.moveStage({ opportunity: id, stage: stage.id });
		const interviewer = first(database().users).id;
		const panel = world.scheduleInterview({ opportunity: id, interviewer });
		const interview = panel.interviews[0]?.id ?? '';
		world.moveInterview({ interview, start: world.now() });
		world.deleteInterview({ interview });
		world.hire({ opportunity: id });
		world.changeContact({ contact, headline: 'Example Works' });
		world.deleteOpportunity({ opportunity: id });
		const seen = Object.fromEntries(
			events.map(({ event, data }) => [event, Object.keys(data).sort()]),
		);
		const wanted = Object.entries(DATA).map(([event, names]) => [event, [...names].sort()]);
		expect(seen).toEqual(Object.fromEntries(wanted));
	});

	it('say null for an opportunity that was not or is no longer archived', () => {
		const { world, events, database } = worldOf();
		const at = first(database().opportunities, ({ archived }) => archived === null);
		const reason = first(database().archive_reasons, ({ type }) => type === 'non-hired');
		const { archived } = world.archive({ opportunity: at.id, reason: reason.id });
		world.unarchive({ opportunity: at.id });
		expect(events.map(({ data }) => data)).toMatchObject([
			{ fromArchived: null, toArchived: archived },
			{ fromArchived: archived, toArchived: null },
		]);
	});
});
