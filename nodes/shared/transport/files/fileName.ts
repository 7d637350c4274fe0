/** Longest file name that common file systems take, in characters; names of more than one byte each fit too. */
const LONGEST_NAME = 120;

/**
 * The file name in a Content-Disposition header (RFC 6266), as one name without folders. `filename*` counts
 * before `filename`.
 *
 * @returns undefined when there is none that can be used
 */
export function fileNameIn(contentDisposition: string | undefined): string | undefined {
	if (contentDisposition === undefined) return undefined;
	const extended = /(?:^|;)\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(contentDisposition);
	const quoted = /(?:^|;)\s*filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(contentDisposition);
	const plain = /(?:^|;)\s*filename\s*=\s*([^";\s]+)/i.exec(contentDisposition);
	const candidates = [decoded(extended?.[1]), quoted?.[1]?.replace(/\\(["\\])/g, '$1'), plain?.[1]];
	return candidates.map(safeFileName).find((name) => name !== undefined);
}

function decoded(text: string | undefined): string | undefined {
	try {
		return text === undefined ? undefined : decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/** The last part of a path, without what a file system or a page cannot show; undefined when nothing is left. */
function safeFileName(text: string | undefined): string | undefined {
	const last = text?.split(/[/\\]/).at(-1) ?? '';
	const clean = last
		.toWellFormed()
		.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
		.replace(/^[.\s]+|[.\s]+$/g, '');
	if (clean === '') return undefined;
	const characters = [...clean];
	if (characters.length <= LONGEST_NAME) return clean;
	const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
	return `${characters.slice(0, LONGEST_NAME - extension.length).join('')}${extension}`;
}

/** What Lever takes in uploads (lever-api.md §5.11). */
const EXTENSIONS: Readonly<Record<string, string>> = {
	'application/pdf': 'pdf',
	'application/msword': 'doc',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'application/javascript': 'js',
	'text/javascript': 'js',
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'text/plain': 'txt',
};

/** A name for a file that came without one: "resume-7e4c0d9a.pdf". */
export function fallbackFileName(record: string, id: string, mimeType: string): string {
	const extension = EXTENSIONS[mimeType];
	const name = safeFileName(`${record}-${id}`) ?? record;
	return extension === undefined ? name : `${name}.${extension}`;
}

/** The media type of a Content-Type header, without parameters; bytes of unknown kind when it is none. */
export function mimeTypeIn(contentType: string | undefined): string {
	const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
	return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
}
