/**
 * Finds texts in bytes however they are written there: as they are, in UTF-16, in other case or
 * composition, as HTML entities, with JSON escapes, percent-encoded, in Base64 or in hexadecimal.
 */

/** @returns those of `texts` of which a trace is in the bytes */
export function tracesOf(texts: Iterable<string>, bytes: Buffer): string[] {
	const wanted = new Map([...texts].map((text) => [text, fold(text)] as const));
	const find = finderOf(new Set(wanted.values()));
	const found = new Set(readings(bytes).flatMap((view) => [...find(fold(view))]));
	return [...wanted].filter(([, text]) => found.has(text)).map(([text]) => text);
}

/** Length of the beginnings by which texts are looked up */
const beginning = 4;

/**
 * A search for hundreds of texts in one pass: looking for each by itself takes minutes for a pack.
 *
 * @returns what finds those of the texts that are in a view
 */
function finderOf(texts: Set<string>): (view: string) => Set<string> {
	const short = [...texts].filter((text) => text !== '' && text.length < beginning);
	const byBeginning = new Map<string, string[]>();
	for (const text of texts) {
		if (text.length < beginning) continue;
		const start = text.slice(0, beginning);
		byBeginning.set(start, [...(byBeginning.get(start) ?? []), text]);
	}
	// Most places of a view are told apart by a number, without making a string of them.
	const possible = new Uint8Array(1 << 16);
	for (const start of byBeginning.keys()) possible[placeNumber(start, 0)] = 1;
	return (view) => {
		const found = new Set(short.filter((text) => view.includes(text)));
		for (let place = 0; place + beginning <= view.length; place += 1) {
			if (possible[placeNumber(view, place)] !== 1) continue;
			for (const text of byBeginning.get(view.slice(place, place + beginning)) ?? []) {
				if (view.startsWith(text, place)) found.add(text);
			}
		}
		return found;
	};
}

/** The same for the same four characters */
function placeNumber(text: string, place: number): number {
	let number = 0;
	for (let step = 0; step < beginning; step += 1) {
		number = (number << 4) ^ text.charCodeAt(place + step);
	}
	return number & 0xffff;
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
