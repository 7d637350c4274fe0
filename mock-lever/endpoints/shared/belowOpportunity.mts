import type { LeverCall } from '../../server/call.mts';
import type { Endpoint, ListSpec, SingleSpec } from '../../server/endpoint.mts';
import { list, single } from '../../server/endpoint.mts';
import type { CollectionName, Stored } from '../../server/store.mts';
import { refuseOpportunity } from './visibility.mts';

/** The link of a record to the opportunity in the path */
export const OPPORTUNITY = { field: 'opportunityId', param: 'opportunity' } as const;

/**
 * What belongs to an opportunity is as visible as the opportunity itself.
 *
 * @throws LeverFault 404 or 403, as the opportunity itself would answer
 */
export function guardOpportunity(call: LeverCall): void {
	refuseOpportunity(call.store.get('opportunities', call.params.opportunity ?? ''), call);
}

type Common<K extends CollectionName> = Pick<
	ListSpec<K>,
	'collection' | 'of' | 'expansions' | 'show'
>;

/** What the list and the single read of one kind below an opportunity share, and where they differ. */
interface BelowSpec<K extends CollectionName>
	extends Common<K>,
		Pick<ListSpec<K>, 'filters' | 'order'>,
		Pick<SingleSpec<K>, 'what'> {
	/** Last word of the list's path, also the resource of the scope: `interviews` */
	name: string;
	/** As in the label of the single read's permission: `interview` */
	label: string;
	/** As in the label of the list's permission; default: `label` and `s` */
	labels?: string;
	/** Name of the id in the path */
	param: string;
	/** Gone from the list; a single read still answers */
	unlisted?: (record: Stored<K>) => boolean;
}

/** `/opportunities/:opportunity/<name>` and one record of it (lever-api.md §5.8–§5.11). */
export function belowOpportunity<K extends CollectionName>(spec: BelowSpec<K>): Endpoint[] {
	const { collection, of, expansions, show, filters, order, what, unlisted } = spec;
	const path = `/opportunities/:opportunity/${spec.name}`;
	const scope = `${spec.name}:read:admin`;
	const common = { scope, collection, of, expansions, show, guard: guardOpportunity };
	return [
		list({
			...common,
			path,
			permission: `list opportunity ${spec.labels ?? `${spec.label}s`}`,
			visible: unlisted === undefined ? undefined : () => (record) => !unlisted(record),
			filters,
			order,
		}),
		single({
			...common,
			path: `${path}/:${spec.param}`,
			permission: `read opportunity ${spec.label}`,
			what,
		}),
	];
}
