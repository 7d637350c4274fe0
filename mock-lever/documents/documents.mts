import type { Answer } from '../server/answer.mts';
import { makeDocx } from './docx.mts';
import { makePdf } from './pdf.mts';
import { documentSize } from './size.mts';
import { StorageLinks } from './storage.mts';

/** What a document is made from. The same id gives the same bytes, on every machine. */
export interface DocumentFacts {
	id: string;
	/** File name, with its extension */
	name: string;
	/** First words inside it, for instance `Resume` */
	about: string;
	/** Bytes; default, and where no such document can be made: by the id */
	size?: number;
}

type Make = (title: string, lines: readonly string[], size: number) => Promise<Uint8Array>;

interface Form {
	contentType: string;
	make: Make;
	/** Bytes that such a document can have */
	smallest: number;
	largest: number;
}

const PDF: Form = {
	contentType: 'application/pdf',
	make: makePdf,
	smallest: 4096,
	largest: 31_457_280,
};
const DOCX: Form = {
	contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	make: makeDocx,
	smallest: 12_288,
	largest: 65_536,
};

const formOf = ({ name }: DocumentFacts) => (/\.docx$/i.test(name) ? DOCX : PDF);

/** Documents kept once they were made */
const KEPT = 256;

/** For a header: plain letters for old clients, and the whole name (RFC 6266). */
const disposition = (name: string) => {
	const plain = name.replaceAll(/[^\w. -]/g, '_');
	return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
};

/** The contents of resumes, files and offer documents: made when they are asked for. */
export class Documents {
	private readonly made = new Map<string, Promise<Uint8Array>>();
	private readonly links = new StorageLinks<DocumentFacts>();

	bytesOf(document: DocumentFacts): Promise<Uint8Array> {
		const key = `${document.id} ${document.name} ${document.about}`;
		const known = this.made.get(key);
		if (known !== undefined) return known;
		const lines = ['An invented document, made by mock-lever.', document.id, document.name];
		const { make, smallest, largest } = formOf(document);
		const { size = 0 } = document;
		const possible = size >= smallest && size <= largest ? size : documentSize(document.id);
		const making = make(document.about, lines, possible);
		const oldest = this.made.keys().next();
		if (this.made.size >= KEPT && !oldest.done) this.made.delete(oldest.value);
		this.made.set(key, making);
		return making;
	}

	async answer(document: DocumentFacts): Promise<Answer> {
		return {
			headers: {
				'content-type': formOf(document).contentType,
				'content-disposition': disposition(document.name),
			},
			body: await this.bytesOf(document),
		};
	}

	/** Path of a storage address for one download without credentials. */
	linkTo(document: DocumentFacts): string {
		return this.links.make(document);
	}

	/** What a storage address leads to; it leads there once. */
	takeLink(token: string): DocumentFacts | undefined {
		return this.links.take(token);
	}
}
