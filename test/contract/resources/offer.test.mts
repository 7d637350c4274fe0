import { describe, expect, test } from 'vitest';
import { send } from '../../unit/mock/client.mts';
import type { Json } from '../support/account.mts';
import { ACCOUNTS, everySub, useMock } from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import { EXAMPLES } from '../support/examples.mts';
import type { Fits } from '../support/shape.mts';
import {
	either,
	list,
	mapOf,
	ms,
	nothing,
	number,
	object,
	oneOf,
	optional,
	orNull,
	text,
	uid,
	yesNo,
} from '../support/shape.mts';

const STATUSES = [
	'draft',
	'approval-sent',
	'approved',
	'sent',
	'sent-manually',
	'opened',
	'denied',
	'signed',
];

const document = object({ fileName: text, uploadedAt: ms, downloadUrl: text });
/** In a draft only the first three keys were recorded. */
const signature = object({
	role: text,
	name: orNull(text),
	email: orNull(text),
	firstOpenedAt: optional(orNull(ms)),
	lastOpenedAt: optional(orNull(ms)),
	signedAt: optional(orNull(ms)),
	signed: optional(yesNo),
});

/** What the value of a field holds, where §5.2 says it. */
const VALUES: Record<string, Fits> = {
	job_posting: uid,
	job_title: text,
	candidate_name: text,
	// The account golden has some that cannot be read, on purpose: see the test below.
	anticipated_start_date: either(ms, text),
	salary_amount: number,
	compensation_currency: text,
	salary_interval: text,
	hiring_manager: uid,
	direct_manager: uid,
	today_date: ms,
	team: text,
	location: text,
	offered_equity: either(number, text),
	offer_expiration_date: ms,
	requisition: uid,
	candidate_signature: text,
	company_signature_1: text,
};
const field: Fits = (value, place) => {
	const whole = object({
		text,
		identifier: text,
		value: either(text, number, nothing),
	})(value, place);
	const { identifier, value: content } = value as Json;
	const fits = VALUES[String(identifier)];
	if (fits === undefined) {
		return String(identifier).startsWith('custom_')
			? whole
			: [...whole, `${place}: ${String(identifier)} is no identifier of the reference`];
	}
	return [...whole, ...orNull(fits)(content, `${place} (${String(identifier)})`)];
};

describeShape({
	title: '§5.2 offer',
	shape: object({
		id: uid,
		posting: orNull(uid),
		createdAt: ms,
		status: oneOf(...STATUSES),
		creator: uid,
		fields: list(field),
		// [lib, one]: the attributes may stand directly on signatures.
		signatures: orNull(either(mapOf(signature), signature)),
		approved: orNull(yesNo),
		approvedAt: orNull(ms),
		sentAt: orNull(ms),
		sentDocument: orNull(document),
		signedDocument: orNull(document),
	}),
	example: EXAMPLES.offer,
	read: async (mock) => (await everySub(mock, 'offers')).map(({ record }) => record),
});

