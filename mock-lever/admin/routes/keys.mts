import type { KeyFacts, NewKey } from '../../access/keyRing.mts';
import { ENDPOINTS } from '../../endpoints/index.mts';
import type { AdminParts, AdminRoute } from '../parts.mts';
import { AdminRefusal } from '../refusal.mts';

const labels = [...new Set(ENDPOINTS.map(({ permission }) => permission))].sort();

function permissionsOf(value: unknown): NewKey['permissions'] {
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

function wishOf(body: Record<string, unknown>): NewKey {
	const { name, text, confidential } = body;
	if (typeof name !== 'string' || name.trim() === '') {
		throw new AdminRefusal('"name" must be text that is not empty.');
	}
	if (text !== undefined && typeof text !== 'string')
		throw new AdminRefusal('"text" must be text.');
	return {
		name,
		permissions: permissionsOf(body.permissions),
		confidential: confidential === true,
		...(text === undefined ? {} : { text }),
	};
}

/** lever-api.md §5.12 */
const note = ({ world }: AdminParts, type: 'key:added' | 'key:removed', key: KeyFacts) =>
	world.noteKey(type, { id: key.id, name: key.name, tokenLastFour: key.tokenLastFour });

/** API keys and tokens. */
export const keyRoutes: readonly AdminRoute[] = [
	{
		method: 'GET',
		path: '/keys',
		about: 'API keys without their texts, and every permission a key can have',
		answer: ({ access }) => ({ keys: access.keys.list(), permissions: labels }),
	},
	{
		method: 'POST',
		path: '/keys',
		about: 'Makes a key: {"name": "audit", "permissions": ["list users"]}; its text is shown once',
		answer(parts, { body }) {
			const key = parts.access.keys.make(wishOf(body), parts.world.now());
			note(parts, 'key:added', key);
			return { data: key };
		},
	},
	{
		method: 'DELETE',
		path: '/keys/:id',
		about: 'Removes a key: whoever uses it gets 401 from now on',
		answer(parts, { params }) {
			const removed = parts.access.keys.remove(params.id ?? '');
			if (removed === null) throw new AdminRefusal(`There is no key "${params.id}".`, 404);
			note(parts, 'key:removed', removed);
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
