/** Signatures and positions of PKWARE's APPNOTE, 4.3.7, 4.3.12 and 4.3.16 */
const ENTRY = { size: 46, time: 12, name: 28, extra: 30, comment: 32, local: 42 };
const LOCAL_TIME = 10;
const END = { signature: 0x06054b50, size: 22, entries: 10, directory: 16, comment: 20 };
/** 1980-01-01T00:00, the earliest a zip archive can tell, in its own form */
const EARLIEST = 0x0021_0000;
const LONGEST_COMMENT = 0xffff;

/**
 * Takes the moment of its making out of a zip archive, and lengthens it by a comment.
 *
 * @param size the bytes of the result
 * @throws RangeError when the archive does not fit, or is far smaller than that
 */
export function sameBytes(archive: Uint8Array, size: number): Uint8Array {
	const missing = size - archive.length;
	if (missing < 0 || missing > LONGEST_COMMENT) {
		throw new RangeError(`An archive of ${archive.length} bytes cannot become one of ${size}.`);
	}
	const bytes = Buffer.alloc(size, ' ');
	bytes.set(archive);
	const end = archive.length - END.size;
	if (bytes.readUInt32LE(end) !== END.signature) throw new RangeError('This is no zip archive.');
	let at = bytes.readUInt32LE(end + END.directory);
	for (let left = bytes.readUInt16LE(end + END.entries); left > 0; left -= 1) {
		bytes.writeUInt32LE(EARLIEST, at + ENTRY.time);
		bytes.writeUInt32LE(EARLIEST, bytes.readUInt32LE(at + ENTRY.local) + LOCAL_TIME);
		const lengths = [ENTRY.name, ENTRY.extra, ENTRY.comment];
		at += lengths.reduce((sum, place) => sum + bytes.readUInt16LE(at + place), ENTRY.size);
	}
	bytes.writeUInt16LE(missing, end + END.comment);
	return bytes;
}
