import { describe, expect, test } from 'vitest';
import { send } from '../unit/mock/client.mts';
import type { Json } from './support/account.mts';
import { ACCOUNTS, AS_OF, everyOpportunity, ids, readAll, useMock } from './support/account.mts';

describe.each(ACCOUNTS)('§9 quirks of the data, account %s', (scenario) => {
	const account = useMock({ scenario });
	const all = () => everyOpportunity(account.mock);

	test('[record] updatedAt is null on old records, which updated_at_start misses', async () => {
		const untouched = (await all()).filter(({ updatedAt }) => updatedAt === null);
		expect(untouched.length).toBeGreaterThan(0);
		const found = ids(await readAll(account.mock, '/opportunities?updated_at_start=1'));
		expect(ids(untouched).filter((id) => found.includes(id))).toEqual([]);
	});

	test('[lib] there are opportunities without an owner', async () => {
		expect((await all()).some(({ owner }) => owner === null)).toBe(true);
	});

	test('[doc] there are anonymised ones: personal fields blank, metadata there', async () => {
		const blank = (await all()).filter(({ isAnonymized }) => isAnonymized === true);
		expect(blank.length).toBeGreaterThan(0);
		for (const record of blank) {
			expect(record).toMatchObject({ emails: [], phones: [], links: [] });
			expect(Number.isInteger(record.createdAt)).toBe(true);
		}
	});

	test('[doc] confidential ones are left out of default lists silently', async () => {
		const hidden = (await all()).filter((one) => one.confidentiality === 'confidential');
		expect(hidden.length).toBeGreaterThan(0);
		const shown = ids(await readAll(account.mock, '/opportunities'));
		expect(ids(hidden).filter((id) => shown.includes(id))).toEqual([]);
	});

	test('[doc][guess] deleted ones vanish from lists, a single read is 404', async () => {
		const deleted = await readAll(account.mock, '/opportunities/deleted');
		expect(deleted.length).toBeGreaterThan(0);
		for (const { id } of deleted) {
			expect((await send(account.mock, `/opportunities/${String(id)}`)).status).toBe(404);
			expect((await send(account.mock, `/opportunities/${String(id)}/offers`)).status).toBe(404);
		}
	});

	test('[record] optional keys: opportunityLocation, userId and the type of a phone may be absent', async () => {
		const records = await all();
		const has = (name: string) => (record: Json) => Object.hasOwn(record, name);
		expect(records.some(has('opportunityLocation'))).toBe(true);
		expect(records.every(has('opportunityLocation'))).toBe(false);
		const phones = records.flatMap((record) => record.phones as Json[]);
		expect(phones.some((phone) => (phone.type ?? null) === null)).toBe(true);
	});

	test('[doc][record] tags that differ in case only can both exist', async () => {
		const texts = (await readAll(account.mock, '/tags')).map(({ text }) => String(text));
		const folded = new Set(texts.map((text) => text.toLowerCase()));
		expect(folded.size).toBeLessThan(texts.length);
	});

	test('[doc] internal-only postings are missing by default', async () => {
		const all = 'distributionChannel=public&distributionChannel=internal';
		const shown = ids(await readAll(account.mock, '/postings?state=published'));
		const every = ids(await readAll(account.mock, `/postings?state=published&${all}`));
		expect(every.length).toBeGreaterThan(shown.length);
	});

	test('[doc] the reason Hired and archived_at_start narrow to recent hires', async () => {
		const [hired] = await readAll(account.mock, '/archive_reasons?type=hired');
		const start = Date.parse(AS_OF) - 365 * 86_400_000;
		const path = `/opportunities?archive_reason_id=${String(hired?.id)}&archived_at_start=${start}`;
		const found = await readAll(account.mock, path);
		expect(found.length).toBeGreaterThan(0);
		for (const record of found) {
			expect(record.archived).toMatchObject({ reason: hired?.id });
			expect(Number((record.archived as Json).archivedAt)).toBeGreaterThanOrEqual(start);
		}
	});
});
