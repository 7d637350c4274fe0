import { ENDPOINTS } from '../../endpoints/index.mts';
import { checkRule } from '../../faults/rule.mts';
import { FAULT_NAMES } from '../../faults/table.mts';
import type { AdminParts, AdminRoute } from '../parts.mts';
import { AdminRefusal } from '../refusal.mts';

const paths = [...new Set(ENDPOINTS.map(({ path }) => path))];
/** As the API description writes them */
const described = paths.map((path) => path.replaceAll(/:(\w+)/g, '{$1}'));

const rulesOf = ({ faults }: AdminParts) => ({ faults: faults.list() });

/** What goes wrong. */
export const faultRoutes: readonly AdminRoute[] = [
	{
		method: 'GET',
		path: '/faults',
		about: 'Fault rules at work, and how often each has struck',
		answer: (parts) => ({ ...rulesOf(parts), names: FAULT_NAMES, paths: described }),
	},
	{
		method: 'POST',
		path: '/faults',
		about: 'Adds a fault rule: {"fault": "serverError", "path": "/users", "times": 2}',
		answer: (parts, { body }) => ({
			// JSON has no infinity: null means "every time".
			id: parts.faults.add(
				checkRule(body.times === null ? { ...body, times: Infinity } : body, paths),
			),
			...rulesOf(parts),
		}),
	},
	{
		method: 'DELETE',
		path: '/faults',
		about: 'Removes every fault rule',
		answer(parts) {
			parts.faults.clear();
			return rulesOf(parts);
		},
	},
	{
		method: 'DELETE',
		path: '/faults/:id',
		about: 'Removes one fault rule',
		answer(parts, { params }) {
			if (!parts.faults.list().some(({ id }) => id === params.id)) {
				throw new AdminRefusal(`There is no fault rule "${params.id}".`, 404);
			}
			parts.faults.remove(params.id ?? '');
			return rulesOf(parts);
		},
	},
];
