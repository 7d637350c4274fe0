import type { GivenFile } from '../../../../nodes/LeverEvidence/verify/givenFile.ts';
import { verifyPack } from '../../../../nodes/LeverEvidence/verify/verify.ts';
import type { PackFile } from '../../../../nodes/LeverEvidence/bag/packFile.ts';

/** A pack as Verify receives it. */
export function given(files: readonly PackFile[]): GivenFile[] {
	return files.map(({ path, content }) => ({ path, content: Buffer.from(content) }));
}

export function verify(files: readonly GivenFile[], expected: readonly string[] = []) {
	return verifyPack({ folder: 'pack', files: [...files] }, expected);
}

/** The same files with one byte of one of them changed. */
export function flipped(
	files: readonly GivenFile[],
	path: string,
	position: number,
	mask: number,
): GivenFile[] {
	return files.map((file) => {
		if (file.path !== path) return file;
		const content = Buffer.from(file.content);
		const index = position % content.length;
		content[index] = (content[index] ?? 0) ^ mask;
		return { path, content };
	});
}

/** The text of a file of a pack. */
export function textOf(
	files: ReadonlyArray<{ path: string; content: Buffer }>,
	path: string,
): string {
	const file = files.find((candidate) => candidate.path === path);
	if (!file) throw new Error(`No file ${path}; there are: ${files.map((f) => f.path).join(', ')}`);
	return file.content.toString('utf8');
}
