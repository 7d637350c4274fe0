import { describe, expect, test } from 'vitest';
import type { MockLever } from '../../../mock-lever/index.mts';
import { basic, send } from '../../unit/mock/client.mts';
import type { Json, Sub } from '../support/account.mts';
import { ACCOUNTS, everySub, readOne, useMock } from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import { EXAMPLES } from '../support/examples.mts';
import {
	list,
	ms,
	object,
	oneOf,
	optional,
	orNull,
	text,
	uid,
	wholeNumber,
} from '../support/shape.mts';

const status = oneOf('processed', 'processing', 'unsupported', 'error', null);
const file = object({
	name: text,
	ext: text,
	downloadUrl: text,
	uploadedAt: ms,
	status,
	size: wholeNumber,
});
const month = optional(
	orNull(object({ year: optional(orNull(wholeNumber)), month: optional(orNull(wholeNumber)) })),
);
const words = optional(orNull(text));

describeShape({
	title: '§5.11 resume',
	shape: object({
		id: uid,
		createdAt: ms,
		file: optional(orNull(file)),
		parsedData: optional(
			orNull(
				object({
					positions: optional(
						orNull(
							list(
								object({
									org: words,
									title: words,
									summary: words,
									location: words,
									start: month,
									end: month,
								}),
							),
						),
					),
					schools: optional(
						orNull(
							list(
								object({
									org: words,
									degree: words,
									field: words,
									summary: words,
									start: month,
									end: month,
								}),
							),
						),
					),
				}),
			),
		),
	}),
	example: EXAMPLES.resume,
	read: async (mock) => (await everySub(mock, 'resumes')).map(({ record }) => record),
});

describeShape({
	title: '§5.11 file',
	shape: object({
		id: uid,
		downloadUrl: text,
		ext: text,
		name: text,
		uploadedAt: ms,
		status,
		size: wholeNumber,
	}),
	example: EXAMPLES.file,
	read: async (mock) => (await everySub(mock, 'files')).map(({ record }) => record),
});

const fileOf = ({ record }: Sub): Json | null =>
	'file' in record ? (record.file as Json | null) : record;
const pathOf = (name: string, { opportunity, record }: Sub) =>
	`/opportunities/${opportunity}/${name}/${String(record.id)}`;

/** The bytes of a download, wherever a redirect leads; storage is asked without credentials. */
async function download(mock: MockLever, path: string): Promise<{ status: number; bytes: Buffer }> {
	const first = await fetch(`${mock.baseUrl}${path}`, {
		headers: { authorization: basic(mock.keys.all) },
		redirect: 'manual',
	});
	const location = first.headers.get('location');
	const last = location === null ? first : await fetch(new URL(location, mock.url));
	return { status: last.status, bytes: Buffer.from(await last.arrayBuffer()) };
}

describe.each(ACCOUNTS)('§5.11 resumes and files, account %s', (scenario) => {
	const account = useMock({ scenario });

	test.each(['resumes', 'files'])(
		'[doc] downloads of %s are the bytes, as many as the record says',
		async (name) => {
			const subs = (await everySub(account.mock, name)).filter(
				(sub) => fileOf(sub)?.status === 'processed',
			);
			expect(subs.length).toBeGreaterThan(0);
			for (const sub of subs.slice(0, 25)) {
				const { status: answered, bytes } = await download(
					account.mock,
					`${pathOf(name, sub)}/download`,
				);
				expect(answered).toBe(200);
				expect(bytes.length).toBe(fileOf(sub)?.size);
			}
		},
	);

	test('[doc] a download answers 422 where processing had failed', async () => {
		const failed: string[] = [];
		for (const name of ['resumes', 'files']) {
			for (const sub of await everySub(account.mock, name)) {
				if (fileOf(sub)?.status === 'error') failed.push(`${pathOf(name, sub)}/download`);
			}
		}
		expect(failed.length).toBeGreaterThan(0);
		for (const path of failed) {
			const { status: answered, body } = await send(account.mock, path);
			expect(answered).toBe(422);
			expect(body.code).toBe('UnprocessableEntityError');
		}
	});

	test('[record] the download address of a resume is on the API, under the old name candidates', async () => {
		const urls = (await everySub(account.mock, 'resumes'))
			.map((sub) => fileOf(sub)?.downloadUrl)
			.filter((url) => url !== undefined);
		expect(urls.length).toBeGreaterThan(0);
		for (const url of urls) {
			expect(url).toMatch(
				/^https:\/\/(api|hire)\.lever\.co\/(v1\/)?candidates\/[\da-f-]{36}\/resumes\/[\da-f-]{36}\/download$/,
			);
		}
	});

	test('[doc] a resume that came from an online profile has no file', async () => {
		const none = (await everySub(account.mock, 'resumes')).filter(
			(sub) => (sub.record.file ?? null) === null,
		);
		expect(none.length).toBeGreaterThan(0);
		const path = `${pathOf('resumes', none[0] as Sub)}/download`;
		expect((await send(account.mock, path)).status).toBe(404);
	});

	test('[doc] each can be read alone', async () => {
		for (const name of ['resumes', 'files']) {
			const [one] = await everySub(account.mock, name);
			expect(await readOne(account.mock, pathOf(name, one as Sub))).toEqual(one?.record);
		}
	});

	test('[record] no resumes are an empty list today, not 404', async () => {
		const having = new Set(
			(await everySub(account.mock, 'resumes')).map(({ opportunity }) => opportunity),
		);
		const { body } = await send<{ data: Json[] }>(account.mock, '/opportunities?limit=100');
		const without = body.data.find(({ id }) => !having.has(String(id)));
		const answer = await send(account.mock, `/opportunities/${String(without?.id)}/resumes`);
		expect(answer.status).toBe(200);
		expect(answer.body).toEqual({ data: [], hasNext: false });
	});
});
