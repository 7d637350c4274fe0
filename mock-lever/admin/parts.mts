import type { Access } from '../access/access.mts';
import type { Faults } from '../faults/faults.mts';
import type { RequestLog } from '../server/requestLog.mts';
import type { Webhooks } from '../webhooks/webhooks.mts';
import type { World } from '../world/world.mts';
import type { AdminFrom } from './options.mts';
import type { ScenarioSwitch } from './scenarioSwitch.mts';

/** Everything that the admin API looks at and changes. */
export interface AdminParts {
	from: AdminFrom;
	world: World;
	access: Access;
	faults: Faults;
	log: RequestLog;
	webhooks: Webhooks;
	scenario: ScenarioSwitch;
}

/** A request to the admin API, already let in. */
export interface AdminRequest {
	/** Ids and names in the path */
	params: Record<string, string>;
	query: URLSearchParams;
	/** The JSON body; `{}` when there was none */
	body: Record<string, unknown>;
}

/** One line of the table of what the admin API answers. */
export interface AdminRoute {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Path below `/_mock`, with `:name` for ids */
	path: string;
	/** In words, for the list at `/_mock/api` */
	about: string;
	/** @returns the body, sent with 200 */
	answer(parts: AdminParts, request: AdminRequest): unknown;
}
