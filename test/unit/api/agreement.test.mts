import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { ENDPOINTS } from '../../../mock-lever/endpoints/index.mts';
import { permissionFor } from '../../../nodes/shared/transport/faults/permissions.ts';

interface Described {
	operationId: string;
	security: [object, { oAuth2: string[] }];
	'x-lever-permission': string;
}

const file = new URL('../../../api/lever.openapi.yaml', import.meta.url);
const { paths } = parse(readFileSync(file, 'utf8')) as {
	paths: Record<string, { get: Described }>;
};
const described = Object.entries(paths).map(([path, { get }]) => ({ path, ...get }));
const reads = ENDPOINTS.filter(({ method }) => method === 'GET');
const inBraces = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}');

describe('description, mock and node agree', () => {
	it('the mock serves what is described, and nothing else can be read from it', () => {
		const served = reads.map(({ path }) => inBraces(path));
		expect(served.sort()).toEqual(described.map(({ path }) => path).sort());
	});

	it.each(described)('on what $operationId needs', (operation) => {
		const scope = operation.security[1].oAuth2;
		const permission = operation['x-lever-permission'];
		const endpoint = reads.find(({ path }) => inBraces(path) === operation.path);
		expect(endpoint).toMatchObject({ permission, scope: scope[0] });
		const needed = permissionFor(operation.path.replaceAll(/\{\w+\}/g, 'x'));
		expect({ ...needed, keyPermission: needed.keyPermission.toLowerCase() }).toMatchObject({
			keyPermission: permission,
			scope: scope[0],
		});
	});
});