describe.each(ACCOUNTS)('§5.2 offers, account %s', (scenario) => {
	const account = useMock({ scenario });
	const offers = () => everySub(account.mock, 'offers');
	const ofStatus = async (...statuses: string[]) =>
		(await offers())
			.map(({ record }) => record)
			.filter(({ status }) => statuses.includes(String(status)));
	const signatures = (offer: Json) =>
		Object.values((offer.signatures ?? {}) as Record<string, Json | null>).filter(
			(signature) => typeof signature === 'object' && signature !== null,
		);

	test('[doc] all eight statuses occur, and no other', async () => {
		const found = new Set((await offers()).map(({ record }) => record.status));
		expect([...found].sort()).toEqual([...STATUSES].sort());
	});

	test('[record] a draft has no documents, is not approved and not sent', async () => {
		for (const draft of await ofStatus('draft')) {
			expect(draft).toMatchObject({
				sentDocument: null,
				signedDocument: null,
				approved: null,
				approvedAt: null,
				sentAt: null,
			});
		}
	});

	test('[record] signatures are keyed by the role of the signer', async () => {
		const keyed = (await offers()).filter(
			({ record }) => signatures(record).length > 0 && 'candidate' in (record.signatures as Json),
		);
		expect(keyed.length).toBeGreaterThan(0);
		for (const { record } of keyed) {
			expect(record.signatures).toMatchObject({ candidate: { role: 'candidate' } });
		}
	});

	test('[doc][record] the start date is milliseconds or null, but in a few offers of golden', async () => {
		const dates = (await offers())
			.flatMap(({ record }) => record.fields as Json[])
			.filter(({ identifier }) => identifier === 'anticipated_start_date')
			.map(({ value }) => value);
		const odd = dates.filter((value) => typeof value === 'string');
		expect(dates.length).toBeGreaterThan(50);
		expect(odd.length).toBeLessThanOrEqual(scenario === 'golden' ? 3 : 0);
	});

	test('[doc] no offer has a top-level signedAt', async () => {
		expect((await offers()).filter(({ record }) => 'signedAt' in record)).toEqual([]);
	});

	test('[doc] a signed offer has a signature of the candidate with its time, but in a few offers of golden', async () => {
		const signed = await ofStatus('signed');
		const without = signed.filter((offer) => {
			const of = (offer.signatures ?? {}) as Record<string, Json>;
			return !Number.isInteger((of.candidate ?? of).signedAt);
		});
		expect(signed.length).toBeGreaterThan(20);
		expect(without.length).toBeLessThanOrEqual(scenario === 'golden' ? 6 : 0);
	});

	test('[record] a signed document is there as soon as anyone has signed, not only when all have', async () => {
		const partly = (await offers()).filter(({ record }) => {
			const signed = signatures(record).map((signature) => signature.signed === true);
			return signed.includes(true) && signed.includes(false);
		});
		expect(partly.length).toBeGreaterThan(0);
		for (const { record } of partly) expect(record.signedDocument).not.toBeNull();
	});

	test('[guess] an offer marked signed by hand may have no signature at all', async () => {
		const manual = await ofStatus('sent-manually');
		expect(manual.length).toBeGreaterThan(0);
	});

	test('[doc] download gives the signed one if there is any, else the sent one; status chooses', async () => {
		const { mock } = account;
		const bytes = async (path: string) => {
			const answer = await send(mock, path);
			expect(answer.status, path).toBe(200);
			return answer.text;
		};
		const all = await offers();
		const both = all.find(
			({ record }) => record.sentDocument !== null && record.signedDocument !== null,
		);
		const sentOnly = all.find(
			({ record }) => record.sentDocument !== null && record.signedDocument === null,
		);
		const at = (sub: typeof both) =>
			`/opportunities/${String(sub?.opportunity)}/offers/${String(sub?.record.id)}/download`;
		expect(await bytes(at(both))).toBe(await bytes(`${at(both)}?status=signed`));
		expect(await bytes(at(both))).not.toBe(await bytes(`${at(both)}?status=sent`));
		expect(await bytes(at(sentOnly))).toBe(await bytes(`${at(sentOnly)}?status=sent`));
		expect((await send(mock, `${at(sentOnly)}?status=signed`)).status).toBe(404);
		expect((await send(mock, `${at(sentOnly)}?status=unheard`)).status).toBe(400);
	});

	test('[doc] there is no single-offer read and no account-wide list', async () => {
		const [one] = await offers();
		const path = `/opportunities/${String(one?.opportunity)}/offers/${String(one?.record.id)}`;
		expect((await send(account.mock, path)).status).toBe(404);
		expect((await send(account.mock, '/offers')).status).toBe(404);
	});

	test('[doc][record] download addresses lead to the documents, on the host of the API', async () => {
		for (const { record } of await offers()) {
			for (const document of [record.sentDocument, record.signedDocument] as Array<Json | null>) {
				if (document === null) continue;
				expect(String(document.downloadUrl)).toMatch(
					/^https:\/\/api\.lever\.co\/v1\/opportunities\/[\da-f-]{36}\/offers\/[\da-f-]{36}\/download\?status=(sent|signed)$/,
				);
			}
		}
	});
});
