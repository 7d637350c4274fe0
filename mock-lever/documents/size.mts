const SMALLEST = 16_384;
const LARGEST = 65_536;

/** Bytes of the document with this id: known without making it, the same on every machine. */
export function documentSize(id: string): number {
	let number = 0;
	for (let at = 0; at < id.length; at += 1) number = Math.imul(number, 31) + id.charCodeAt(at);
	return SMALLEST + ((number >>> 0) % (LARGEST - SMALLEST));
}
