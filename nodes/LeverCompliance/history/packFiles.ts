import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { binaryPath } from '../../shared/binaryPath';

/** A file of an unzipped pack as n8n hands it over. */
export interface PackFile {
	/** With `/`, relative to whatever the archive was made from */
	path: string;
	content: Buffer;
}

/**
 * Every file that hangs on items: Compression: Decompress gives one item with all files of an archive,
 * nodes that read files give one item for each.
 */
export async function packFiles(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Promise<PackFile[]> {
	const files: PackFile[] = [];
	for (const [index, { binary }] of items.entries()) {
		for (const [property, data] of Object.entries(binary ?? {})) {
			// Named by the binary itself: by its property, n8n looks on the first input only (n8n-core,
			// `ExecuteContext.helpers.getBinaryDataBuffer`).
			const content = await context.helpers.getBinaryDataBuffer(index, data);
			files.push({ path: binaryPath(data, property).replaceAll('\\', '/'), content });
		}
	}
	return files;
}
