/** Markup that is safe to put into a page as it is. Made by `html` only. */
export class Html {
	constructor(readonly markup: string) {}
}

/** What may stand in a template: text and numbers are escaped, `null`, `undefined` and `false` are nothing. */
type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[];

/** Tagged template that escapes everything put into it, unless `html` made it. The only way to make markup. */
export function html(texts: TemplateStringsArray, ...parts: HtmlPart[]): Html {
	let markup = withoutIndent(texts[0]);
	parts.forEach((part, index) => {
		markup += markupOf(part) + withoutIndent(texts[index + 1]);
	});
	return new Html(markup);
}

/** The indentation of this source would be half of a page. */
function withoutIndent(text: string | undefined): string {
	return text?.replace(/\n\s+/g, '\n') ?? '';
}

function markupOf(part: HtmlPart): string {
	if (part === null || part === undefined || part === false) return '';
	if (part instanceof Html) return part.markup;
	if (typeof part === 'string') return escapeText(part);
	if (typeof part === 'number') return String(part);
	return part.map(markupOf).join('');
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	'`': '&#96;',
};

/**
 * Control characters other than tab and line feed, and those that turn the direction of the text around
 * them: with one of them a value can make its neighbours read differently (Unicode TR 36 §2.2).
 */
const DECEPTIVE = /(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

function escapeText(text: string): string {
	return text.replace(DECEPTIVE, '\uFFFD').replace(/[&<>"'`]/g, (sign) => ENTITIES[sign] ?? '');
}

/** A link to a page of Lever's web application or any other https page; other addresses stay text. */
export function link(address: string | null | undefined, text: string): Html {
	if (!address || !/^https:\/\/[^\s]+$/.test(address)) return html`${text}`;
	return html`<a href="${address}" rel="noreferrer noopener">${text}</a>`;
}
