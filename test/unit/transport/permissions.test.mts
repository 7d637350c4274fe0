import { describe, expect, it } from 'vitest';

import { ENDPOINTS } from '../../../mock-lever/endpoints/index.mts';
import { permissionFor } from '../../../nodes/shared/transport/faults/permissions.ts';

const EXAMPLE = (path: string) => path.replace(/[:{]\w+\}?/g, 'x');

describe('what a read needs', () => {
	it.each(ENDPOINTS.map(({ path, permission, scope }) => ({ path, permission, scope })))(
		'$path: $permission, as the mock asks for it',
		({ path, permission, scope }) => {
			const needed = permissionFor(EXAMPLE(path));
			expect(needed.keyPermission.toLowerCase()).toBe(permission);
			expect(needed.scope).toBe(scope);
			expect(needed.records).not.toBe('records');
		},
	);

	it('is made from the path where the table has none', () => {
		expect(permissionFor('/new_things')).toEqual({
			records: 'new things',
			record: 'record',
			keyPermission: 'List new things',
			scope: 'new_things:read:admin',
		});
	});
});
