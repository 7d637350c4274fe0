import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { Ajv2020 } from 'ajv/dist/2020.js';
import openapiTS, { astToString } from 'openapi-typescript';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import {
	ARCHIVE_REASON,
	CONTACT,
	OFFER,
	OPPORTUNITY,
	STAGE,
	TAG,
	USER,
} from '../lever/samples.mts';

const root = new URL('../../../', import.meta.url);
const description = new URL('api/lever.openapi.yaml', root);

describe('the description of the API', () => {
	it('is a valid OpenAPI 3.1 document', async () => {
		const { stderr } = await promisify(execFile)(
			fileURLToPath(new URL('node_modules/.bin/redocly', root)),
			['lint', 'lever', '--config', 'api/redocly.yaml'],
			{
				cwd: fileURLToPath(root),
				env: {
					...process.env,
					REDOCLY_TELEMETRY: 'off',
					REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
				},
			},
		);
		expect(stderr).toContain('Your API description is valid');
	});

	it('is what the types were made from', async () => {
		const types = await readFile(new URL('api/lever.d.ts', root), 'utf8');
		expect(types.endsWith(astToString(await openapiTS(description))), 'run npm run types').toBe(
			true,
		);
	});

	const ajv = new Ajv2020({ strict: false });
	const documentRead = readFile(description, 'utf8').then((text) => {
		ajv.addSchema({ $id: 'api', ...(parse(text) as object) });
	});
	const accepts = async (schema: string, record: unknown) => {
		await documentRead;
		return ajv.validate({ $ref: `api#/components/schemas/${schema}` }, record);
	};

	it.each([
		['Opportunity', OPPORTUNITY],
		['Opportunity', { ...OPPORTUNITY, stage: STAGE, owner: USER, contact: CONTACT }],
		['Offer', OFFER],
		['Offer', { ...OFFER, status: 'a status of tomorrow', signatures: null }],
		['Contact', CONTACT],
		['User', USER],
		['User', { ...USER, accessRole: '' }],
		['Stage', STAGE],
		['Tag', TAG],
		['ArchiveReason', ARCHIVE_REASON],
		['OpportunityPage', { data: [OPPORTUNITY], hasNext: false }],
	])('accepts a record: %s', async (schema, record) => {
		expect(await accepts(schema, record), ajv.errorsText()).toBe(true);
	});

	it.each([
		['Opportunity', { ...OPPORTUNITY, createdAt: '2026-01-01' }],
		['Opportunity', { ...OPPORTUNITY, archived: true }],
		['Offer', { ...OFFER, fields: null }],
		['User', { ...USER, deactivatedAt: 'never' }],
		['OpportunityPage', { data: OPPORTUNITY }],
		['Error', { code: 'X' }],
	])('refuses what Lever does not send: %s', async (schema, record) => {
		expect(await accepts(schema, record)).toBe(false);
	});
});
