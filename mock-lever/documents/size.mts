import { uuidFor } from '../scenarios/ids.mts';

const SMALLEST = 16_384;
const LARGEST = 65_536;

/** Bytes of the document with this id: known without making it, the same on every machine. */
export function documentSize(id: string): number {
	const number = Number.parseInt(uuidFor(`document/${id}`).slice(0, 8), 16);
	return SMALLEST + (number % (LARGEST - SMALLEST));
}
