import { describe, expect, it } from 'vitest';
import { inconsistencies } from './consistency.mts';
import { first, worldOf } from './world.mts';

describe('offers', () => {
	const started = () => {
		const made = worldOf();
		const at = first(made.database().opportunities, (each) => each.archived === null);
		const offer = made.world.makeOffer({ opportunity: at.id, startDate: '2026-12-01' });
		return { ...made, at, offer };
	};

	it('go from draft through approval, sending and opening to the candidate’s signature', () => {
		const { world, offer } = started();
		expect(offer).toMatchObject({ status: 'draft', sentAt: null, signedDocument: null });
		expect(offer.fields.find((field) => field.identifier === 'anticipated_start_date')?.value).toBe(
			Date.UTC(2026, 11, 1),
		);
		const statuses = [
			world.approveOffer({ offer: offer.id }),
			world.sendOffer({ offer: offer.id }),
			world.openOffer({ offer: offer.id }),
			world.signOffer({ offer: offer.id }),
		];
		expect(statuses.map(({ status }) => status)).toEqual(['approved', 'sent', 'opened', 'signed']);
		const candidate = statuses[3]?.signatures?.candidate;
		expect(candidate?.signed).toBe(true);
		expect(candidate?.signedAt).toBeGreaterThanOrEqual(candidate?.firstOpenedAt ?? Infinity);
		expect(() => world.signOffer({ offer: offer.id })).toThrow('already');
	});

	it('signed by the company only are not signed, but have a signed document (lever-api.md §5.2)', () => {
		const { world, offer } = started();
		world.sendOffer({ offer: offer.id });
		const after = world.signOffer({ offer: offer.id, signer: 'company' });
		expect(after.status).toBe('sent');
		expect(after.signedDocument).not.toBeNull();
		expect(after.signatures?.company_signature_1?.signed).toBe(true);
		expect(after.signatures?.candidate?.signed).toBe(false);
	});

	it('move updatedAt of the opportunity by being sent, and by nothing else (lever-api.md §9)', () => {
		const { world, at, offer, asOf } = started();
		const updatedAt = () => world.store.get('opportunities', at.id)?.updatedAt ?? 0;
		world.approveOffer({ offer: offer.id });
		expect(updatedAt()).toBeLessThanOrEqual(asOf);
		world.sendOffer({ offer: offer.id });
		const sent = updatedAt();
		expect(sent).toBeGreaterThan(asOf);
		world.openOffer({ offer: offer.id });
		world.signOffer({ offer: offer.id });
		expect(updatedAt()).toBe(sent);
	});

	it('declined go no further', () => {
		const { world, offer } = started();
		expect(() => world.denyOffer({ offer: offer.id })).toThrow('this one is draft');
		world.sendOffer({ offer: offer.id });
		expect(world.denyOffer({ offer: offer.id }).status).toBe('denied');
		expect(() => world.signOffer({ offer: offer.id })).toThrow('declined');
		expect(() => world.openOffer({ offer: offer.id })).toThrow('denied');
	});

	it('refuse a day that is none', () => {
		const { world, offer } = started();
		for (const startDate of ['2026-02-30', '1 March', '2026-3-1']) {
			expect(() => world.changeStartDate({ offer: offer.id, startDate })).toThrow('a day like');
		}
	});
});

describe('users', () => {
	it('leave an audit event for each change (lever-api.md §5.12)', () => {
		const { world, database } = worldOf();
		const begin = database().audit_events.length;
		const by = first(database().users, (user) => user.accessRole === 'super admin');
		const added = world.addUser({
			name: 'Sample Recruiter',
			email: 'sample.recruiter@example.com',
			performAs: by.id,
		});
		world.changeRole({ user: added.id, accessRole: 'admin' });
		world.signIn({ user: added.id });
		world.deactivateUser({ user: added.id });
		world.signIn({ user: added.id });
		world.reactivateUser({ user: added.id });
		world.changeUserEmail({ user: added.id, email: 'sample.new@example.com' });
		const events = database().audit_events.slice(begin);
		expect(events.map(({ type }) => type)).toEqual([
			'user:added',
			'user.role:changed',
			'user.authentication:succeeded',
			'user:deactivated',
			'user.authentication:failed',
			'user:reactivated',
			'user.email:changed',
		]);
		expect(events[0]).toMatchObject({
			user: { id: by.id, role: 'super admin' },
			target: { id: added.id, type: 'user', label: 'Sample Recruiter' },
		});
		expect(events[1]?.meta).toMatchObject({ from: 'interviewer', to: 'admin' });
		expect(world.store.get('users', added.id)).toMatchObject({
			username: 'sample.new',
			accessRole: 'admin',
			deactivatedAt: null,
		});
	});

	it('are on the staff list when added, and leave it only when they leave the company', () => {
		const { world } = worldOf();
		const email = 'sample.recruiter@example.com';
		const added = world.addUser({ name: 'Sample Recruiter', email });
		const row = () => world.companion.staff.find((each) => each.email === email);
		expect(row()).toMatchObject({ external_id: added.externalDirectoryId, status: 'active' });
		world.deactivateUser({ user: added.id });
		expect(row()?.status).toBe('active');
		world.endEmployment({ email, endDate: '2026-11-30' });
		expect(row()).toMatchObject({ status: 'terminated', end_date: '2026-11-30' });
	});

	it('refuse a second one with the same address', () => {
		const { world, database } = worldOf();
		const { email } = first(database().users);
		expect(() => world.addUser({ name: 'Second', email })).toThrow('already exists');
	});
});

