import { describe, expect, it } from 'vitest';
import { inconsistencies } from './consistency.mts';
import { first, worldOf } from './world.mts';

const active = ({ archived }: { archived: unknown }) => archived === null;

describe('moveStage', () => {
	it('adds a stage change, advances and moves updatedAt (lever-api.md §5.1)', () => {
		const { world, database, asOf } = worldOf();
		const before = first(database().opportunities, active);
		const stage = first(database().stages, ({ id }) => id !== before.stage);
		const by = first(database().users);
		const after = world.moveStage({ opportunity: before.id, stage: stage.id, performAs: by.id });
		const now = after.lastAdvancedAt;
		const ranks = database().stages.filter(({ rank }) => rank < stage.rank);
		expect(now).toBeGreaterThan(asOf);
		expect(after.stageChanges.slice(0, -1)).toEqual(before.stageChanges);
		expect(after.stageChanges.at(-1)).toMatchObject({
			toStageId: stage.id,
			toStageIndex: ranks.length,
			userId: by.id,
		});
		expect(after.updatedAt).toBeGreaterThan(asOf);
		expect(after.lastInteractionAt).toBeGreaterThan(asOf);
		expect(world.store.get('opportunities', before.id)).toEqual(after);
		expect(before.stage).not.toBe(after.stage);
	});

	it('refuses the stage it is in, with nothing changed', () => {
		const { world, events, database } = worldOf();
		const { id, stage } = first(database().opportunities);
		expect(() => world.moveStage({ opportunity: id, stage })).toThrow(/already/);
		expect(events).toEqual([]);
	});
});

describe('archive, unarchive, hire', () => {
	it('archives opportunity and application alike, and makes both active again', () => {
		const { world, database, events } = worldOf();
		const before = first(
			database().opportunities,
			(each) => active(each) && each.applications.length > 0,
		);
		const reason = first(database().archive_reasons, ({ type }) => type === 'non-hired');
		const archived = world.archive({ opportunity: before.id, reason: reason.id });
		const application = () => world.store.get('applications', before.applications[0] ?? '');
		expect(archived.archived?.reason).toBe(reason.id);
		expect(application()?.archived).toEqual(archived.archived);
		expect(archived.lastAdvancedAt).toBe(before.lastAdvancedAt);
		const back = world.unarchive({ opportunity: before.id });
		expect(back.archived).toBeNull();
		expect(application()?.archived).toBeNull();
		expect(events.map(({ event }) => event)).toEqual([
			'candidateArchiveChange',
			'candidateArchiveChange',
		]);
		expect(() => world.unarchive({ opportunity: before.id })).toThrow('not archived');
		expect(inconsistencies(database())).toEqual([]);
	});

	it('hires: offer signed, archived as hired, on the staff list from the start date', () => {
		const { world, database, events } = worldOf();
		const at = first(database().opportunities, (each) => active(each) && !each.isAnonymized);
		const offer = world.makeOffer({ opportunity: at.id, startDate: '2026-12-01' });
		const staff = world.companion.staff.length;
		const hired = world.hire({ opportunity: at.id });
		const signed = world.store.get('offers', offer.id);
		expect(signed?.status).toBe('signed');
		expect(signed?.signatures?.candidate).toMatchObject({ signed: true, name: at.name });
		expect(signed?.approvedAt).not.toBeNull();
		expect(signed?.sentDocument?.downloadUrl).toContain(`/offers/${offer.id}/download?status=sent`);
		const reason = world.store.get('archive_reasons', hired.archived?.reason ?? '');
		expect(reason?.type).toBe('hired');
		expect(world.companion.staff).toHaveLength(staff + 1);
		expect(world.companion.staff.at(-1)).toMatchObject({ name: at.name, start_date: '2026-12-01' });
		expect(events.map(({ event }) => event)).toEqual(['candidateArchiveChange', 'candidateHired']);
		expect(inconsistencies(database())).toEqual([]);
	});

	it('fills a position of the requisition, and vacates it again', () => {
		const { world, database } = worldOf();
		const at = first(
			database().opportunities,
			(each) => active(each) && each.applications.length > 0,
		);
		const application = () => world.store.get('applications', at.applications[0] ?? '');
		world.store.put('requisitions', {
			...requisition,
			postings: [application()?.posting ?? ''],
		});
		world.hire({ opportunity: at.id, requisition: requisition.id });
		expect(world.store.get('requisitions', requisition.id)?.headcountHired).toBe(1);
		expect(application()?.requisitionForHire?.id).toBe(requisition.id);
		world.unarchive({ opportunity: at.id });
		expect(world.store.get('requisitions', requisition.id)).toMatchObject({
			headcountHired: 0,
			updatedAt: requisition.updatedAt,
		});
		expect(application()?.requisitionForHire).toBeNull();
	});
});

