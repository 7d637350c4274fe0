import { leverPath } from '../../../shared/transport';
import { isoMoment } from '../../fields/isoMoment';
import { opportunityLocator, panelLocator } from '../../fields/locators';
import { reference } from '../../fields/reference';
import { getManyOfOpportunity } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { PanelRecord } from '../records';

/** lever-api.md §4.1 */
const EXPANDABLE = ['stage', 'user'];

function simplifyPanel(record: PanelRecord, opportunityId: string): object {
	return {
		id: record.id,
		opportunityId,
		start: isoMoment(record.start),
		end: isoMoment(record.end),
		timezone: record.timezone,
		interviewIds: (record.interviews ?? []).map(({ id }) => id),
		...reference('stage', record.stage),
		...reference('user', record.user),
		externallyManaged: record.externallyManaged ?? null,
		canceledAt: isoMoment(record.canceledAt),
	};
}

export const panel: Resource = {
	name: 'Panel',
	value: 'panel',
	description: 'Interviews of a person that were scheduled together',
	operations: [
		getOperation<PanelRecord>({
			action: 'Get a panel',
			description: 'Read one group of interviews that were scheduled together',
			ids: [opportunityLocator, panelLocator],
			path: (opportunity, id) => leverPath`/opportunities/${opportunity}/panels/${id}`,
			simplify: simplifyPanel,
			includable: INCLUDABLE.panel,
			expandable: EXPANDABLE,
		}),
		getManyOfOpportunity<PanelRecord>({
			action: 'Get many panels of an opportunity',
			description: 'Read the groups of interviews that were scheduled together for a person',
			path: (opportunity) => leverPath`/opportunities/${opportunity}/panels`,
			records: 'panels',
			simplify: simplifyPanel,
			includable: INCLUDABLE.panel,
			expandable: EXPANDABLE,
		}),
	],
};