describe('interviews, files and resumes', () => {
	it('keep panel and interview together', () => {
		const { world, database } = worldOf();
		const at = first(database().opportunities);
		const interviewer = first(database().users);
		const panel = world.scheduleInterview({ opportunity: at.id, interviewer: interviewer.id });
		const interview = panel.interviews[0]?.id ?? '';
		expect(world.store.get('interviews', interview)).toMatchObject({
			opportunityId: at.id,
			panel: panel.id,
			interviewers: [{ id: interviewer.id, email: interviewer.email }],
		});
		world.moveInterview({ interview, start: 1_800_000_000_000 });
		const moved = world.store.get('panels', panel.id);
		expect(moved?.start).toBe(1_800_000_000_000);
		expect((moved?.end ?? 0) - (moved?.start ?? 0)).toBe(panel.end - panel.start);
		world.deleteInterview({ interview });
		expect(world.store.get('panels', panel.id)).toBeUndefined();
		expect(inconsistencies(database())).toEqual([]);
	});

	it('move updatedAt as interactions, and note who uploaded what', () => {
		const { world, database, asOf } = worldOf();
		const at = first(database().opportunities);
		const updatedAt = () => world.store.get('opportunities', at.id)?.updatedAt ?? 0;
		const file = world.addFile({ opportunity: at.id, name: 'report.PDF' });
		const uploaded = updatedAt();
		expect(uploaded).toBeGreaterThan(asOf);
		expect(file).toMatchObject({ ext: '.pdf', status: 'processed' });
		const actions = () => world.store.related('file_actions', 'opportunityId', at.id);
		expect(actions().at(-1)).toMatchObject({ type: 'uploaded', fileId: file.id });
		world.deleteFile({ file: file.id });
		expect(actions().at(-1)).toMatchObject({ type: 'deleted', fileId: file.id });
		world.addResume({ opportunity: at.id, name: 'cv.docx' });
		expect(updatedAt()).toBeGreaterThan(uploaded);
		expect(() => world.addFile({ opportunity: at.id, name: 'song.mp3' })).toThrow('cv.pdf');
	});
});

describe('background checks', () => {
	it('are ordered, completed and decided in the provider’s list', () => {
		const { world, database } = worldOf();
		const at = first(
			database().opportunities,
			(each) => !each.isAnonymized && each.emails.length > 0,
		);
		const ordered = world.orderScreening({ opportunity: at.id });
		const report = ordered.report_id ?? '';
		expect(ordered).toMatchObject({ external_id: at.id, email: at.emails[0], status: 'pending' });
		expect(() => world.adjudicateScreening({ report, adjudication: 'engaged' })).toThrow(
			'not complete',
		);
		const done = world.completeScreening({ report, result: 'consider', includesCanceled: true });
		expect(done).toMatchObject({
			status: 'complete',
			result: 'consider',
			includes_canceled: 'true',
		});
		expect(Date.parse(done.completed_at ?? '')).toBeGreaterThan(
			Date.parse(ordered.ordered_at ?? ''),
		);
		expect(world.adjudicateScreening({ report, adjudication: 'engaged' }).adjudicated_at).not.toBe(
			'',
		);
		expect(() => world.cancelScreening({ report: 'R-none' })).toThrow('no report');
	});
});

describe('changes by name, with anything as input', () => {
	it.each([
		['moveStage', null, 'one JSON object'],
		['moveStage', [], 'one JSON object'],
		['moveStage', {}, '"opportunity" is missing'],
		['moveStage', { opportunity: 7 }, 'must be the id of an opportunity'],
		['moveStage', { opportunity: 'x', speed: 1 }, 'no input "speed"'],
		['addUser', { name: ' ', email: 'a@example.com' }, '"name" must be text that is not empty'],
		['addUser', { name: 'A', email: 'nobody' }, '"email" must be an e-mail address'],
		['constructor', {}, 'no change "constructor"'],
	])('%s %j: %s', (name, given, sentence) => {
		const { world, database } = worldOf();
		const before = JSON.stringify(database());
		expect(() => world.apply(name, given)).toThrow(sentence);
		expect(JSON.stringify(database())).toBe(before);
	});

	it('tells listeners once the change is made', () => {
		const { world, database } = worldOf();
		const told: string[] = [];
		const end = world.onChange(({ change }) => told.push(change));
		const opportunity = first(database().opportunities).id;
		world.addTag({ opportunity, tag: 'One' });
		expect(() => world.addTag({ opportunity, tag: 'One' })).toThrow();
		end();
		world.removeTag({ opportunity, tag: 'One' });
		expect(told).toEqual(['addTag']);
		expect(inconsistencies(database())).toEqual([]);
	});
});
