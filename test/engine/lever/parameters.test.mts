import { readFileSync } from 'node:fs';

import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { Lever } from '../../../nodes/Lever/Lever.node.ts';
import { answerOf, READS } from './reads.mts';
import type { Read } from './reads.mts';
import { API, isolateNetwork, jsonOf, runLever } from './support.mts';

/** Every parameter that the description of the API has can be sent by the node, and no other. */

isolateNetwork();

interface Parameter {
	$ref?: string;
	name?: string;
	schema?: { items?: { enum?: string[] } };
}
interface OpenApi {
	paths: Record<string, { get: { parameters?: Parameter[] } }>;
	components: { parameters: Record<string, Parameter> };
}
const api = parse(
	readFileSync(new URL('../../../api/lever.openapi.yaml', import.meta.url), 'utf8'),
) as OpenApi;

function documented(path: string): Parameter[] {
	const shapes = Object.entries(api.paths).filter(([shape]) =>
		new RegExp(`^/v1${shape.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
	);
	// `/opportunities/deleted` is no opportunity.
	const [, template] = shapes.find(([shape]) => !shape.endsWith('}')) ?? shapes[0] ?? [];
	return (template?.get.parameters ?? []).map((parameter) =>
		parameter.$ref === undefined
			? parameter
			: (api.components.parameters[parameter.$ref.split('/').at(-1) ?? ''] ?? {}),
	);
}

const { properties } = new Lever().description;
const entries = (property: INodeProperties | undefined) =>
	(property?.options ?? []).filter((entry): entry is INodeProperties => 'type' in entry);

function fieldsOf({ resource, operation }: Read): INodeProperties[] {
	return properties.filter(
		({ displayOptions }) =>
			displayOptions?.show?.['resource']?.includes(resource) &&
			displayOptions.show['operation']?.includes(operation),
	);
}

/** Something that the field takes. */
function valueFor(field: INodeProperties): INodeParameters[string] {
	const [first] = (field.options ?? []).map((entry) => ('value' in entry ? entry.value : 'x'));
	if (field.type === 'dateTime') return '2026-11-02T06:00:00Z';
	if (field.type === 'boolean') return true;
	if (field.type === 'options') return String(first ?? 'x');
	if (field.type === 'multiOptions') return [String(first ?? 'x')];
	return field.typeOptions?.multipleValues === true ? ['x'] : 'x';
}

function filled(field: INodeProperties | undefined, but: string[] = []): INodeParameters {
	const chosen = entries(field).filter(({ name }) => !but.includes(name));
	return Object.fromEntries(chosen.map((entry) => [entry.name, valueFor(entry)]));
}

const NOT_OF_LEVER = ['requestsPerSecond', 'collectionRecord', 'updatedSince', 'includeDeleted'];

/** The rows of the table that fill in the most. */
const fullest = READS.filter(
	(read) =>
		!READS.some(
			(other) =>
				other.path === read.path &&
				other.operation === read.operation &&
				Object.keys(other.parameters).length > Object.keys(read.parameters).length,
		),
);

describe('parameters of the API', () => {
	it.each(fullest)('$resource $operation: $path', async (read) => {
		const fields = fieldsOf(read);
		const named = (name: string) => fields.find((field) => field.name === name);
		const sent: Array<Record<string, unknown>> = [];
		nock(API)
			.get(read.path)
			.query((query) => sent.push(query) > 0)
			.reply(200, answerOf(read));
		const run = await runLever({
			resource: read.resource,
			operation: read.operation,
			...read.parameters,
			filters: filled(named('filters')),
			options: filled(named('options'), NOT_OF_LEVER),
		});
		expect(jsonOf(run)).toHaveLength(1);

		const known = documented(read.path).map(({ name }) => name);
		const expected = known.filter((name) => name !== 'offset' && name !== 'limit');
		const given = Object.keys(sent[0] ?? {}).filter((name) => name !== 'limit');
		expect(given.sort()).toEqual(expected.sort());

		const expand = entries(named('options')).find(({ name }) => name === 'expand');
		const offered = (expand?.options ?? []).map((entry) => 'value' in entry && entry.value);
		const expandable = documented(read.path).find(({ name }) => name === 'expand');
		expect(offered).toEqual(expandable?.schema?.items?.enum ?? []);
	});
});
