import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { INodeExecutionData } from 'n8n-workflow';

import { loadScenario } from '../../../mock-lever/index.mts';
import { CHECK_FAMILIES } from '../../../nodes/Lever/evidence/settings.ts';
import { collect, mockLever, AS_OF } from '../collect/collecting.mts';
import { items, readBinary, runNode } from '../harness/index.mts';
import { check, companions, leverItems, type CheckedRun } from './checking.mts';

/** Words of this package that a list may use as statuses too; they say nothing of the list's own text. */
const OWN_WORDS = new Set(['active', 'pending', 'complete', 'running', 'done', 'stopped']);

/** Rows as no list should have them, put at the end of the golden ones. */
const POISON = {
	screening: {
		provider: 'asked Petra Poison',
		report_id: 'petra.poison@example.com',
		external_id: 'petra.poison@example.com',
		package: 'criminal record of Petra Poison',
		status: 'withdrawn by Petra Poison after arrest',
		result: 'consider',
		adjudication: 'adverse for Petra Poison',
		name: 'Petra Poison',
	},
	staff: {
		external_id: 'petra.poison@example.com',
		status: 'burn-out of Petra Poison',
		name: 'Petra Poison',
	},
};

describe('the evidence pack of the golden scenario', async () => {
	const { db, companion } = loadScenario('golden', AS_OF);
	const mock = await mockLever();
	const { pack, run, tags } = await packOf(mock).finally(() => mock.close());
	/** Names of columns that were recognised are recorded on purpose; a word in one is no cell of the list. */
	const columns = Object.values(companion).flatMap(([row]) => Object.keys(row ?? {}));
	const compound = columns.filter((name) => name.includes('_'));
	const columnNames = new RegExp(`(?<!\\w)(?:${compound.join('|')})(?!\\w)`, 'g');
	const texts = textsOf(pack);

	it('was made, and holds what is looked through', () => {
		expect(run.error).toBeUndefined();
		expect(texts.length).toBeGreaterThan(20_000);
		for (const word of ['SCR-02', 'done', 'left', 'Checkr', 'another provider', 'Berlin']) {
			expect(texts.some(({ text }) => text === word || text.includes(word))).toBe(true);
		}
		expect(texts.some(({ text }) => /^sha256:[0-9a-f]{16}$/.test(text))).toBe(true);
	});

	it('holds no address', () => {
		expect(holding(/[^\s@]@[^\s@]|%40/)).toEqual([]);
	});

	it('holds no name of anybody', () => {
		const names = [...db.contacts, ...db.users, ...companion.screening, ...companion.staff]
			.map(({ name }) => name ?? '')
			.filter((name) => name.length > 3);
		expect(new Set(names).size).toBeGreaterThan(150);
		expect(holdingAny([...names, 'Petra', 'Poison'])).toEqual([]);
	});

	it('holds no status, product, result or adjudication of the lists', () => {
		const cells = [
			...companion.screening.flatMap(({ status, result, adjudication }) => [
				status,
				result,
				adjudication,
			]),
			...companion.screening.map((row) => row['package']),
			...companion.staff.map(({ status }) => status),
			...Object.values(POISON).map(({ status }) => status),
		];
		const words = [...new Set(cells)].filter(
			(cell): cell is string => !!cell && !OWN_WORDS.has(cell),
		);
		expect(words).toEqual(
			expect.arrayContaining(['consider', 'terminated', 'canceled', 'see file note']),
		);
		expect(columns).toEqual(expect.arrayContaining(['includes_canceled', 'end_date']));
		expect(words.filter((word) => columns.includes(word))).toEqual([]);
		expect(holdingAny(words)).toEqual([]);
		// The policy itself, and names of columns, speak of adverse actions and criminal records.
		expect(holding(/arrest|burn-out|adverse for|criminal record/i)).toEqual([]);
	});

	it('holds no name of a file, and nothing of what stands in feedback, forms and notes', () => {
		for (const file of ['files', 'audit-events', 'postings', 'requisitions', 'connection']) {
			const path = `data/populations/${file}.ndjson`;
			expect(texts.filter((text) => text.file.endsWith(path)).length).toBeGreaterThan(5);
		}
		const files = new Set(db.files.map(({ name }) => name));
		const written = new Set([
			...db.notes.flatMap(({ fields }) => fields.map(({ value }) => value)),
			...[...db.feedback, ...db.forms].flatMap(({ fields }) => leaves(fields.map(answerOf))),
		]);
		expect(files.size).toBeGreaterThan(3);
		expect(written.size).toBeGreaterThan(8);
		// Of answers only sentences: a word such as "yes" stands everywhere.
		expect(holdingAny([...files, ...[...written].filter((text) => text.includes(' '))])).toEqual(
			[],
		);
	});

	it('holds no tag', () => {
		expect(tags).toEqual(expect.arrayContaining(['Report Clear', 'Invitation Pending']));
		expect(holdingAny(tags.filter((tag) => tag !== 'Invitation Pending'))).toEqual([]);
		// "invitation pending" is this package's own word for what that tag says; the tag's text is not kept.
		expect(holding(/Invitation Pending/)).toEqual([]);
	});

	it('but those who must act are told which statuses are not known', () => {
		expect(run.summary.lists.join('\n')).toContain('"see file note" is not known');
		expect(run.summary.lists.join('\n')).toContain('"awaiting partner B" is not known');
	});

	/** Texts that a pattern is found in; a few, for the message. */
	function holding(pattern: RegExp, read = (text: string) => text): string[] {
		return texts
			.filter(({ text }) => pattern.test(read(text)))
			.slice(0, 5)
			.map(({ file, text }) => `${file}: ${text.slice(0, 200)}`);
	}

	/** Texts that one of these stands in as a whole word, whatever its case. */
	function holdingAny(words: readonly string[]): string[] {
		const any = [...new Set(words)].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
		const wanted = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
		return holding(wanted, (text) => text.replace(columnNames, ''));
	}
});

