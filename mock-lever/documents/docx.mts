import { Document, Packer, Paragraph } from 'docx';
import { sameBytes } from './zip.mts';

/** In place of the library's own, which hold the moment they were made at */
const properties = (title: string) => ({
	path: 'docProps/core.xml',
	data: `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:creator>mock-lever</dc:creator></cp:coreProperties>`,
});

/**
 * A small document of a word processor.
 *
 * @param size its bytes exactly; 12,288 at least
 */
export async function makeDocx(title: string, lines: readonly string[], size: number) {
	const document = new Document({
		sections: [{ children: [title, ...lines].map((line) => new Paragraph(line)) }],
	});
	const packed = await Packer.toBuffer(document, undefined, [properties(title)]);
	return sameBytes(packed, size);
}
