import { readdir, readFile } from 'node:fs/promises';

import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { sendWith } from '../../../nodes/shared/transport/requests/request.ts';

const NODES = new URL('../../../nodes/', import.meta.url);

async function sources(): Promise<Array<{ name: string; text: string }>> {
	const names = await readdir(NODES, { recursive: true });
	return await Promise.all(
		names
			.filter((name) => name.endsWith('.ts'))
			.map(async (name) => ({ name, text: await readFile(new URL(name, NODES), 'utf8') })),
	);
}

describe('read-only', () => {
	it('two files send requests, one for JSON and one for files, and their only method is GET', async () => {
		const all = await sources();
		expect(all.length).toBeGreaterThan(30);
		const sending = all.filter(({ text }) => /httpRequest|\.request\(|\bfetch\(/.test(text));
		expect(sending.map(({ name }) => name).sort()).toEqual([
			'shared/transport/files/fileSource.ts',
			'shared/transport/requests/request.ts',
		]);
		for (const { text } of sending) {
			const methods = [...text.matchAll(/method:\s*([^,\n]+)/g)].map(([, method]) => method);
			expect(methods).toEqual(["'GET'"]);
		}
	});

	it('no source names another verb', async () => {
		for (const { name, text } of await sources()) {
			expect(text, name).not.toMatch(/['"`](POST|PUT|PATCH|DELETE|HEAD)['"`]/);
		}
	});

	it('every request is a GET that follows no redirect and swallows no status', async () => {
		const sent: IHttpRequestOptions[] = [];
		const context = {
			helpers: {
				httpRequestWithAuthentication: async (type: string, request: IHttpRequestOptions) => {
					sent.push(request);
					return await Promise.resolve({ data: type });
				},
			},
		} as unknown as IAllExecuteFunctions;
		const send = sendWith(context, 'leverApi');
		expect(await send('https://api.lever.co/v1/users', { limit: '1' })).toEqual({
			data: 'leverApi',
		});
		expect(sent).toEqual([
			{
				method: 'GET',
				url: 'https://api.lever.co/v1/users',
				qs: { limit: '1' },
				arrayFormat: 'repeat',
				json: true,
				encoding: 'arraybuffer',
				timeout: 60_000,
				disableFollowRedirect: true,
			},
		]);
	});
});
