import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { wiredInputs } from './wiredInputs';

/** The inputs of the node, in the order in which the editor shows them. */
export const INPUT_NAMES = [
	'Lever',
	'Screening List',
	'Staff List',
	'Approvals',
	'Previous Run',
] as const;

export interface InputItems {
	wired: boolean;
	items: INodeExecutionData[];
}

/**
 * What arrived on each input. n8n hands over no more inputs than are wired, and `getInputData` refuses
 * to look beyond them (n8n-core, `BaseExecuteContext.getInputItems`).
 */
export function inputItems(context: IExecuteFunctions): InputItems[] {
	const wired = wiredInputs(context, INPUT_NAMES.length);
	const arrived = context.getExecuteData().data.main ?? [];
	return wired.map((isWired, index) => ({
		wired: isWired,
		items: arrived[index] ? context.getInputData(index) : [],
	}));
}
