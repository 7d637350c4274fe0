import type { IBinaryData } from 'n8n-workflow';

/**
 * Path of a file that came as a binary: Compression and Read Files leave the folder in `directory`, Seal's
 * own output has it in `fileName`.
 */
export function binaryPath({ fileName, directory }: IBinaryData, property: string): string {
	const name = fileName ?? property;
	return name.includes('/') || !directory ? name : `${directory}/${name}`;
}
