import type { NodeExecutionHint } from 'n8n-workflow';

import { ADD_ON_NOT_THERE, isAddOnNotThere } from '../../shared/addOns';
import type { LeverCollection } from '../../shared/contracts';
import { EXTRAS, isExtra } from './reading/extras';

/** What a person should read beside the output: how far these items can be relied on. */
export function executionHints(collections: readonly LeverCollection[]): NodeExecutionHint[] {
	const hints: NodeExecutionHint[] = [];
	if (collections.some(({ production }) => !production)) {
		hints.push(
			hint('info', "Test data, not evidence: this was not read from Lever's production host."),
		);
	}
	const ofOpportunities = collections.filter(({ resource }) => resource === 'opportunities');
	if (ofOpportunities.some(({ visibility }) => visibility.confidential === 'forbidden')) {
		hints.push(
			hint(
				'warning',
				`${EXTRAS.confidential.withoutIt} A Super Admin can make a key with access to confidential data.`,
			),
		);
	}
	const refused = new Set(
		collections.flatMap(({ refusedExpansions = [] }) => refusedExpansions).filter(isExtra),
	);
	for (const extra of refused) hints.push(hint('warning', EXTRAS[extra].withoutIt));
	for (const collection of collections) {
		const { resource, purpose, incompleteBecause } = collection;
		if (incompleteBecause === undefined) continue;
		if (isAddOnNotThere(collection)) {
			hints.push(hint('info', ADD_ON_NOT_THERE));
			continue;
		}
		hints.push(hint('warning', `Not complete: ${resource} (${purpose}). ${incompleteBecause}`));
	}
	return hints;
}

function hint(type: NodeExecutionHint['type'], message: string): NodeExecutionHint {
	return { type, message, location: 'outputPane' };
}