describe('createOpportunity', () => {
	it('makes contact, opportunity and application that name each other', () => {
		const { world, database, events } = worldOf();
		const posting = first(database().postings);
		const made = world.createOpportunity({
			name: 'Sample Person',
			email: 'sample.person@example.com',
			posting: posting.id,
			tags: ['Fresh', 'Fresh'],
		});
		const stored = world.store.get('opportunities', made.id);
		expect(stored).toMatchObject({ stage: 'applicant-new', tags: ['Fresh'], origin: 'applied' });
		expect(stored?.stageChanges).toMatchObject([{ toStageId: 'applicant-new' }]);
		expect(world.store.get('applications', stored?.applications[0] ?? '')).toMatchObject({
			opportunityId: made.id,
			posting: posting.id,
			email: 'sample.person@example.com',
		});
		expect(world.store.get('tags', 'Fresh')?.count).toBe(1);
		expect(events.map(({ event }) => event)).toEqual(['contactCreated', 'applicationCreated']);
		expect(inconsistencies(database())).toEqual([]);
	});

	it('puts somebody whose address is known onto the same contact', () => {
		const { world, database, events } = worldOf();
		const contact = first(database().contacts, ({ emails }) => emails.length > 0);
		const made = world.createOpportunity({ name: 'Someone Else', email: contact.emails[0] });
		expect(made.contact).toBe(contact.id);
		expect(made.name).toBe(contact.name);
		expect(events).toEqual([]);
	});

	it('needs a name for somebody new', () => {
		const { world } = worldOf();
		expect(() => world.createOpportunity({ email: 'nobody@example.com' })).toThrow('"name"');
	});
});

describe('deleteOpportunity', () => {
	it('leaves the deleted record and nothing else', () => {
		const { world, database, events } = worldOf();
		const at = first(database().opportunities, (each) =>
			database().offers.some(({ opportunityId }) => opportunityId === each.id),
		);
		world.addNote({ opportunity: at.id, text: 'References requested.' });
		const application = at.applications[0] ?? '';
		const deleted = world.deleteOpportunity({ opportunity: at.id });
		expect(database().opportunities.some(({ id }) => id === at.id)).toBe(false);
		expect(world.store.get('deleted_opportunities', at.id)).toEqual(deleted);
		expect(world.store.get('users', deleted.deletedBy)?.accessRole).toBe('super admin');
		expect(world.store.get('deleted_applications', application)).toMatchObject({
			opportunityId: at.id,
		});
		expect(events.at(-1)).toMatchObject({
			event: 'candidateDeleted',
			data: { opportunityId: at.id, deletedBy: deleted.deletedBy },
		});
		expect(inconsistencies(database())).toEqual([]);
	});

	it('keeps the person while another opportunity is there', () => {
		const { world, database } = worldOf();
		const at = first(database().opportunities);
		const second = world.createOpportunity({ contact: at.contact });
		world.deleteOpportunity({ opportunity: second.id });
		expect(world.store.get('contacts', at.contact)).toBeDefined();
		world.deleteOpportunity({ opportunity: at.id });
		const others = database().opportunities.filter(({ contact }) => contact === at.contact);
		expect(world.store.get('contacts', at.contact) === undefined).toBe(others.length === 0);
	});
});

