import { PDFDocument, StandardFonts } from 'pdf-lib';

/** A moment that no machine's clock moves */
const MADE_AT = new Date(0);
/** What the built-in fonts of PDF can write; any other letter is left to the title */
const NOT_LATIN = /[^\u0020-\u007e\u00a0-\u00ff]/g;

/**
 * Lengthens a PDF by a comment between its end and a second pointer to the same cross-reference table, which
 * readers look for at the end of a file.
 */
function lengthen(pdf: Uint8Array, size: number): Uint8Array {
	const text = Buffer.from(pdf).toString('latin1');
	const table = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? '0';
	const [begin, end] = ['\n%', `\nstartxref\n${table}\n%%EOF\n`];
	const missing = size - pdf.length - begin.length - end.length;
	if (missing < 0) throw new RangeError(`A PDF of ${pdf.length} bytes does not fit into ${size}.`);
	return Buffer.concat([pdf, Buffer.from(`${begin}${' '.repeat(missing)}${end}`)]);
}

/**
 * A small PDF that any reader opens.
 *
 * @param size its bytes exactly; 4,096 at least
 */
export async function makePdf(title: string, lines: readonly string[], size: number) {
	const pdf = await PDFDocument.create();
	pdf.setTitle(title);
	pdf.setProducer('mock-lever');
	pdf.setCreator('mock-lever');
	pdf.setCreationDate(MADE_AT);
	pdf.setModificationDate(MADE_AT);
	const font = await pdf.embedFont(StandardFonts.Helvetica);
	const page = pdf.addPage([595, 842]);
	page.drawText(title.replaceAll(NOT_LATIN, '?'), { x: 56, y: 770, size: 18, font });
	for (const [index, line] of lines.entries()) {
		const at = { x: 56, y: 730 - index * 18, size: 11, font };
		page.drawText(line.replaceAll(NOT_LATIN, '?'), at);
	}
	return lengthen(await pdf.save({ useObjectStreams: false, addDefaultPage: false }), size);
}
