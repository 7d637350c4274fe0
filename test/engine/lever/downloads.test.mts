import type { ServerResponse } from 'node:http';

import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { describe, expect, it } from 'vitest';

import { readBinary } from '../harness/index.mts';
import type { NodeRun, NodeRunRequest } from '../harness/index.mts';
import { serve } from './fileServer.mts';
import type { FileServer } from './fileServer.mts';
import { located } from './reads.mts';
import { API, runLever, schemaFields } from './support.mts';

const PDF = Buffer.from('%PDF-1.7 synthetic');

function sendPdf(response: ServerResponse, headers: Record<string, string> = {}): void {
	response.writeHead(200, {
		'content-type': 'application/pdf',
		'content-disposition': 'attachment; filename="cv.pdf"',
		...headers,
	});
	response.end(PDF);
}

function sendError(response: ServerResponse, status: number): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ code: 'Whatever', message: 'no' }));
}

const resume: INodeParameters = {
	resource: 'resume',
	operation: 'download',
	opportunityId: located('o1'),
	resumeId: located('r1'),
};

async function download(
	lever: FileServer,
	parameters: INodeParameters = resume,
	request: Partial<NodeRunRequest> = {},
): Promise<NodeRun> {
	return await runLever(parameters, {
		credentials: {
			leverApi: {
				apiKey: 'synthetic-key',
				environment: 'custom',
				baseUrl: `${lever.url}/v1`,
			},
		},
		...request,
	});
}

const KEY = `Basic ${Buffer.from('synthetic-key:').toString('base64')}`;

describe('a download', () => {
	it.each([
		['resume', { resumeId: located('r1') }, '/v1/opportunities/o1/resumes/r1/download'],
		['file', { fileId: located('f1') }, '/v1/opportunities/o1/files/f1/download'],
		['offer', { offerId: located('d1') }, '/v1/opportunities/o1/offers/d1/download'],
		[
			'offer',
			{ offerId: located('d1'), document: 'sent' },
			'/v1/opportunities/o1/offers/d1/download?status=sent',
		],
		[
			'offer',
			{ offerId: located('d1'), document: 'signed' },
			'/v1/opportunities/o1/offers/d1/download?status=signed',
		],
	])('of a %s with %j asks for its own path', async (resource, parameters, path) => {
		const lever = await serve((_request, response) => sendPdf(response));
		const run = await download(lever, {
			resource,
			operation: 'download',
			opportunityId: located('o1'),
			...parameters,
		});
		expect(run.error).toBeUndefined();
		expect(lever.asked).toEqual([{ method: 'GET', url: path, authorization: KEY }]);
		const [item] = run.outputs[0] ?? [];
		expect(item).toMatchObject({
			json: {
				opportunityId: 'o1',
				fileName: 'cv.pdf',
				mimeType: 'application/pdf',
				size: PDF.length,
			},
			binary: { data: { fileName: 'cv.pdf', mimeType: 'application/pdf' } },
			pairedItem: { item: 0 },
		});
		expect(Object.keys(item?.json ?? {}).sort()).toEqual(schemaFields(resource, 'download').sort());
		if (item) expect(readBinary(item, 'data')).toEqual(PDF);
	});

	it('goes into the field that was named', async () => {
		const lever = await serve((_request, response) => sendPdf(response));
		const run = await download(lever, { ...resume, outputField: 'cv' });
		expect(Object.keys(run.outputs[0]?.[0]?.binary ?? {})).toEqual(['cv']);
	});

	it('has a name and a type also when Lever gives none', async () => {
		const lever = await serve((_request, response) => {
			response.writeHead(200, { 'content-type': 'nonsense' });
			response.end(PDF);
		});
		const run = await download(lever);
		expect(run.outputs[0]?.[0]?.json).toMatchObject({
			fileName: 'resume-r1',
			mimeType: 'application/octet-stream',
		});
	});

	it('of many items keeps their order and their links', async () => {
		const lever = await serve((request, response) => {
			const slow = request.url?.includes('r0') ? 60 : 0;
			setTimeout(() => {
				sendPdf(response, {
					'content-disposition': `filename="${request.url?.split('/')[5] ?? ''}.pdf"`,
				});
			}, slow);
		});
		const run = await download(
			lever,
			{ ...resume, resumeId: located('={{ $json.id }}') },
			{ inputs: { 0: [0, 1, 2].map((number) => ({ json: { id: `r${number}` } })) } },
		);
		expect(run.outputs[0]?.map(({ json, pairedItem }) => [json['fileName'], pairedItem])).toEqual([
			['r0.pdf', { item: 0 }],
			['r1.pdf', { item: 1 }],
			['r2.pdf', { item: 2 }],
		]);
	});
});

