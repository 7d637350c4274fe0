import { UserError, type IExecuteFunctions } from 'n8n-workflow';

import { version } from '../../package.json';
import type { Settings } from './form/settings';
import { readSettings } from './form/settings';
import { inputItems, type InputItems } from './inputs/inputItems';
import { readLeverInput, type LeverInput } from './inputs/leverInput';
import {
	readApprovals,
	readScreeningList,
	readStaffList,
	readUnusedList,
	type ListInput,
} from './lists';
import { runCompliance, type ComplianceInput, type ComplianceOutput } from './run/runCompliance';

const NOTHING_ON_LEVER =
	"Nothing arrived on the input 'Lever', so there is nothing to check: connect the Lever node with resource 'Evidence', operation 'Collect'. It gives its collection records also for an empty account.";

/**
 * Reads the inputs and parameters of the node and makes the run.
 *
 * @throws UserError for whatever cannot be checked, with what to do
 */
export function checkNode(context: IExecuteFunctions): ComplianceOutput {
	const [lever, screening, staff, approvals, previousRun] = inputItems(context);
	if (!lever || lever.items.length === 0) throw new UserError(NOTHING_ON_LEVER);
	const collected = readLeverInput(lever.items);
	const settings = readSettings(context, collected.workflowZone ?? context.getTimezone());
	return runCompliance({
		lever: collected,
		lists: readLists({ screening, staff, approvals, previousRun }, settings, collected),
		previousRun: null,
		policy: settings.policy,
		settings: {
			columnMappings: settings.columns,
			statusMappings: {
				screeningList: settings.screeningStatuses,
				staffList: settings.staffStatuses,
			},
		},
		families: settings.families,
		tool: { name: 'n8n-nodes-lever', version },
		runId: context.getExecutionId(),
	});
}

function readLists(
	inputs: Record<'screening' | 'staff' | 'approvals' | 'previousRun', InputItems | undefined>,
	settings: Settings,
	{ asOf }: LeverInput,
): ComplianceInput['lists'] {
	const input = (
		items: InputItems | undefined,
		sourceName: string,
		exportedAt: string,
		columns: ListInput['columns'],
	): ListInput => ({
		...(items ?? { wired: false, items: [] }),
		asOf,
		sourceName,
		exportedAt,
		columns,
	});
	const { screeningListName, staffListName, columns, policy } = settings;
	const readBirthDates = policy.screening.matchByNameAndBirthDate;
	return {
		screening: readScreeningList(
			input(
				inputs.screening,
				screeningListName,
				settings.screeningListExportedAt,
				columns.screeningList,
			),
			{
				provider: screeningListName,
				statusMeanings: settings.screeningStatuses,
				readBirthDates,
				readResults: policy.screening.lawfulBasis !== '',
			},
		),
		staff: readStaffList(
			input(inputs.staff, staffListName, settings.staffListExportedAt, columns.staffList),
			{
				statusMeanings: settings.staffStatuses,
				readBirthDates,
				readSignIns: policy.access.useSignInData,
			},
		),
		approvals: readApprovals(input(inputs.approvals, '', '', columns.approvals)),
		previousRun: readUnusedList('previousRun', input(inputs.previousRun, '', '', {})),
	};
}
