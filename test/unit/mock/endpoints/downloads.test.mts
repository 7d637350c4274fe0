import { createHash } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it, vi } from 'vitest';
import { documentSize } from '../../../../mock-lever/documents/size.mts';
import { Documents } from '../../../../mock-lever/documents/documents.mts';
import type { MockLever } from '../../../../mock-lever/index.mts';
import { startMock } from '../../../../mock-lever/index.mts';
import type { FileStatus } from '../../../../mock-lever/scenarios/records.mts';
import { AS_OF, basic } from '../client.mts';
import { db, mock, must, read, useMock } from './account.mts';

useMock();

const open = new Set(
	db.opportunities
		.filter(({ confidentiality }) => confidentiality === 'non-confidential')
		.map(({ id }) => id),
);

async function download(path: string, of: MockLever = mock()) {
	const response = await fetch(`${of.baseUrl}${path}`, {
		headers: { authorization: basic(of.keys.all) },
		redirect: 'manual',
	});
	const bytes = Buffer.from(await response.arrayBuffer());
	const digest = createHash('sha256').update(bytes).digest('hex');
	return { status: response.status, headers: response.headers, bytes, digest };
}

/** A file or resume by how its download is answered */
function fileWhere(
	kind: 'files' | 'resumes',
	status: FileStatus,
	redirected: boolean,
	ext: string,
) {
	const found = db[kind].find((record) => {
		const file = 'file' in record ? record.file : record;
		return (
			open.has(record.opportunityId) &&
			file?.status === status &&
			file.name.endsWith(ext) &&
			(record.redirected ?? false) === redirected
		);
	});
	const record = must(found, `${kind} ${status} ${ext}`);
	const file = must('file' in record ? (record.file ?? undefined) : record, 'file');
	return { path: `/opportunities/${record.opportunityId}/${kind}/${record.id}/download`, file };
}

