import type { StoredOpportunity } from '../../scenarios/records.mts';
import type { Account } from '../account.mts';
import { defineChange } from '../change.mts';
import { recount } from '../counts.mts';
import { filledText, opportunity } from '../inputs.mts';
import { changeOpportunity } from '../opportunities.mts';
import { ChangeRefused } from '../refused.mts';

type Labels = 'tags' | 'sources';

/** Tags and sources are told apart exactly as they are written (lever-api.md §9). */
function setLabels(
	account: Account,
	labels: Labels,
	before: StoredOpportunity,
	texts: string[],
): StoredOpportunity {
	recount(account, labels, before[labels], texts);
	return changeOpportunity(account, before, { [labels]: texts });
}

function add(account: Account, labels: Labels, before: StoredOpportunity, text: string) {
	if (before[labels].includes(text)) {
		throw new ChangeRefused(`The opportunity has "${text}" among its ${labels} already.`);
	}
	return setLabels(account, labels, before, [...before[labels], text]);
}

function remove(account: Account, labels: Labels, before: StoredOpportunity, text: string) {
	if (!before[labels].includes(text)) {
		throw new ChangeRefused(`The opportunity does not have "${text}" among its ${labels}.`);
	}
	const left = before[labels].filter((each) => each !== text);
	return setLabels(account, labels, before, left);
}

export const addTag = defineChange({
	about: 'Adds a tag to an opportunity',
	inputs: { opportunity, tag: filledText },
	run: (account, input) => add(account, 'tags', input.opportunity, input.tag),
});

export const removeTag = defineChange({
	about: 'Takes a tag from an opportunity',
	inputs: { opportunity, tag: filledText },
	run: (account, input) => remove(account, 'tags', input.opportunity, input.tag),
});

export const addSource = defineChange({
	about: 'Adds a source to an opportunity',
	inputs: { opportunity, source: filledText },
	run: (account, input) => add(account, 'sources', input.opportunity, input.source),
});

export const removeSource = defineChange({
	about: 'Takes a source from an opportunity',
	inputs: { opportunity, source: filledText },
	run: (account, input) => remove(account, 'sources', input.opportunity, input.source),
});
