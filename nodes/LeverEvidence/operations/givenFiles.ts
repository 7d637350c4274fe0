import type { IExecuteFunctions } from 'n8n-workflow';

import { binaryPath } from '../../shared/binaryPath';
import type { GivenFile } from '../verify/givenFile';

/**
 * The files on the node's input, in groups that may hold packs: an item with several binaries is what
 * Compression gives for one archive, items with one binary are what a node that reads files gives.
 */
export async function givenFiles(context: IExecuteFunctions): Promise<FileGroup[]> {
	const groups: FileGroup[] = [];
	const singles: FileGroup = { item: 0, files: [] };
	for (const [item, { binary }] of context.getInputData().entries()) {
		const entries = Object.entries(binary ?? {});
		const group = entries.length === 1 ? singles : { item, files: [] };
		if (group !== singles || singles.files.length === 0) groups.push(group);
		if (group === singles && singles.files.length === 0) singles.item = item;
		for (const [property, data] of entries) {
			const content = await context.helpers.getBinaryDataBuffer(item, property);
			group.files.push({ path: binaryPath(data, property), content });
		}
	}
	return groups;
}

export interface FileGroup {
	/** Index of the first input item that these files came with */
	item: number;
	files: GivenFile[];
}
