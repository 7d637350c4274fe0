import type { Collection, LeverCollection, ListCollection, Run } from '../../shared/contracts';
import { ALTERED, STAMP } from '../pack/stamp';

/** Whether the pack can be relied on, and why not: the first thing every reader is told. */
export interface Reliability {
	/** Unaltered, complete, and read from Lever's production host */
	reliable: boolean;
	/** Not everything was read from Lever's production host, or that cannot be shown */
	testData: boolean;
	/** What does not agree with the run; empty when all agrees */
	alteredOrIncomplete: string[];
	/** What was not read or not visible, in sentences */
	limits: string[];
	/** First lines of the report, most serious first; at least one */
	statements: Statement[];
}

export interface Statement {
	tone: 'altered' | 'testData' | 'limited' | 'sound';
	/** The words a reader must not miss */
	lead: string;
	text: string;
}

export function judgeReliability(
	run: Run | undefined,
	collections: readonly Collection[],
	alteredOrIncomplete: string[],
): Reliability {
	const testData = !isProduction(run, collections);
	const limits = collections.flatMap(limitsOf);
	const reliable = !testData && alteredOrIncomplete.length === 0 && limits.length === 0;
	const statements: Statement[] = [];
	if (alteredOrIncomplete.length > 0) {
		statements.push({
			tone: 'altered',
			lead: `${ALTERED}:`,
			text: `${alteredOrIncomplete.join('; ')}. Do not rely on this pack.`,
		});
	}
	if (testData) statements.push({ tone: 'testData', lead: STAMP, text: originOf(collections) });
	if (limits.length > 0) {
		statements.push({
			tone: 'limited',
			lead: 'NOT EVERYTHING COULD BE READ:',
			text: `${limits.join(' ')} Results that rest on it are marked “could not be decided”.`,
		});
	}
	if (alteredOrIncomplete.length === 0 && limits.length === 0) statements.push(soundness(testData));
	return { reliable, testData, alteredOrIncomplete, limits, statements };
}

function soundness(testData: boolean): Statement {
	const text =
		'every list was read to its end, and every count and hash agrees with the run that made it.';
	return testData
		? { tone: 'sound', lead: 'Complete and unaltered:', text }
		: { tone: 'sound', lead: 'This pack can be relied on:', text };
}

/** Without a head of the run or a record of a read, nothing shows that the data came from production. */
function isProduction(run: Run | undefined, collections: readonly Collection[]): boolean {
	const reads = collections.filter((collection) => collection.source === 'lever');
	return run?.production === true && reads.length > 0 && reads.every((read) => read.production);
}

function originOf(collections: readonly Collection[]): string {
	const hosts = new Set<string>();
	for (const collection of collections) {
		if (collection.source === 'lever' && !collection.production) hosts.add(collection.baseUrl);
	}
	return hosts.size === 0
		? 'Nothing shows that this was read from Lever’s production host.'
		: `Read from ${[...hosts].sort().join(', ')}, which is not Lever’s production host.`;
}

function limitsOf(collection: Collection): string[] {
	return collection.source === 'lever' ? leverLimits(collection) : listLimits(collection);
}

function leverLimits(read: LeverCollection): string[] {
	const limits: string[] = [];
	if (!read.complete) {
		limits.push(asSentence(`${read.resource}: ${read.incompleteBecause ?? 'not read to the end'}`));
	}
	if (read.purpose === 'hires' && isHidden(read.visibility.confidential)) {
		limits.push('Confidential hires were not tested: this credential cannot see them.');
	}
	if (read.purpose === 'users' && isHidden(read.visibility.deactivated)) {
		limits.push('Deactivated users were not read.');
	}
	return limits;
}

function isHidden(visibility: string): boolean {
	return visibility === 'forbidden' || visibility === 'notAsked';
}

function listLimits(list: ListCollection): string[] {
	if (list.complete && list.state === 'read') return [];
	const name = LIST_TITLES[list.resource];
	if (list.state === 'failed') return [`${name} could not be read.`];
	if (list.state === 'empty') return [`${name} arrived empty.`];
	return [asSentence(`${name}: ${list.incompleteBecause ?? 'not read to the end'}`)];
}

/** The connected lists by the names of their inputs. */
export const LIST_TITLES: Record<ListCollection['resource'], string> = {
	screeningList: 'Screening List',
	staffList: 'Staff List',
	approvals: 'Approvals',
	previousRun: 'Previous Run',
};

function asSentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}
