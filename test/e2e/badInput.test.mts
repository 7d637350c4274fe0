import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { nodes, openLab } from './harness/index.mts';
import type { Lab, LabRun, RunOptions } from './harness/index.mts';
import { firstScreen } from './harness/pack.mts';

/**
 * Bad input, each with a message that says what happened and what to do, and nothing half-written: both
 * packs or none.
 */

/** The run failed at a node, in words for people, and left nothing. */
function expectRefusal(run: LabRun, node: string, says: RegExp): void {
	expect(run.status).toBe('error');
	expect(run.explanation.startsWith(`"${node}" stopped: `), run.explanation).toBe(true);
	expect(run.explanation).toMatch(says);
	expect(run.explanation).not.toMatch(/\bat .+:\d+:\d+|mock-key-|@example\.com|undefined|\[object/);
	expect(run.saved).toEqual([]);
}

describe('credentials', () => {
	it('an unknown API key', async () => {
		const lab = await openLab({ credentials: () => ({ apiKey: 'no-such-key' }) });
		const run = await lab.run();
		await lab.close();
		expectRefusal(run, nodes.lever, /key/i);
		expect(run.explanation).not.toContain('no-such-key');
	});

	it('an OAuth grant that was revoked', async () => {
		const lab = await openLab();
		lab.mock.oauth.revoke();
		const run = await lab.run({ authentication: 'oAuth2' });
		await lab.close();
		expectRefusal(run, nodes.lever, /connect/i);
	});
});

it('Lever answers with an HTML page', async () => {
	const server = createServer((_request, response) => {
		response.setHeader('content-type', 'text/html');
		response.end('<!doctype html><title>Sign in</title>');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const lab = await openLab({ credentials: () => ({ baseUrl: `http://127.0.0.1:${port}/v1` }) });
	const run = await lab.run();
	await lab.close();
	server.close();
	if (run.status === 'error') return expectRefusal(run, nodes.lever, /HTML|web page|base url/i);
	expect(run.saved).toHaveLength(2);
	if (!run.evidence) throw new Error('There is no evidence pack');
	expect(firstScreen(run.evidence)).toMatch(/HTML|web page/i);
	expect(run.items(nodes.compliance, 1)[0]?.json).toMatchObject({ alert: true });
});

describe('values and lists', () => {
	let lab: Lab;

	beforeAll(async () => {
		lab = await openLab();
	});

	afterAll(() => lab.close());

	const screening = (variant: string): RunOptions => ({
		configure: { screeningListUrl: `${lab.mock.url}/companion/screening.csv?variant=${variant}` },
	});

	it.each(['2026-11-02T06:00:00', '2026-11-02', 'yesterday'])(
		'the evidence date %s has no offset',
		async (evidenceDate) => {
			const run = await lab.run({ configure: { evidenceDate } });
			expectRefusal(run, nodes.lever, /offset/i);
		},
	);

	it('no e-mail column: names the list, the column and the columns found', async () => {
		const run = await lab.run(screening('no-email'));
		expectRefusal(run, nodes.compliance, /Screening List.*e-?mail/i);
		expect(run.explanation).toContain('report_id');
	});

	it('a web page instead of the list', async () => {
		const run = await lab.run(screening('html'));
		expectRefusal(run, nodes.compliance, /Screening List/);
	});

	it('an unreadable date: that row is undecided and named, the others are judged', async () => {
		const run = await lab.run(screening('unreadable-date'));
		expect(run.explanation).toBe('');
		if (!run.evidence) throw new Error('There is no evidence pack');
		expect(firstScreen(run.evidence)).toMatch(
			/Screening List[^.]*date[^.]*cannot be read \(rows? \d/i,
		);
		const statuses = run.evidence
			.findings()
			.filter(({ checkId }) => checkId === 'SCR-02')
			.map(({ status }) => status);
		expect(statuses).toEqual(expect.arrayContaining(['indeterminate', 'pass']));
	});

	it('a byte order mark changes nothing', async () => {
		const plain = await lab.run();
		const marked = await lab.run(screening('bom'));
		expect(marked.explanation).toBe('');
		expect(marked.evidence?.text('data/findings.jsonl')).toBe(
			plain.evidence?.text('data/findings.jsonl'),
		);
	});

	it.each(['semicolon', 'semicolon-quoted'])(
		'%s: never taken for an empty list',
		async (variant) => {
			const run = await lab.run(screening(variant));
			if (run.status === 'error') {
				return expectRefusal(
					run,
					nodes.compliance,
					/Screening List.*(semicolon|delimiter|column)/i,
				);
			}
			expect(run.saved).toHaveLength(2);
			if (!run.evidence) throw new Error('There is no evidence pack');
			expect(firstScreen(run.evidence)).toMatch(
				/Screening List[^.]*(failed|could not|not be read)/i,
			);
			expect(run.evidence.check('SCR-01').verdict).toBe('couldNotBeChecked');
		},
	);
});
