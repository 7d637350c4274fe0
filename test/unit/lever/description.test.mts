import { readdirSync, readFileSync } from 'node:fs';

import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { LeverApi } from '../../../credentials/LeverApi.credentials.ts';
import { LeverOAuth2Api } from '../../../credentials/LeverOAuth2Api.credentials.ts';
import { RESOURCES } from '../../../nodes/Lever/actions/index.ts';
import { opportunityFilters } from '../../../nodes/Lever/actions/candidates/opportunity/filters.ts';
import { Lever } from '../../../nodes/Lever/Lever.node.ts';
import { CREDENTIAL_TYPES } from '../../../nodes/shared/transport/connection.ts';
import { permissionFor } from '../../../nodes/shared/transport/faults/permissions.ts';

const root = new URL('../../../', import.meta.url);
const node = new Lever();
const { properties } = node.description;

interface OpenApi {
	paths: Record<
		string,
		{
			get: {
				parameters?: Array<{ $ref?: string; name?: string }>;
				security: Array<{ apiKey?: []; oAuth2?: string[] }>;
			};
		}
	>;
	components: {
		parameters: Record<string, { name: string; schema: { items?: { enum?: string[] } } }>;
		schemas: Record<string, { properties: object }>;
		securitySchemes: { oAuth2: { flows: { authorizationCode: { scopes: object } } } };
	};
}
const api = parse(readFileSync(new URL('api/lever.openapi.yaml', root), 'utf8')) as OpenApi;

const operations = RESOURCES.flatMap((resource) =>
	resource.operations.map((operation) => ({ resource, operation })),
);
const shownFor = (resource: string, operation: string) =>
	properties.filter(({ displayOptions }) => {
		const show = displayOptions?.show;
		return show?.resource?.includes(resource) && show.operation?.includes(operation);
	});
const inner = (property: INodeProperties | undefined): INodeProperties[] =>
	(property?.options ?? []).filter((entry): entry is INodeProperties => 'type' in entry);
const choices = (property: INodeProperties | undefined): INodePropertyOptions[] =>
	(property?.options ?? []).filter((entry): entry is INodePropertyOptions => 'value' in entry);
const everyField = properties.flatMap((property) => [property, ...inner(property)]);
const byName = (names: string[]) => [...names].sort((a, b) => (a < b ? -1 : 1));

describe('the table of resources and operations', () => {
	it('is what the node offers', () => {
		const table = Object.fromEntries(
			RESOURCES.map(({ value, operations: own }) => [value, own.map((entry) => entry.value)]),
		);
		expect(table).toEqual({
			application: ['get', 'getDeleted', 'getAll'],
			archiveReason: ['get', 'getAll'],
			auditEvent: ['getAll'],
			connection: ['check'],
			contact: ['get'],
			evidence: ['collect'],
			feedback: ['get', 'getAll'],
			feedbackTemplate: ['get', 'getAll'],
			file: ['download', 'get', 'getAll'],
			fileAction: ['getAll'],
			interview: ['get', 'getAll'],
			note: ['get', 'getAll'],
			offer: ['download', 'getAll'],
			opportunity: ['get', 'getDeleted', 'getAll'],
			panel: ['get', 'getAll'],
			posting: ['get', 'getApplicationForm', 'getDeleted', 'getAll', 'getUsers'],
			profileForm: ['get', 'getAll'],
			profileFormTemplate: ['get', 'getAll'],
			referral: ['get', 'getAll'],
			requisition: ['get', 'getAll'],
			requisitionField: ['get', 'getAll'],
			resume: ['download', 'get', 'getAll'],
			source: ['getAll'],
			stage: ['get', 'getDispositionStages', 'getAll'],
			tag: ['getAll'],
			user: ['get', 'getAll'],
			webhook: ['getAll'],
		});
	});

	it('is in alphabetical order', () => {
		const names = RESOURCES.map(({ name }) => name);
		expect(names).toEqual(byName(names));
		for (const resource of RESOURCES) {
			const own = resource.operations.map(({ name }) => name);
			expect(own).toEqual(byName(own));
		}
	});

	it('every operation has an output schema, and no schema is left over', () => {
		const folder = new URL('nodes/Lever/__schema__/v1.0.0/', root);
		const found = readdirSync(folder, { recursive: true, encoding: 'utf8' });
		expect(byName(found.filter((name) => name.endsWith('.json')))).toEqual(
			byName(
				operations.map(({ resource, operation }) => `${resource.value}/${operation.value}.json`),
			),
		);
	});

	it('every operation says what it does, for people and for AI agents', () => {
		for (const { resource, operation } of operations) {
			expect(operation.action.toLowerCase()).toContain(resource.name.toLowerCase().slice(0, -1));
			expect(operation.action).toMatch(/^[A-Z][a-z -]+$/);
			expect(operation.description.length).toBeGreaterThan(30);
			expect(operation.description).not.toMatch(/\.$/);
		}
		expect(node.description.usableAsTool).toBe(true);
	});

	it.each(operations.map(({ resource, operation }) => [resource.value, operation.value]))(
		'%s %s: names are unique, options come last',
		(resource, operation) => {
			const fields = shownFor(resource, operation);
			const names = fields.map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
			expect(names.at(-1)).toBe('options');
			expect(inner(fields.at(-1)).map(({ name }) => name)).toContain('requestsPerSecond');
		},
	);

	it.each(
		operations.filter(({ operation }) => operation.value === 'getAll').map((entry) => [entry]),
	)('Get Many has Return All and Limit as n8n words them', ({ resource, operation }) => {
		const [returnAll, limit] = shownFor(resource.value, operation.value).filter(({ name }) =>
			['returnAll', 'limit'].includes(name),
		);
		expect(returnAll).toMatchObject({ displayName: 'Return All', default: false });
		expect(limit).toMatchObject({
			displayName: 'Limit',
			default: 50,
			typeOptions: { minValue: 1 },
			description: 'Max number of results to return',
			displayOptions: { show: { returnAll: [false] } },
		});
	});
});

