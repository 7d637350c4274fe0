import { OperationalError } from 'n8n-workflow';

import { holdsAddress } from '../../shared/addresses';
import type { Intake } from './intake';
import { isObject } from './shape';
import type { EvidenceKind } from './shapes';

/** These go into the identities pack, where addresses belong. */
const MAY_HOLD_ADDRESSES: ReadonlySet<string> = new Set<EvidenceKind>(['identity', 'match']);

/** An e-mail address on its way into the evidence pack. Names the kind and the field, never the value. */
class AddressInEvidence extends OperationalError {
	constructor(kind: string, field: string) {
		super(
			`An e-mail address stands in '${field}' of an item of the kind '${kind}', so no pack was made`,
			{
				description:
					"The evidence pack holds ids and no addresses. Take out any node that changes items between 'Lever Compliance' and this node, and look for an address in the settings of 'Lever Compliance', for instance in a list's name or a mapping.",
			},
		);
	}
}

/**
 * The last look before anything is written (rules.md §10). Nothing is replaced here: what Lever Compliance
 * gives holds no address, so one that arrives means that something else went wrong too.
 *
 * @throws AddressInEvidence for a text or a name of a member that looks like an address
 */
export function refuseAddresses({ items }: Intake): void {
	for (const [kind, received] of Object.entries(items)) {
		if (MAY_HOLD_ADDRESSES.has(kind)) continue;
		for (const { value } of received) {
			for (const [field, inner] of Object.entries(value)) {
				if (holdsOne(inner)) throw new AddressInEvidence(kind, field);
			}
		}
	}
}

function holdsOne(value: unknown): boolean {
	if (typeof value === 'string') return holdsAddress(value);
	if (Array.isArray(value)) return value.some(holdsOne);
	if (!isObject(value)) return false;
	return Object.entries(value).some(([key, inner]) => holdsAddress(key) || holdsOne(inner));
}
