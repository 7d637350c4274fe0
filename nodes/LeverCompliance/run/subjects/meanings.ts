import type { Definition } from '../../../shared/contracts';
import type { Account } from '../../checks/types';
import { foldKey } from '../../policy';
import { ManyByKey } from '../../manyByKey';

/** What the ids of stages and archive reasons mean. */
export function meaningsOf(
	definitions: readonly Definition[],
): Pick<Account, 'stageIds' | 'hiredReasonIds'> {
	const stages = definitions.filter(({ definitionType }) => definitionType === 'stage');
	const stageIds = new ManyByKey<string>();
	for (const { id, text } of stages) {
		for (const name of new Set([foldKey(id), foldKey(text)])) stageIds.add(name, id);
	}
	return {
		stageIds,
		hiredReasonIds: new Set(
			definitions
				.filter(
					({ definitionType, type }) => definitionType === 'archiveReason' && type === 'hired',
				)
				.map(({ id }) => id),
		),
	};
}
