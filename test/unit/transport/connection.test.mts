import { describe, expect, it } from 'vitest';

import { connectionOf } from '../../../nodes/shared/transport/connection.ts';

describe('connectionOf', () => {
	it.each([
		['production', 'https://api.lever.co/v1', true],
		['sandbox', 'https://api.sandbox.lever.co/v1', false],
	] as const)('%s has its own host', (environment, baseUrl, production) => {
		expect(connectionOf('apiKey', { environment })).toEqual({
			environment,
			baseUrl,
			production,
			credentialKind: 'apiKey',
		});
	});

	it('takes a custom base URL without the slash at its end, plain HTTP too', () => {
		expect(
			connectionOf('oAuth2', { environment: 'custom', baseUrl: ' http://127.0.0.1:4010/v1/ ' }),
		).toEqual({
			environment: 'custom',
			baseUrl: 'http://127.0.0.1:4010/v1',
			production: false,
			credentialKind: 'oAuth2',
		});
	});

	it('is production only for the production host, whatever the environment is called', () => {
		const custom = (baseUrl: string) =>
			connectionOf('apiKey', { environment: 'custom', baseUrl }).production;
		expect(custom('https://api.lever.co/v1')).toBe(true);
		expect(custom('http://api.lever.co/v1')).toBe(false);
		expect(custom('https://api.lever.co.example.com/v1')).toBe(false);
	});

	it.each([
		'',
		'api.lever.co/v1',
		'ftp://lever.example.com/v1',
		'file:///etc/passwd',
		'https://user:secret@lever.example.com/v1',
		'https://lever.example.com/v1?x=1',
		'https://lever.example.com/v1#x',
	])('refuses %s as a base URL, without repeating it', (baseUrl) => {
		const attempt = () => connectionOf('apiKey', { environment: 'custom', baseUrl });
		expect(attempt).toThrow("'Base URL'");
		expect(attempt).not.toThrow('secret');
	});
});