describe('persons', () => {
	it('anonymises every opportunity of a person, and keeps ids, dates and statuses', () => {
		const { world, database } = worldOf();
		const at = first(
			database().opportunities,
			(each) =>
				!each.isAnonymized &&
				database().offers.some(({ opportunityId }) => opportunityId === each.id),
		);
		const second = world.createOpportunity({ contact: at.contact });
		world.addNote({ opportunity: at.id, text: `Spoke to ${at.name}.` });
		world.anonymize({ contact: at.contact });
		for (const id of [at.id, second.id]) {
			expect(world.store.get('opportunities', id)).toMatchObject({
				isAnonymized: true,
				name: '',
				emails: [],
				phones: [],
			});
		}
		const left = [
			world.store.get('contacts', at.contact),
			...database().opportunities.filter(({ contact }) => contact === at.contact),
			...world.store.related('applications', 'opportunityId', at.id),
			...world.store.related('offers', 'opportunityId', at.id),
			...world.store.related('notes', 'opportunityId', at.id),
		];
		expect(JSON.stringify(left)).not.toContain(at.name);
		expect(world.store.get('opportunities', at.id)?.stageChanges).toEqual(at.stageChanges);
		expect(() => world.anonymize({ contact: at.contact })).toThrow('already');
		expect(() => world.changeContact({ contact: at.contact, name: 'New Name' })).toThrow(
			'anonymised',
		);
		expect(inconsistencies(database())).toEqual([]);
	});

	it('changes a contact and repeats it on the opportunities, not on what was applied with', () => {
		const { world, database, events } = worldOf();
		const at = first(
			database().opportunities,
			(each) => each.applications.length > 0 && !each.isAnonymized,
		);
		world.changeContact({ contact: at.contact, name: 'Renamed Person', location: 'Oslo' });
		expect(world.store.get('contacts', at.contact)).toMatchObject({
			name: 'Renamed Person',
			location: { name: 'Oslo' },
		});
		expect(world.store.get('opportunities', at.id)).toMatchObject({
			name: 'Renamed Person',
			location: 'Oslo',
		});
		expect(world.store.get('applications', at.applications[0] ?? '')?.name).toBe(at.name);
		expect(events).toMatchObject([{ event: 'contactUpdated', data: { contactId: at.contact } }]);
	});
});

describe('tags, sources, owner, followers', () => {
	it('counts a tag up and down, and drops one that nobody carries', () => {
		const { world, database } = worldOf();
		const [one, two] = database().opportunities;
		world.addTag({ opportunity: one?.id ?? '', tag: 'Only here' });
		world.addTag({ opportunity: two?.id ?? '', tag: 'Only here' });
		expect(world.store.get('tags', 'Only here')?.count).toBe(2);
		expect(() => world.addTag({ opportunity: one?.id ?? '', tag: 'Only here' })).toThrow('already');
		world.removeTag({ opportunity: one?.id ?? '', tag: 'Only here' });
		world.removeTag({ opportunity: two?.id ?? '', tag: 'Only here' });
		expect(world.store.get('tags', 'Only here')).toBeUndefined();
		expect(inconsistencies(database())).toEqual([]);
	});

	it('moves updatedAt when something changed, and only then', () => {
		const { world, database, asOf } = worldOf();
		const { id, owner } = first(database().opportunities);
		const updatedAt = () => world.store.get('opportunities', id)?.updatedAt ?? 0;
		world.setOwner({ opportunity: id, owner });
		expect(updatedAt()).toBeLessThanOrEqual(asOf);
		const other = first(database().users, (user) => user.id !== owner);
		world.setOwner({ opportunity: id, owner: other.id });
		const moved = updatedAt();
		expect(moved).toBeGreaterThan(asOf);
		world.setOwner({ opportunity: id, owner: null });
		expect(updatedAt()).toBeGreaterThan(moved);
	});
});

const requisition = {
	id: '2cf6b817-d03e-495a-b84f-a1e97d5c6032',
	createdAt: 1_764_493_200_000,
	confidentiality: 'non-confidential' as const,
	status: 'open' as const,
	name: 'Backend Engineer',
	requisitionCode: 'T-999',
	headcountTotal: 2,
	headcountHired: 0,
	headcountInfinite: false,
	backfill: false,
	creator: null,
	owner: null,
	hiringManager: null,
	internalNotes: '',
	compensationBand: null,
	approval: { steps: [] },
	employmentStatus: 'full-time',
	location: null,
	team: null,
	department: null,
	postings: [],
	offerIds: [],
	timeToFillStartAt: null,
	timeToFillEndAt: null,
	updatedAt: 1_768_476_600_000,
	customFields: {},
	closedAt: null,
};