describe('fields', () => {
	it('are in alphabetical order in collections', () => {
		for (const property of properties.filter(({ type }) => type === 'collection')) {
			const names = inner(property).map(({ displayName }) => displayName);
			expect(names).toEqual(byName(names));
		}
	});

	it('name only methods that exist', () => {
		const listSearch: object = node.methods.listSearch;
		const loadOptions: object = node.methods.loadOptions;
		for (const field of everyField) {
			const load = field.typeOptions?.loadOptionsMethod;
			if (load !== undefined) expect(Object.keys(loadOptions)).toContain(load);
			for (const mode of field.modes ?? []) {
				const search = mode.typeOptions?.searchListMethod;
				if (search !== undefined) expect(Object.keys(listSearch)).toContain(search);
			}
		}
	});

	it('have a description, booleans one that starts with Whether', () => {
		for (const field of everyField) {
			if (['resource', 'operation', 'authentication', 'filters', 'options'].includes(field.name)) {
				continue;
			}
			expect(field.description, field.name).toBeTruthy();
			if (field.type === 'boolean') expect(field.description).toMatch(/^Whether /);
		}
	});

	it('avoid the words that n8n asks to avoid, and emoji', () => {
		const texts = JSON.stringify(everyField.map((field) => [field.displayName, field.description]));
		expect(texts).not.toMatch(/\b(error|problem|failure|mistake)s?\b/i);
		expect(texts).not.toMatch(/\p{Extended_Pictographic}/u);
	});
});

describe('the description of the API', () => {
	const parametersOf = (path: string) =>
		(api.paths[path]?.get.parameters ?? []).map((parameter) => {
			const reference = parameter.$ref?.split('/').at(-1) ?? '';
			return parameter.name ?? api.components.parameters[reference]?.name ?? '';
		});
	const everywhere = ['limit', 'offset', 'include', 'expand'];

	it('has every filter of the node, and the node every filter of the description', () => {
		const own = opportunityFilters.map(({ parameter }) => parameter);
		const documented = parametersOf('/opportunities').filter((name) => !everywhere.includes(name));
		expect(byName(own)).toEqual(byName(documented));
		const users = shownFor('user', 'getAll').find(({ name }) => name === 'filters');
		expect(inner(users).map(({ displayName }) => displayName)).toEqual([
			'Access Roles',
			'Email',
			'External Directory ID',
		]);
		expect(parametersOf('/users')).toEqual(
			expect.arrayContaining([
				'accessRole',
				'email',
				'external_directory_id',
				'includeDeactivated',
			]),
		);
	});

	it('has the fields that can be expanded and included', () => {
		const options = shownFor('opportunity', 'getAll').find(({ name }) => name === 'options');
		const valuesOf = (name: string) =>
			choices(inner(options).find((field) => field.name === name)).map(({ value }) => value);
		expect(valuesOf('expand')).toEqual(
			api.components.parameters['OpportunityExpand']?.schema.items?.enum,
		);
		const known = Object.keys(api.components.schemas['Opportunity']?.properties ?? {});
		expect(known).toEqual(expect.arrayContaining(valuesOf('include')));
		expect(known.filter((name) => !valuesOf('include').includes(name))).toEqual(['offers']);
	});

	it('needs the scopes that the messages name', () => {
		for (const [path, { get }] of Object.entries(api.paths)) {
			const scopes = get.security.flatMap(({ oAuth2 }) => oAuth2 ?? []);
			expect([permissionFor(path.replace(/\{\w+\}/g, 'x')).scope]).toEqual(scopes);
		}
	});
});

describe('credentials', () => {
	const oAuth = new LeverOAuth2Api();
	const fieldOf = (name: string) => oAuth.properties.find((field) => field.name === name);

	it('are the two that the node and the transport name', () => {
		const named = (node.description.credentials ?? []).map(({ name }) => name);
		expect(named).toEqual([new LeverApi().name, oAuth.name]);
		expect(Object.values(CREDENTIAL_TYPES)).toEqual(named);
	});

	it('ask for no scope that Lever does not have, and for none that writes', () => {
		const known = Object.keys(api.components.securitySchemes.oAuth2.flows.authorizationCode.scopes);
		const chosen = choices(fieldOf('alsoRead')).map(({ value }) => String(value));
		const asked = new Set([
			...(String(fieldOf('scope')?.default).match(/[a-z_]+:[a-z]+:admin|offline_access/g) ?? []),
			...chosen,
		]);
		expect(byName([...asked])).toEqual(byName(known));
		expect([...asked].filter((scope) => scope.includes('write'))).toEqual([]);
	});

	it('keep secrets in password fields, and hide what follows the environment', () => {
		const key = new LeverApi().properties.find(({ name }) => name === 'apiKey');
		expect(key?.typeOptions).toEqual({ password: true });
		for (const name of ['grantType', 'authUrl', 'accessTokenUrl', 'scope', 'authQueryParameters']) {
			expect(fieldOf(name)?.type).toBe('hidden');
		}
	});

	it('say who makes the key, what to tick and when to rotate it', () => {
		const help = new LeverApi().properties[0]?.displayName ?? '';
		for (const words of [
			'unless you are a registered Lever partner',
			'Super Admin',
			'List opportunities',
			'access to confidential data',
			'every 90 days',
		]) {
			expect(help).toContain(words);
		}
		expect(oAuth.properties[0]?.displayName).toContain('Super Admin');
	});
});