describe('a download that Lever sends on', () => {
	it('to a storage of another host gets there without the credential', async () => {
		const storage = await serve((_request, response) => sendPdf(response));
		const lever = await serve((_request, response) => {
			response.writeHead(302, { location: `${storage.url}/bucket/cv.pdf?signature=synthetic` });
			response.end();
		});
		const run = await download(lever);
		expect(run.outputs[0]?.[0]?.json['fileName']).toBe('cv.pdf');
		expect(storage.asked).toEqual([
			{ method: 'GET', url: '/bucket/cv.pdf?signature=synthetic', authorization: undefined },
		]);
	});

	it('and back to Lever has no credential there either', async () => {
		const lever = await serve((_request, response, number) => {
			if (number > 1) return sendPdf(response);
			response.writeHead(302, { location: `${storage.url}/bucket` });
			return response.end();
		});
		const storage = await serve((_request, response) => {
			response.writeHead(302, { location: `${lever.url}/v1/users` });
			response.end();
		});
		await download(lever);
		expect(lever.asked.map(({ authorization }) => authorization)).toEqual([KEY, undefined]);
	});

	it('on its own host keeps the credential and drops the query', async () => {
		const lever = await serve((request, response) => {
			if (request.url === '/v1/elsewhere') return sendPdf(response);
			response.writeHead(307, { location: '/v1/elsewhere' });
			return response.end();
		});
		await download(lever);
		expect(lever.asked.at(-1)).toEqual({
			method: 'GET',
			url: '/v1/elsewhere',
			authorization: KEY,
		});
	});

	it('in circles ends', async () => {
		const lever = await serve((_request, response) => {
			response.writeHead(302, { location: '/v1/again' });
			response.end();
		});
		const run = await download(lever);
		expect(run.error?.message).toContain('in circles');
		expect(lever.asked).toHaveLength(4);
	});

	it.each(['http://storage.example.com/cv.pdf', 'file:///etc/passwd', 'https://a:b@x.example.com'])(
		'from production to %s is refused',
		async (location) => {
			nock.disableNetConnect();
			nock(API).get('/v1/opportunities/o1/resumes/r1/download').reply(302, '', { location });
			const run = await runLever(resume);
			nock.enableNetConnect();
			expect(run.error?.message).toContain('not encrypted');
		},
	);

	it('to a storage that refuses says nothing about the key', async () => {
		const storage = await serve((_request, response) => sendError(response, 403));
		const lever = await serve((_request, response) => {
			response.writeHead(302, { location: `${storage.url}/expired` });
			response.end();
		});
		const run = await download(lever);
		expect(run.error?.message).toBe(
			'The storage that Lever names for this file does not give it out (status 403).',
		);
	});
});

describe('a download that does not work', () => {
	it.each([
		[422, 'Lever could not process this file, so it cannot be downloaded (status 422).'],
		[404, 'Lever has no resume file with this ID (status 404).'],
		[403, 'Lever does not let this API key read the document of a resume (status 403).'],
	])('with status %i says so', async (status, message) => {
		const lever = await serve((_request, response) => sendError(response, status));
		const run = await download(lever);
		expect(run.error?.message).toBe(message);
		expect(lever.asked).toHaveLength(1);
		if (status === 403) expect(run.error?.description).toContain("'Download opportunity resume'");
	});

	it('because of a web page says so', async () => {
		const lever = await serve((_request, response) => {
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
			response.end('<!doctype html><h1>Sign in</h1>');
		});
		const run = await download(lever);
		expect(run.error?.message).toContain('a web page instead of a file');
	});

	it('at first is tried again', async () => {
		const lever = await serve((_request, response, number) =>
			number === 1 ? sendError(response, 503) : sendPdf(response),
		);
		const run = await download(lever);
		expect(run.outputs[0]).toHaveLength(1);
		expect(lever.asked).toHaveLength(2);
	});

	it('because its bytes end early is read again from the start, and given once', async () => {
		const lever = await serve((_request, response, number) => {
			if (number > 1) return sendPdf(response);
			response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': '1000' });
			response.write(PDF);
			return setTimeout(() => response.destroy(), 20);
		});
		const run = await download(lever);
		expect(run.outputs[0]).toHaveLength(1);
		const [item] = run.outputs[0] ?? [];
		if (item) expect(readBinary(item, 'data')).toEqual(PDF);
		expect(lever.asked).toHaveLength(2);
	});

	it('because the execution was stopped ends in the middle of the bytes', async () => {
		let stop = () => {};
		const lever = await serve((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/pdf' });
			response.write(PDF);
			setTimeout(() => stop(), 50);
		});
		const run = await download(lever, resume, {
			onStart: (cancel) => {
				stop = cancel;
			},
		});
		expect(run.status).toBe('canceled');
		expect(lever.asked).toHaveLength(1);
	});
});
