/** One file of a pack. `path` is relative to the bag's folder, with `/`, and portable to every file system. */
export interface PackFile {
	path: string;
	content: Buffer;
	mimeType: string;
}

const MIME_TYPES: Record<string, string> = {
	csv: 'text/csv',
	html: 'text/html',
	json: 'application/json',
	jsonl: 'application/x-ndjson',
	ndjson: 'application/x-ndjson',
	txt: 'text/plain',
};

/** A file with the MIME type that its extension stands for. Text becomes UTF-8. */
export function packFile(path: string, content: string): PackFile {
	const extension = path.slice(path.lastIndexOf('.') + 1);
	return {
		path,
		content: Buffer.from(content, 'utf8'),
		mimeType: MIME_TYPES[extension] ?? 'application/octet-stream',
	};
}
