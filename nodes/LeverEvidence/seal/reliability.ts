import type { Collection, Finding, Run } from '../../shared/contracts';
import { ALTERED, STAMP } from '../pack/stamp';
import { limitsOf, type Limit } from './limits';

/** Whether the pack can be relied on, and why not: the first thing every reader is told. */
export interface Reliability {
	/** Unaltered, nothing unread, unseen or outdated, and read from Lever's production host */
	reliable: boolean;
	/** Not everything was read from Lever's production host, or that cannot be shown */
	testData: boolean;
	/** What does not agree with the run; empty when all agrees */
	alteredOrIncomplete: string[];
	/** What was not read, not visible or too old, in sentences */
	limits: string[];
	/** First lines of the report, most serious first; at least one */
	statements: Statement[];
}

interface Statement {
	tone: 'altered' | 'testData' | 'limited' | 'sound';
	/** The words a reader must not miss */
	lead: string;
	text: string;
	/** Sentences that each deserve a line of their own, before `text` */
	points?: string[];
}

/** What the judgement rests on. */
interface ReliabilityFacts {
	/** undefined when no head of a run arrived */
	run: Run | undefined;
	collections: readonly Collection[];
	findings: readonly Finding[];
	/** What does not agree with the run */
	alteredOrIncomplete: string[];
}

export function judgeReliability(facts: ReliabilityFacts): Reliability {
	const { run, collections, findings, alteredOrIncomplete } = facts;
	const testData = !isProduction(run, collections);
	const limits = limitsOf(run, collections, findings);
	const sound = alteredOrIncomplete.length === 0 && limits.length === 0;
	const statements: Statement[] = [];
	if (alteredOrIncomplete.length > 0) {
		statements.push({
			tone: 'altered',
			lead: `${ALTERED}:`,
			text: `${alteredOrIncomplete.join('; ')}. Do not rely on this pack.`,
		});
	}
	if (limits.length > 0) {
		statements.push({
			tone: 'limited',
			lead: 'CANNOT BE RELIED ON FULLY:',
			points: limits.map(({ text }) => text),
			text: consequences(limits, findings).join(' '),
		});
	}
	if (testData) statements.push({ tone: 'testData', lead: STAMP, text: originOf(collections) });
	if (sound) statements.push(soundness(testData, run));
	return {
		reliable: !testData && sound,
		testData,
		alteredOrIncomplete,
		limits: limits.map(({ text }) => text),
		statements,
	};
}

/** Each is said only where it is true: a result that nobody made cannot be marked. */
function consequences(limits: readonly Limit[], findings: readonly Finding[]): string[] {
	const marked =
		limits.some(({ effect }) => effect === 'undecided') &&
		findings.some(({ status }) => status === 'indeterminate');
	return [
		...(marked ? ['Results that rest on it are marked “could not be decided”.'] : []),
		...(limits.some(({ effect }) => effect === 'unseen')
			? ['Who could not be seen was not tested.']
			: []),
	];
}

/** What was not set up limits what the pack shows, not whether that can be relied on. */
function soundness(testData: boolean, run: Run | undefined): Statement {
	const unset = (run?.checks ?? []).filter(({ verdict }) => verdict === 'notSetUp');
	const scope = unset.length > 0 ? ' for what was checked' : '';
	const made = unset.length > 0 ? ` Not checked: ${unset.map(({ id }) => id).join(', ')}.` : '';
	return {
		tone: 'sound',
		lead: testData ? `Complete and unaltered${scope}:` : `This pack can be relied on${scope}:`,
		text: `every list was read to its end, and every count and hash agrees with the run that made it.${made}`,
	};
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