describe.each(['files', 'resumes'] as const)('download of %s', (kind) => {
	it.each([
		['.pdf', 'application/pdf', '%PDF-'],
		['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
	])('%s: the bytes that the record promises', async (ext, type, begin) => {
		const { path, file } = fileWhere(kind, 'processed', false, ext);
		const { status, headers, bytes } = await download(path);
		expect(status).toBe(200);
		expect(headers.get('content-type')).toBe(type);
		expect(headers.get('content-disposition')).toContain(`filename="${file.name}"`);
		expect(Number(headers.get('content-length'))).toBe(file.size);
		expect(bytes).toHaveLength(file.size);
		expect(bytes.toString('latin1', 0, begin.length)).toBe(begin);
	});

	it('a file that Lever could not process is refused', async () => {
		const { path } = fileWhere(kind, 'error', false, '');
		expect(await read(path)).toMatchObject({
			status: 422,
			body: { code: 'UnprocessableEntityError', message: 'The file could not be processed' },
		});
	});

	it('may be redirected to a storage address that is good once and wants no credentials', async () => {
		const { path, file } = fileWhere(kind, 'processed', true, '');
		const first = await download(path);
		expect(first.status).toBe(302);
		const location = must(first.headers.get('location') ?? undefined, 'location');
		expect(location.startsWith(`${mock().url}/storage/`)).toBe(true);
		const withCredentials = await fetch(location, {
			headers: { authorization: basic(mock().keys.all) },
		});
		expect(withCredentials.status).toBe(400);
		const plain = await fetch(location);
		expect(plain.status).toBe(200);
		expect(await plain.arrayBuffer()).toHaveProperty('byteLength', file.size);
		const again = await fetch(location);
		expect([again.status, await again.text()]).toEqual([
			403,
			expect.stringContaining('AccessDenied'),
		]);
		const second = await download(path);
		expect(second.headers.get('location')).not.toBe(location);
	});

	it('the address in the record has Lever’s host and the recorded form', () => {
		const { file } = fileWhere(kind, 'processed', false, '.pdf');
		const below = kind === 'resumes' ? 'candidates' : 'opportunities';
		expect(file.downloadUrl).toMatch(
			new RegExp(`^https://api\\.lever\\.co/v1/${below}/[^/]+/${kind}/[^/]+/download$`),
		);
	});
});

it('a resume from an online profile has nothing to download', async () => {
	const resume = must(
		db.resumes.find((each) => each.file === null && open.has(each.opportunityId)),
		'resume without a file',
	);
	const path = `/opportunities/${resume.opportunityId}/resumes/${resume.id}`;
	expect((await read(path)).body.data).toMatchObject({ id: resume.id, file: null });
	expect((await read(`${path}/download`)).status).toBe(404);
});

describe('offer documents (lever-api.md §5.2)', () => {
	const offerWhere = (sent: boolean, signed: boolean) => {
		const offer = must(
			db.offers.find(
				(each) =>
					open.has(each.opportunityId) &&
					(each.sentDocument !== null) === sent &&
					(each.signedDocument !== null) === signed,
			),
			`offer sent ${sent}, signed ${signed}`,
		);
		return `/opportunities/${offer.opportunityId}/offers/${offer.id}/download`;
	};

	it('without status: the signed one if there is one, else the one that was sent', async () => {
		const both = offerWhere(true, true);
		const [plain, sent, signed] = await Promise.all(
			['', '?status=sent', '?status=signed'].map((query) => download(`${both}${query}`)),
		);
		expect([plain?.status, sent?.status, signed?.status]).toEqual([200, 200, 200]);
		expect(plain?.digest).toBe(signed?.digest);
		expect(plain?.digest).not.toBe(sent?.digest);
		expect(signed?.headers.get('content-disposition')).toContain('offer_signed.pdf');
		const unsigned = offerWhere(true, false);
		const onlySent = await download(unsigned);
		expect(onlySent.headers.get('content-disposition')).toContain('offer.pdf');
		expect(onlySent.digest).toBe((await download(`${unsigned}?status=sent`)).digest);
		expect((await download(`${unsigned}?status=signed`)).status).toBe(404);
	});

	it('a draft has none, and status is one of two words', async () => {
		const draft = offerWhere(false, false);
		expect((await download(draft)).status).toBe(404);
		expect((await download(`${draft}?status=draft`)).status).toBe(400);
	});

	it('needs a permission of its own', async () => {
		const { status } = await read(offerWhere(true, true), 'leastPrivilege');
		expect(status).toBe(403);
	});
});

describe('documents', () => {
	it('are the same bytes in every mock', async () => {
		const other = await startMock({ asOf: AS_OF, rateLimit: false });
		try {
			for (const ext of ['.pdf', '.docx']) {
				const { path } = fileWhere('files', 'processed', false, ext);
				const [here, there] = [await download(path), await download(path, other)];
				expect(here.digest).toBe(there.digest);
			}
		} finally {
			await other.close();
		}
	});

	it('differ by id, and do not depend on when they are made', async () => {
		const file = { id: 'one', name: 'one.docx', about: 'File' };
		const made = await new Documents().bytesOf(file);
		vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 6, 7, 8, 9) });
		const later = await new Documents().bytesOf(file).finally(() => vi.useRealTimers());
		expect(Buffer.from(later).equals(made)).toBe(true);
		const other = await new Documents().bytesOf({ ...file, id: 'two' });
		expect(Buffer.from(other).equals(made)).toBe(false);
	});

	it.each([
		['a.pdf', 4096, 4096],
		['a.pdf', 2_000_000, 2_000_000],
		['a.pdf', 10, documentSize('x')],
		['a.docx', 65_536, 65_536],
		['a.docx', 2_000_000, documentSize('x')],
		['a.docx', 100, documentSize('x')],
	])('%s of %i bytes, as an account file may want it, has %i', async (name, size, expected) => {
		const bytes = await new Documents().bytesOf({ id: 'x', name, about: 'File', size });
		expect(bytes).toHaveLength(expected);
	});

	it('open in a reader of PDF', async () => {
		const bytes = await new Documents().bytesOf({ id: 'x', name: 'cv 山本.pdf', about: 'Résumé' });
		expect(bytes).toHaveLength(documentSize('x'));
		const pdf = await PDFDocument.load(bytes);
		expect([pdf.getPageCount(), pdf.getTitle()]).toEqual([1, 'Résumé']);
	});
});