/** Golden account and lists with the poisoned rows, through Lever Compliance and Seal. */
async function packOf(mock: Awaited<ReturnType<typeof mockLever>>): Promise<{
	pack: INodeExecutionData;
	run: CheckedRun;
	tags: string[];
}> {
	const collected = await collect(mock.baseUrl, mock.keys.all, {
		checkFamilies: [...CHECK_FAMILIES],
		options: { signIns: true },
	});
	const lists = await companions(mock);
	const hire = collected.items.find((item) => item.kind === 'hire');
	const user = collected.items.find((item) => item.kind === 'user' && item.accessRole !== null);
	if (hire?.kind !== 'hire' || user?.kind !== 'user') throw new Error('Nobody to link to');
	// Rows of somebody, who is named in findings, and rows of nobody.
	for (const email of [hire.identity.emails[0] ?? '', 'petra.poison@example.com']) {
		lists[1]?.push(...items([{ ...POISON.screening, email }]));
	}
	for (const email of [user.email, 'petra.poison@example.com']) {
		lists[2]?.push(...items([{ ...POISON.staff, email }]));
	}
	const run = await check({ 0: leverItems(collected.items), ...lists });
	const sealed = await runNode({
		node: 'leverEvidence',
		parameters: { operation: 'seal' },
		inputs: { 0: items(run.evidence) },
	});
	const pack = sealed.outputs[0]?.find(({ json }) => json.pack === 'evidence');
	if (!pack) throw new Error(`No pack: ${sealed.error?.message}`);
	const tags = collected.items.flatMap((item) =>
		item.kind === 'opportunity'
			? item.tags
			: item.kind === 'definition' && item.definitionType === 'tag'
				? [item.text]
				: [],
	);
	// A word of a job or a place, which a pack may hold (rules.md §10), is no trace of a tag.
	const allowed = collected.items
		.flatMap((item) => {
			if (item.kind === 'hire') return [item.jobTitle, item.workLocation];
			if (item.kind !== 'posting') return [];
			return [item.title, item.team, item.department, item.location, item.commitment];
		})
		.join('\n')
		.toLowerCase();
	const own = [...new Set(tags)].filter((tag) => !allowed.includes(tag.toLowerCase()));
	return { pack, run, tags: own };
}

const answerOf = ({ value }: { value?: unknown }) => value;

interface FoundText {
	file: string;
	text: string;
}

/** Every value of every file: texts and names of members of JSON, cells of tables, lines of the rest. */
function textsOf(pack: INodeExecutionData): FoundText[] {
	return Object.entries(pack.binary ?? {}).flatMap(([property, { fileName = property }]) => {
		const content = Buffer.from(readBinary(pack, property)).toString('utf8');
		return valuesOf(fileName, content).map((text) => ({ file: fileName, text }));
	});
}

function valuesOf(fileName: string, content: string): string[] {
	if (fileName.endsWith('.json')) return leaves(JSON.parse(content));
	if (fileName.endsWith('.jsonl') || fileName.endsWith('.ndjson')) {
		return content
			.split('\n')
			.filter(Boolean)
			.flatMap((line) => leaves(JSON.parse(line)));
	}
	if (fileName.endsWith('.csv')) return (parse(content, { bom: true }) as string[][]).flat();
	if (fileName.endsWith('.html')) {
		const shown = content.replace(/<style[\s\S]*?<\/style>/g, '');
		const attributes = [...shown.matchAll(/="([^"]*)"/g)].map(([, value]) => value ?? '');
		return [...shown.split(/<[^>]*>/), ...attributes];
	}
	return content.split('\n');
}

function leaves(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => [key, ...leaves(inner)]);
}
