import type { NewKey } from '../../access/keyRing.mts';
import { refuseStrangers } from '../members.mts';
import type { AdminRoute } from '../parts.mts';
import { AdminRefusal } from '../refusal.mts';

function permissionsOf(value: unknown, labels: readonly string[]): NewKey['permissions'] {
	if (value === 'everything') return value;
	const texts: unknown[] = Array.isArray(value) ? value : [];
	const stranger = texts.find((each) => !labels.some((label) => label === each));
	if (texts.length === 0 || stranger !== undefined) {
		const what = stranger === undefined ? '' : ` "${String(stranger)}" is none of them.`;
		throw new AdminRefusal(
			`"permissions" must be "everything" or a list of what /_mock/keys names.${what}`,
		);
	}
	return texts.map(String);
}

function wishOf(body: Record<string, unknown>, labels: readonly string[]): NewKey {
	refuseStrangers('A key', ['name', 'permissions', 'confidential', 'text'], body);
	const { name, text, confidential = false } = body;
	if (typeof name !== 'string' || name.trim() === '') {
		throw new AdminRefusal('"name" must be text that is not empty.');
	}
	if (text !== undefined && typeof text !== 'string')
		throw new AdminRefusal('"text" must be text.');
	if (typeof confidential !== 'boolean') {
		throw new AdminRefusal('"confidential" must be true or false.');
	}
	return {
		name,
		permissions: permissionsOf(body.permissions, labels),
		confidential,
		...(text === undefined ? {} : { text }),
	};
}

/** API keys and tokens. */
export const keyRoutes: readonly AdminRoute[] = [
	{
		method: 'GET',
		path: '/keys',
		about: 'API keys without their texts, and every permission a key can have',
		answer: ({ access: { keyDesk } }) => ({
			keys: keyDesk.list(),
			permissions: keyDesk.permissions,
		}),
	},
	{
		method: 'POST',
		path: '/keys',
		about: 'Makes a key: {"name": "audit", "permissions": ["list users"]}; its text is shown once',
		answer({ access: { keyDesk } }, { body }) {
			return { data: keyDesk.make(wishOf(body, keyDesk.permissions)) };
		},
	},
	{
		method: 'DELETE',
		path: '/keys/:id',
		about: 'Removes a key: whoever uses it gets 401 from now on',
		answer({ access }, { params }) {
			const removed = access.keyDesk.remove(params.id ?? '');
			if (removed === null) throw new AdminRefusal(`There is no key "${params.id}".`, 404);
			return { data: removed };
		},
	},
	{
		method: 'POST',
		path: '/tokens/expire',
		about: 'Ends every OAuth access token; refresh tokens go on',
		answer({ access }) {
			access.grants.expire();
			return {};
		},
	},
	{
		method: 'POST',
		path: '/tokens/revoke',
		about: 'Withdraws every OAuth grant, refresh tokens included',
		answer({ access }) {
			access.grants.revoke();
			return {};
		},
	},
];
