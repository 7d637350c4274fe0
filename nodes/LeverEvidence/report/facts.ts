import type { CivilDate, FindingFacts } from '../../shared/contracts';
import { factText } from '../seal/findingsTable';
import { html, type Html } from './html';

/** In characters; longer values may break. */
const LONGEST_UNBROKEN = 24;

/** Facts as a compact list of terms; "nothing stated" when there are none. */
export function factList(facts: FindingFacts): Html {
	const keys = Object.keys(facts).sort();
	if (keys.length === 0) return html`<span class="quiet">nothing stated</span>`;
	return html`<span class="facts">${keys.map((key) => fact(key, factText(facts[key])))}</span>`;
}

/** Short values, dates above all, stay on one line. Large runs hold many of these: the markup is as short as it can be. */
function fact(key: string, text: string): Html {
	const value =
		text.length <= LONGEST_UNBROKEN
			? html`<bdi>${text}</bdi>`
			: html`<bdi class="long">${text}</bdi>`;
	return html`<span><i>${inWords(key)}</i> ${value}</span> `;
}

/** A sentence whose dates are not broken over lines. */
export function prose(text: string): Html {
	const parts = text.split(/(\d{4}-\d{2}-\d{2})/);
	return html`${parts.map((part, index) =>
		index % 2 === 1 ? html`<span class="unbroken">${part}</span>` : part,
	)}`;
}

/** `completedAt` → "completed at" */
export function inWords(key: string): string {
	return key
		.replace(/[_-]+/g, ' ')
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.toLowerCase();
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
	return html`<code>${text.split(/(?<=:)/).map((part) => html`${part}<wbr />`)}</code>`;
}
