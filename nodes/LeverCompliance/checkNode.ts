import { UserError, type IExecuteFunctions } from 'n8n-workflow';

import { version } from '../../package.json';
import { providerOptions } from './form/screeningProvider';
import type { Settings } from './form/settings';
import { readSettings } from './form/settings';
import { inputItems, type InputItems } from './inputs/inputItems';
import { packFiles, readPreviousRun, type History } from './history';
import { readLeverInput, type LeverInput } from './inputs/leverInput';
import { readApprovals, readScreeningList, readStaffList, type ListInput } from './lists';
import { runCompliance, type ComplianceInput, type ComplianceOutput } from './run/runCompliance';

const NOTHING_ON_LEVER =
	"Nothing arrived on the input 'Lever', so there is nothing to check: connect the Lever node with resource 'Evidence', operation 'Collect'. It gives its collection records also for an empty account.";

/**
 * Reads the inputs and parameters of the node and makes the run.
 *
 * @throws UserError for whatever cannot be checked, with what to do
 */
export async function checkNode(context: IExecuteFunctions): Promise<ComplianceOutput> {
	const [lever, screening, staff, approvals, previousRun] = inputItems(context);
	if (!lever || lever.items.length === 0) throw new UserError(NOTHING_ON_LEVER);
	const collected = readLeverInput(lever.items);
	const settings = readSettings(context, collected.workflowZone ?? context.getTimezone());
	const history = await readHistory(context, previousRun, collected);
	return runCompliance({
		lever: collected,
		lists: {
			...readLists({ screening, staff, approvals }, settings, collected),
			previousRun: history.list,
		},
		previousRun: history.previousRun,
		policy: settings.policy,
		settings: {
			columnMappings: settings.columns,
			statusMappings: {
				screeningList: settings.screeningStatuses,
				staffList: settings.staffStatuses,
				...filled('screeningResult', settings.screeningResults),
				...filled('screeningDecision', settings.screeningDecisions),
			},
			...(settings.screeningProvider !== '' && {
				screeningProvider: settings.screeningProvider,
				...(settings.screeningProfileForm !== '' && {
					screeningProfileForm: settings.screeningProfileForm,
				}),
			}),
		},
		families: settings.families,
		tool: { name: 'n8n-nodes-lever', version },
		runId: context.getExecutionId(),
	});
}

/** A table that somebody filled, under its name; what nobody set leaves no trace in the run. */
function filled(name: string, table: Record<string, string>): Record<string, object> {
	return Object.keys(table).length > 0 ? { [name]: table } : {};
}

async function readHistory(
	context: IExecuteFunctions,
	{ wired, items }: InputItems = { wired: false, items: [] },
	lever: LeverInput,
): Promise<History> {
	return readPreviousRun({ wired, items, files: await packFiles(context, items) }, lever);
}

function readLists(
	inputs: Record<'screening' | 'staff' | 'approvals', InputItems | undefined>,
	settings: Settings,
	{ asOf }: LeverInput,
): Omit<ComplianceInput['lists'], 'previousRun'> {
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
				...providerOptions(
					settings.screeningProvider,
					settings.screeningProfileForm,
					screeningListName,
				),
				statusMeanings: settings.screeningStatuses,
				resultMeanings: settings.screeningResults,
				adjudicationMeanings: settings.screeningDecisions,
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
	};
}
