import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { addRecords, defineIds } from './account.mts';
import { addAround } from './around/index.mts';
import type { BuildContext, Stated } from './build/context.mts';
import { nothingStated } from './build/context.mts';
import { readInstant, ScenarioClock } from './clock.mts';
import { companionRows } from './companionRows.mts';
import { addCrowd } from './company/crowd.mts';
import { generateCompany } from './company/generate.mts';
import type { GeneratedOptions } from './company/options.mts';
import type { FaultRule } from '../faults/rule.mts';
import type { ExpectedLeftOut, ExpectedResult, UsualResult } from './expected.mts';
import { checkResults, expectedOf, leftOutOf, PeopleOfFiles } from './expected.mts';
import { asItStood, asSeenBefore } from './earlier.mts';
import { SymbolicIds } from './ids.mts';
import type { Companion, LeverDatabase, StoredTag } from './records.mts';
import { emptyDatabase } from './records.mts';
import { checkShape } from './shape.mts';
import type { Situation } from './situation.mts';

const here = import.meta.dirname;

/** What a scenario is made of: files first to last, then the crowd or the generated company. */
interface ScenarioParts {
	/** In words, for the command line */
	about: string;
	company: string;
	/** Folder of situation files */
	situations?: string;
	/** Number of ordinary candidates; default none */
	crowd?: number;
	/** false: an account that has not bought audit events, so that reading them is refused */
	auditEvents?: false;
	/** Everything else is made by the generator, and nothing is expected of it */
	generated?: true;
	/** What goes wrong while the account is read */
	faults?: readonly FaultRule[];
	/** As it stood so many days before the evidence date of the others; nothing is expected of it */
	daysEarlier?: number;
}

const DAY = 86_400_000;

/** How many days before the others the scenario `golden-earlier` was read. */
export const DAYS_EARLIER = 5;

const GOLDEN = { company: 'company/company.json', situations: 'golden', crowd: 150 };

export const SCENARIOS = {
	golden: {
		about: 'a company, its candidates, and every situation the checks decide',
		...GOLDEN,
	},
	empty: {
		about: 'an account with one Super Admin, no opportunity and no audit events',
		company: 'company/new-company.json',
		auditEvents: false,
	},
	'no-hires': {
		about: 'a company with candidates, nobody hired',
		company: 'company/company.json',
		crowd: 40,
	},
	generated: {
		about: 'a company of any size, made from a seed',
		company: 'company/company.json',
		generated: true,
	},
	'golden-earlier': {
		about: `golden as it stood ${DAYS_EARLIER} days before: give the earlier evidence date`,
		...GOLDEN,
		daysEarlier: DAYS_EARLIER,
	},
	'offers-forbidden': {
		about: 'golden, and every read of offers answers 403',
		...GOLDEN,
		faults: [{ fault: 'forbidden', path: '/opportunities/{opportunity}/offers', times: Infinity }],
	},
	'cursor-refused': {
		about: 'golden, and the list of opportunities refuses one of its cursors once',
		...GOLDEN,
		faults: [{ fault: 'cursorInvalid', path: '/opportunities' }],
	},
	'list-moves': {
		about: 'golden, and a page of opportunities brings a record of the page before again',
		...GOLDEN,
		faults: [{ fault: 'recordTwice', path: '/opportunities' }],
	},
	'list-ends-early': {
		about: 'golden, and a page of opportunities says that there is more, but not where',
		...GOLDEN,
		faults: [{ fault: 'nextMissing', path: '/opportunities', times: Infinity }],
	},
} satisfies Record<string, ScenarioParts>;

export type ScenarioName = keyof typeof SCENARIOS;

export interface Scenario {
	/** The evidence date, milliseconds */
	asOf: number;
	db: LeverDatabase;
	companion: Companion;
	/** Every result that must come out, and no other */
	expected: ExpectedResult[];
	/** Results of the subjects of a type that `expected` does not name, where not every subject is listed */
	usual: UsualResult[];
	/** Hire candidates that are counted instead of judged */
	notInPopulation: ExpectedLeftOut[];
	/** What goes wrong while it is read */
	faults: readonly FaultRule[];
}

/** @throws Error naming the scenarios there are */
export function scenarioName(name: string): ScenarioName {
	if (Object.hasOwn(SCENARIOS, name)) return name as ScenarioName;
	const names = Object.keys(SCENARIOS).join(', ');
	throw new Error(`There is no scenario "${name}". Choose one of: ${names}.`);
}

