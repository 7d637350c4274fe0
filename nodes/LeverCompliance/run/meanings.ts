import type { Definition } from '../../shared/contracts';
import type { Account } from '../checks/types';
import { foldKey } from '../policy';
import { byKeys } from './byKeys';

/** What the ids of stages and archive reasons mean. */
export function meaningsOf(
	definitions: readonly Definition[],
): Pick<Account, 'stageIds' | 'hiredReasonIds'> {
	const stages = definitions.filter(({ definitionType }) => definitionType === 'stage');
	const named = byKeys(stages, ({ id, text }) => [foldKey(id), foldKey(text)]);
	return {
		stageIds: new Map([...named].map(([name, of]) => [name, of.map(({ id }) => id)])),
		hiredReasonIds: new Set(
			definitions
				.filter(
					({ definitionType, type }) => definitionType === 'archiveReason' && type === 'hired',
				)
				.map(({ id }) => id),
		),
	};
}
