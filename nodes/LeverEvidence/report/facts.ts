import type { CivilDate, FindingFacts } from '../../shared/contracts';
import { factText } from '../seal/findingsTable';
import { factName, factValue } from './factWords';
import { html, type Html } from './html';

/** In characters; longer values may break. */
const LONGEST_UNBROKEN = 24;

/** Facts as a compact list of terms; "nothing stated" when there are none. */
export function factList(facts: FindingFacts): Html {
	const keys = Object.keys(facts).sort();
	if (keys.length === 0) return html`<span class="quiet">nothing stated</span>`;
	return html`${keys.map(
		(key, index) => html`${index > 0 && '; '}${fact(key, factText(facts[key]))}`,
	)}`;
}

/** Short values, dates above all, stay on one line. Large runs hold many of these: the markup is as short as it can be. */
function fact(key: string, text: string): Html {
	const value = factValue(key, text);
	return value.length <= LONGEST_UNBROKEN
		? html`<i>${factName(key)}</i> <bdi>${value}</bdi>`
		: html`<i>${factName(key)}</i> <bdi class="long">${value}</bdi>`;
}

/** A sentence whose dates are not broken over lines. */
export function prose(text: string): Html {
	const parts = text.split(/(\d{4}-\d{2}-\d{2})/);
	return html`${parts.map((part, index) => (index % 2 === 1 ? html`<time>${part}</time>` : part))}`;
}

/** The day that one of these facts names, or null. */
export function dayIn(facts: FindingFacts, keys: readonly string[]): CivilDate | null {
	for (const key of keys) {
		const fact = facts[key];
		if (typeof fact === 'string' && /^\d{4}-\d{2}-\d{2}/.test(fact)) return fact.slice(0, 10);
	}
	return null;
}

/** A digest in full, so that it can be copied and searched; small, because nobody reads it. */
export function digest(sha256: string | null): Html {
	if (sha256 === null) return html`<span class="quiet">no record</span>`;
	return html`<code class="digest">${sha256}</code>`;
}

/** An id; one that is made of several may break between them. */
export function id(text: string): Html {
	const parts = text.split(/(?<=:)/);
	return html`<code
		>${parts.map((part, index) => html`${index > 0 && html`<wbr />`}${part}`)}</code
	>`;
}