interface Loading {
	scenario: Scenario;
	clock: ScenarioClock;
	people: PeopleOfFiles;
	company: SymbolicIds;
	/** File without `.json` → what it was built with */
	contexts: Map<string, BuildContext>;
	/** Built as an earlier run saw it */
	earlier: boolean;
	stated: Stated;
}

function addFile(loading: Loading, path: string, ids: SymbolicIds): void {
	const file = basename(path);
	const { db, companion, expected, notInPopulation } = loading.scenario;
	try {
		const stated = JSON.parse(readFileSync(join(here, path), 'utf8')) as Situation;
		checkShape(stated);
		const situation = loading.earlier ? asSeenBefore(stated) : stated;
		const context: BuildContext = {
			situation,
			clock: loading.clock.withNames(situation.dates ?? {}),
			ids,
			database: db,
			number: ids === loading.company ? 'company' : (file.split('-')[0] ?? file),
			stated: loading.stated,
		};
		loading.contexts.set(basename(path, '.json'), context);
		const before = { contacts: db.contacts.length, users: db.users.length };
		defineIds(ids, situation);
		addRecords(context);
		const rows = {
			screening: companionRows(context, 'screening'),
			staff: companionRows(context, 'staff'),
			approvals: companionRows(context, 'approvals'),
		};
		companion.screening.push(...rows.screening);
		companion.staff.push(...rows.staff);
		companion.approvals.push(...rows.approvals);
		const results = expectedOf(context, file);
		expected.push(...results);
		notInPopulation.push(...leftOutOf(context, file));
		const own = {
			...emptyDatabase(),
			contacts: db.contacts.slice(before.contacts),
			users: db.users.slice(before.users),
		};
		const cells = [...rows.screening, ...rows.staff].flatMap((row) => [
			row.name ?? '',
			row.email ?? '',
			row.report_id ?? '',
		]);
		loading.people.claim(file, own, cells);
	} catch (fault) {
		throw new Error(`${file}: ${fault instanceof Error ? fault.message : String(fault)}`, {
			cause: fault,
		});
	}
}

/** Lever counts the opportunities of a tag or source; the list is what they carry (lever-api.md §5.5). */
function counted(texts: readonly string[]): StoredTag[] {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts].map(([text, count]) => ({ count, text }));
}

function countLabels(db: LeverDatabase): void {
	db.tags = counted(db.opportunities.flatMap((opportunity) => opportunity.tags));
	db.sources = counted(db.opportunities.flatMap((opportunity) => opportunity.sources));
}

/**
 * Builds a scenario around an evidence date. The same arguments give the same data on every machine.
 *
 * @param asOf ISO 8601 with offset
 * @param options of the scenario `generated`; the others have none
 * @throws Error with a sentence: unknown scenario, unreadable date, or what is wrong in which file
 */
export function loadScenario(name: string, asOf: string, options: GeneratedOptions = {}): Scenario {
	const parts: ScenarioParts = SCENARIOS[scenarioName(name)];
	const { daysEarlier = 0 } = parts;
	const moment = readInstant(asOf);
	const clock = new ScenarioClock(moment + daysEarlier * DAY);
	const scenario: Scenario = {
		asOf: moment,
		db: emptyDatabase(),
		companion: { screening: [], staff: [], approvals: [] },
		expected: [],
		usual: [],
		notInPopulation: [],
		faults: parts.faults ?? [],
	};
	if (parts.auditEvents === false) {
		for (const account of scenario.db.accounts) account.auditEvents = false;
	}
	const company = new SymbolicIds('company');
	const contexts = new Map<string, BuildContext>();
	const stated = nothingStated();
	const loading: Loading = {
		scenario,
		clock,
		people: new PeopleOfFiles(),
		company,
		contexts,
		stated,
		earlier: daysEarlier > 0,
	};
	addFile(loading, parts.company, company);
	const folder = parts.situations;
	if (folder !== undefined) {
		const files = readdirSync(join(here, folder)).filter((file) => file.endsWith('.json'));
		for (const file of files.sort())
			addFile(loading, join(folder, file), new SymbolicIds(file, company));
	}
	if (folder !== undefined) {
		const { expected, usual } = checkResults(scenario.expected, contexts);
		scenario.expected.push(...expected);
		scenario.usual.push(...usual);
	}
	if (parts.generated) {
		generateCompany(scenario.db, scenario.companion, clock, company, options);
		scenario.expected = [];
	} else {
		addCrowd(scenario.db, clock, company, parts.crowd ?? 0);
	}
	addAround(scenario.db, clock.now, stated);
	if (loading.earlier) {
		asItStood(scenario.db, moment);
		Object.assign(scenario, { expected: [], usual: [], notInPopulation: [] });
	}
	countLabels(scenario.db);
	return scenario;
}
