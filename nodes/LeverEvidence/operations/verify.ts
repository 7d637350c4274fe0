import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { NotVerifiable } from '../verify/notVerifiable';
import { readExpectedDigests } from '../verify/anchor';
import { locatePacks } from '../verify/locatePacks';
import { verifyPack } from '../verify/verify';
import { givenFiles, type FileGroup } from './givenFiles';

/**
 * Verify: one item per pack, with every changed, added and missing file by name.
 *
 * @throws NotVerifiable when there is no pack among the files, or Expected Digest is not one
 */
export async function verify(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const expected = readExpectedDigests(context.getNodeParameter('expectedDigest', 0, '') as string);
	if ('unreadable' in expected) throw new NotVerifiable('digest');
	const groups = await givenFiles(context);
	const results: INodeExecutionData[] = [];
	for (const group of groups) {
		const { packs, elsewhere } = locatePacks(group.files);
		for (const pack of packs) {
			const verification = verifyPack(pack, expected.digests);
			results.push({
				json: { ...verification, filesElsewhere: elsewhere } satisfies IDataObject,
				pairedItem: { item: group.item },
			});
		}
	}
	if (results.length === 0) throw new NotVerifiable(reasonFor(groups));
	return results;
}

function reasonFor(groups: readonly FileGroup[]): 'noFiles' | 'archive' | 'noPack' {
	const files = groups.flatMap((group) => group.files);
	if (files.length === 0) return 'noFiles';
	return files.some(({ path }) => /\.(zip|tar|tgz|gz)$/i.test(path)) ? 'archive' : 'noPack';
}
