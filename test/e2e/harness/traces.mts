/**
 * Finds texts in bytes however they are written there: as they are, in UTF-16, in other case or
 * composition, as HTML entities, with JSON escapes, percent-encoded, in Base64 or in hexadecimal.
 */

/** @returns those of `texts` of which a trace is in the bytes */
export function tracesOf(texts: Iterable<string>, bytes: Buffer): string[] {
	const views = readings(bytes).map(fold);
	return [...texts].filter((text) => {
		const wanted = fold(text);
		return wanted !== '' && views.some((view) => view.includes(wanted));
	});
}

/** Ways to read the same bytes as text. */
function readings(bytes: Buffer): string[] {
	const plain = bytes.toString('utf8');
	// A copy: Node 24 crashes when it reads UTF-16 from an odd address.
	const wide = [0, 1].map((start) => Buffer.from(bytes.subarray(start)).toString('utf16le'));
	return [
		plain,
		...wide,
		...[entities, jsonEscapes, percent, base64, hexadecimal].map((read) => read(plain)),
	];
}

function fold(text: string): string {
	return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entities(text: string): string {
	return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, body: string) => {
		if (!body.startsWith('#')) return named[body.toLowerCase()] ?? whole;
		const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

function jsonEscapes(text: string): string {
	return text.replace(/\\u([0-9a-f]{4})/gi, (_whole, digits: string) =>
		String.fromCharCode(Number.parseInt(digits, 16)),
	);
}

function percent(text: string): string {
	return text
		.replace(/\+/g, ' ')
		.replace(/(%[0-9a-f]{2})+/gi, (run) =>
			Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
		);
}

/** A Base64 run may start in the middle of another one: every alignment is read. */
function base64(text: string): string {
	const runs = text.match(/[A-Za-z0-9+/_-]{12,}/g) ?? [];
	return runs
		.flatMap((run) =>
			[0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), 'base64').toString()),
		)
		.join('\n');
}

function hexadecimal(text: string): string {
	const runs = text.match(/(?:[0-9a-f]{2}){6,}/gi) ?? [];
	return runs.map((run) => Buffer.from(run, 'hex').toString()).join('\n');
}
