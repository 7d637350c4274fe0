import { isAddOnNotThere } from '../../shared/addOns';
import type {
	Collection,
	Finding,
	LeverCollection,
	ListCollection,
	ListDoubt,
	Run,
	RunShortfall,
} from '../../shared/contracts';
import { LIST_TITLES } from '../pack/listTitles';

/** Why less than everything can be relied on. */
export interface Limit {
	/** A sentence, without names */
	text: string;
	/**
	 * What follows for the results: those that rest on it could not be decided, or people whom nobody saw
	 * were never tested and have no result at all
	 */
	effect: 'undecided' | 'unseen' | 'none';
}

/** rules.md §8: whether each population was read completely. */
const COMPLETENESS_CHECK = 'IPE-01';

/**
 * What was not read, not visible, or cannot show that somebody is not on it; each sentence once. The
 * check of completeness has the last word: if it failed, the pack is limited even if nothing else says why.
 */
export function limitsOf(
	run: Run | undefined,
	collections: readonly Collection[],
	findings: readonly Finding[],
): Limit[] {
	const stated = [
		...collections.flatMap(limitsOfCollection),
		...limitsOfShortfalls(run?.shortfalls ?? [], collections),
		...(run?.lists ?? []).flatMap(({ doubts }) => doubts.flatMap(limitOfDoubt)),
	];
	const limits = stated.length > 0 ? stated : failedCompleteness(findings);
	const texts = new Set<string>();
	return limits.filter(({ text }) => !texts.has(text) && texts.add(text));
}

function failedCompleteness(findings: readonly Finding[]): Limit[] {
	return findings
		.filter(({ checkId, status }) => checkId === COMPLETENESS_CHECK && status === 'fail')
		.map(({ message }) => ({ text: asSentence(message), effect: 'undecided' }));
}

/** A read that did not reach its end says so in its own record; one whose records came twice does not. */
function limitsOfShortfalls(
	shortfalls: readonly RunShortfall[],
	collections: readonly Collection[],
): Limit[] {
	const told = new Set<string>();
	for (const read of collections) {
		if (read.source === 'lever' && !read.complete) told.add(read.purpose);
	}
	return shortfalls
		.filter(({ purpose, reason }) => reason !== 'incomplete' || !told.has(purpose))
		.map(({ text }) => ({ text: asSentence(text), effect: 'undecided' }));
}

function limitsOfCollection(collection: Collection): Limit[] {
	return collection.source === 'lever' ? leverLimits(collection) : listLimits(collection);
}

function leverLimits(read: LeverCollection): Limit[] {
	const limits: Limit[] = [];
	if (!read.complete && !isAddOnNotThere(read)) {
		limits.push({
			text: asSentence(`${read.resource}: ${read.incompleteBecause ?? 'not read to the end'}`),
			effect: 'undecided',
		});
	}
	if (read.purpose === 'hires' && isHidden(read.visibility.confidential)) {
		limits.push({
			text: 'Confidential hires were not tested: this credential cannot see them.',
			effect: 'unseen',
		});
	}
	if (read.purpose === 'users' && isHidden(read.visibility.deactivated)) {
		limits.push({ text: 'Deactivated users were not read.', effect: 'unseen' });
	}
	return limits;
}

function isHidden(visibility: string): boolean {
	return visibility === 'forbidden' || visibility === 'notAsked';
}

function listLimits(list: ListCollection): Limit[] {
	if (list.complete && list.state === 'read') return [];
	const name = LIST_TITLES[list.resource];
	// Without approvals a deviation stays one; without another list its checks cannot be decided.
	const effect = list.resource === 'approvals' ? 'none' : 'undecided';
	if (list.state === 'failed') return [{ text: `${name} could not be read.`, effect }];
	if (list.state === 'empty') return [{ text: `${name} arrived empty.`, effect }];
	return [
		{ text: asSentence(`${name}: ${list.incompleteBecause ?? 'not read to the end'}`), effect },
	];
}

/** An empty or failed list says so in its own record of the read. */
function limitOfDoubt({ reason, text }: ListDoubt): Limit[] {
	if (reason === 'empty' || reason === 'failed') return [];
	return [{ text: asSentence(text.charAt(0).toUpperCase() + text.slice(1)), effect: 'undecided' }];
}

function asSentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}
