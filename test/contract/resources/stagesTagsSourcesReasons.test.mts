import { describe, expect, test } from 'vitest';
import { send } from '../../unit/mock/client.mts';
import { ACCOUNTS, everyOpportunity, ids, readAll, readOne, useMock } from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import { EXAMPLES } from '../support/examples.mts';
import { object, oneOf, stageId, text, uid, wholeNumber } from '../support/shape.mts';

describeShape({
	title: '§5.5 stage',
	shape: object({ id: stageId, text }),
	example: EXAMPLES.stage,
	read: (mock) => readAll(mock, '/stages'),
});

describeShape({
	title: '§5.5 tag',
	shape: object({ count: wholeNumber, text }),
	example: EXAMPLES.tag,
	read: (mock) => readAll(mock, '/tags'),
});

describeShape({
	title: '§5.5 source',
	shape: object({ count: wholeNumber, text }),
	example: EXAMPLES.tag,
	read: (mock) => readAll(mock, '/sources'),
});

describeShape({
	title: '§5.5 archive reason',
	shape: object({
		id: uid,
		text,
		status: oneOf('active', 'inactive'),
		type: oneOf('hired', 'non-hired'),
	}),
	example: EXAMPLES.archiveReason,
	read: (mock) => readAll(mock, '/archive_reasons'),
});

describe.each(ACCOUNTS)('§5.5, account %s', (scenario) => {
	const account = useMock({ scenario });

	test('[doc][record] every account has New lead, New applicant and Offer', async () => {
		const stages = await readAll(account.mock, '/stages');
		expect(stages).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ id: 'lead-new', text: 'New lead' }),
				expect.objectContaining({ id: 'applicant-new', text: 'New applicant' }),
				expect.objectContaining({ id: 'offer', text: 'Offer' }),
			]),
		);
	});

	test('[record] stages are in pipeline order: leads, applicants, offer', async () => {
		const stages = ids(await readAll(account.mock, '/stages'));
		const at = (id: string) => stages.indexOf(id);
		expect(at('lead-new')).toBe(0);
		expect(at('applicant-new')).toBeGreaterThan(at('lead-new'));
		expect(at('offer')).toBeGreaterThan(at('applicant-new'));
	});

	test('[doc][record] tags and sources have no id and no single read; count comes before text', async () => {
		for (const path of ['/tags', '/sources']) {
			const records = await readAll(account.mock, path);
			for (const record of records) expect(Object.keys(record)).toEqual(['count', 'text']);
			const single = `${path}/${encodeURIComponent(String(records[0]?.text))}`;
			expect((await send(account.mock, single)).status).toBe(404);
		}
	});

	test('[doc] the count of a tag and of a source is that of the opportunities which have it', async () => {
		const opportunities = await everyOpportunity(account.mock);
		for (const name of ['tags', 'sources'] as const) {
			for (const record of await readAll(account.mock, `/${name}`)) {
				const having = opportunities.filter((one) =>
					(one[name] as unknown[]).includes(record.text),
				);
				expect(record.count, String(record.text)).toBe(having.length);
			}
		}
	});

	test('[doc][record] inactive archive reasons are listed too, and there is a reason Hired', async () => {
		const reasons = await readAll(account.mock, '/archive_reasons');
		expect(reasons.map(({ status }) => status)).toContain('inactive');
		expect(reasons).toContainEqual(expect.objectContaining({ text: 'Hired', type: 'hired' }));
	});

	test('[doc] a stage and an archive reason can be read alone', async () => {
		for (const path of ['/stages', '/archive_reasons']) {
			for (const record of await readAll(account.mock, path)) {
				expect(await readOne(account.mock, `${path}/${String(record.id)}`)).toEqual(record);
			}
		}
	});
});
