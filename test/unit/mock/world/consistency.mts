import type { LeverDatabase } from '../../../../mock-lever/index.mts';

const SUB_COLLECTIONS = [
	'applications',
	'offers',
	'interviews',
	'panels',
	'feedback',
	'forms',
	'notes',
	'referrals',
	'resumes',
	'files',
	'file_actions',
] as const;

function counted(texts: readonly string[]): Array<{ count: number; text: string }> {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts].map(([text, count]) => ({ count, text }));
}

const sorted = (entries: ReadonlyArray<{ count: number; text: string }>) =>
	entries.map(({ text, count }) => `${text} ${count}`).sort();

/**
 * What does not fit together in an account, in words; an empty list is a consistent account. Written from
 * lever-api.md §5, without the code that makes changes.
 */
export function inconsistencies(database: LeverDatabase): string[] {
	const found: string[] = [];
	const ids = new Set(database.opportunities.map(({ id }) => id));
	const contacts = new Map(database.contacts.map((contact) => [contact.id, contact]));
	const ranked = [...database.stages].sort((a, b) => a.rank - b.rank).map(({ id }) => id);
	if (ids.size !== database.opportunities.length) found.push('two opportunities have one id');
	for (const opportunity of database.opportunities) {
		const say = (what: string) => found.push(`opportunity ${opportunity.id}: ${what}`);
		const last = opportunity.stageChanges.at(-1);
		if (last?.toStageId !== opportunity.stage) say('last stage change is not the stage');
		if (last !== undefined && ranked[last.toStageIndex] !== last.toStageId) say('stage index');
		const contact = contacts.get(opportunity.contact);
		if (contact === undefined) say('no contact');
		else if (contact.name !== opportunity.name) say('name is not the contact’s');
		const applications = database.applications.filter(
			(each) => each.opportunityId === opportunity.id,
		);
		if (applications.map(({ id }) => id).join() !== opportunity.applications.join())
			say('applications');
		for (const application of applications) {
			if (JSON.stringify(application.archived) !== JSON.stringify(opportunity.archived)) {
				say('archived differs on the application');
			}
		}
		if (opportunity.isAnonymized !== contact?.isAnonymized)
			say('anonymised differs on the contact');
	}
	for (const collection of SUB_COLLECTIONS) {
		for (const record of database[collection]) {
			if (!ids.has(record.opportunityId)) found.push(`${collection} ${record.id}: no opportunity`);
		}
	}
	for (const deleted of database.deleted_opportunities) {
		if (ids.has(deleted.id)) found.push(`${deleted.id} is deleted and there`);
	}
	const offers = new Set(database.offers.map(({ id }) => id));
	for (const requisition of database.requisitions) {
		const gone = requisition.offerIds.filter((id) => !offers.has(id));
		if (gone.length > 0) found.push(`requisition ${requisition.id} names offers that are gone`);
	}
	for (const labels of ['tags', 'sources'] as const) {
		const carried = counted(database.opportunities.flatMap((each) => each[labels]));
		if (sorted(carried).join('\n') !== sorted(database[labels]).join('\n'))
			found.push(`${labels} counts`);
	}
	return found;
}
