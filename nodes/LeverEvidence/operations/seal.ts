import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { seal as sealItems, type PackSummary, type SealedPack } from '../seal/seal';

/**
 * Seal: two items, the evidence pack and the identities pack, each with all its files as binaries.
 *
 * @throws WrongInput when the items come from another node or output
 */
export async function seal(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const input = context.getInputData();
	const { evidence, identities } = sealItems(input.map(({ json }) => json));
	const head = Math.max(
		0,
		input.findIndex(({ json }) => json.kind === 'run'),
	);
	addHint(context, evidence.summary);
	return [await packItem(context, evidence, head), await packItem(context, identities, head)];
}

/**
 * One item per pack, so that Compression makes one zip of it. n8n keeps the last part of a file name
 * only and Compression names its entries after it, so the path is put back; the pack's own folder
 * stands in front of it (RFC 8493 §4).
 */
async function packItem(
	context: IExecuteFunctions,
	{ summary, files }: SealedPack,
	head: number,
): Promise<INodeExecutionData> {
	const binary: NonNullable<INodeExecutionData['binary']> = {};
	for (const { path, content, mimeType } of files) {
		const data = await context.helpers.prepareBinaryData(content, path, mimeType);
		delete data.directory;
		data.fileName = `${summary.bagName}/${path}`;
		binary[propertyName(path)] = data;
	}
	return { json: { ...summary } satisfies IDataObject, binary, pairedItem: { item: head } };
}

/** `data/report.html` → `data_report_html`: no character that an expression or a list of names stumbles over. */
function propertyName(path: string): string {
	return path.replace(/[^A-Za-z0-9]+/g, '_');
}

function addHint(context: IExecuteFunctions, summary: PackSummary): void {
	if (summary.reliable) return;
	const [altered] = summary.alteredOrIncomplete;
	context.addExecutionHints({
		message: altered === undefined ? summary.headline : `${summary.headline} (${altered})`,
		type: altered === undefined ? 'warning' : 'danger',
		location: 'outputPane',
	});
}
