import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { html, link } from '../../../nodes/LeverEvidence/report/html.ts';
import { seal } from '../../../nodes/LeverEvidence/seal/seal.ts';
import {
	itemsOf,
	syntheticItems,
	syntheticParts,
	type SyntheticOptions,
} from './support/syntheticRun.mts';
import { textOf } from './support/tampering.mts';

function reportOf(options: SyntheticOptions = {}): string {
	return textOf(seal(syntheticItems(options)).evidence.files, 'data/report.html');
}

const plain = reportOf();

/** The row of the record with this number. */
function recordRow(number: string): string {
	return new RegExp(`<tr id="r${number}">[\\s\\S]*?</tr>`).exec(plain)?.[0] ?? '';
}

describe('the report', () => {
	it('is one file without script, network or inline handlers, under a policy that allows none', () => {
		expect(plain).not.toMatch(/<script|<link|<img|<iframe|<object|<form|@import|url\(/i);
		expect(plain).not.toMatch(/\son[a-z]+=/i);
		expect(plain).not.toMatch(/\sstyle="/);
		const addresses = [...plain.matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1] ?? '');
		for (const address of addresses) {
			expect(address).toMatch(/^(#[\w-]+|https:\/\/hire\.lever\.co\/candidates\/[\w-]+)$/);
		}
	});

	it('has a content security policy that fits its own style exactly', () => {
		const style = /<style>([\s\S]*?)<\/style>/.exec(plain)?.[1] ?? '';
		const digest = createHash('sha256').update(style).digest('base64');
		expect(plain).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${digest}&#39;`);
	});

	it('has landmarks, one h1, no skipped heading level, and labelled tables and links', () => {
		for (const landmark of ['<header', '<nav aria-label', '<main', '<footer']) {
			expect(plain.split(landmark)).toHaveLength(2);
		}
		const levels = [...plain.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
		expect(levels.filter((level) => level === 1)).toHaveLength(1);
		levels.reduce((before, level) => {
			expect(level - before).toBeLessThanOrEqual(1);
			return level;
		}, 0);
		expect(plain).not.toMatch(/<th(?![^>]*scope=)[\s>]/);
		const ids = [...plain.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
		expect(new Set(ids).size).toBe(ids.length);
		for (const [, target] of plain.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
		for (const [, target] of plain.matchAll(/aria-labelledby="([^"]+)"/g)) {
			expect(ids).toContain(target);
		}
		for (const [svg] of plain.matchAll(/<svg[^>]*>/g)) {
			expect(svg).toMatch(/aria-hidden="true"|role="img"\s+aria-label="[^"]+"/);
		}
	});

	it('closes every element that it opens', () => {
		const open: string[] = [];
		const empty = new Set(['meta', 'br', 'wbr', 'rect', 'line']);
		const body = plain.replace(/<!doctype html>/, '').replace(/<style>[\s\S]*?<\/style>/, '');
		for (const [, close, name] of body.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
			if (name === undefined || empty.has(name)) continue;
			if (close === '') open.push(name);
			else expect(open.pop()).toBe(name);
		}
		expect(open).toEqual([]);
	});

	it('comes in the order that a reader needs', () => {
		const marks = [
			'This pack can be relied on for what was checked:',
			'<h1>',
			'What to know before reading on',
			'id="numbers"',
			'Starters on the staff list',
			'id="exceptions"',
			'id="upcoming"',
			'id="verdicts"',
			'id="checks"',
			'id="lists"',
			'id="collections"',
			'id="verifying"',
			'id="policy"',
			'id="records"',
		];
		const positions = marks.map((mark) => plain.indexOf(mark));
		expect(positions.every((position) => position > 0)).toBe(true);
		expect([...positions].sort((a, b) => a - b)).toEqual(positions);
	});

	it('shows every exception with what to do, by when, and how to see it for oneself', () => {
		const cards = plain.match(/<details class="card [\s\S]*?<\/details>/g) ?? [];
		expect(cards).toHaveLength(14);
		const late = cards.find((card) => card.includes('Completed on'));
		expect(late).toMatch(/<summary>[\s\S]*By <time>2026-11-04<\/time>[\s\S]*<\/summary>/);
		expect(late).toMatch(/href="https:\/\/hire\.lever\.co\/candidates\//);
		expect(late).toMatch(/screening completed on<\/i> <bdi>\d{4}-/);
		const numbers = [...(late ?? '').matchAll(/href="#r(\d+)"/g)].map(([, number]) => number);
		expect(numbers).toHaveLength(3);
		const rows = numbers.map((number) => recordRow(number ?? ''));
		expect(rows.filter((row) => /[0-9a-f]{8}-[\s\S]*[0-9a-f]{64}/.test(row))).toHaveLength(2);
		expect(rows.filter((row) => /CHK-\d{4}[\s\S]*[0-9a-f]{64}/.test(row))).toHaveLength(1);
	});

	it('says what to do once where it is the same for all of a check', () => {
		const group =
			/<h4>\s*<a href="#check-SCR-02">[\s\S]*?(?=<h4>|<\/details>\s*<details class="group)/;
		const part = group.exec(plain)?.[0] ?? '';
		expect(part.match(/class="card fail"/g)?.length).toBeGreaterThan(1);
		expect(part.match(/Ask the provider/g)).toHaveLength(1);
	});

	it('states how each record was read, with what Lever sent along, so that its hash comes out', () => {
		const records = /<h2 id="records">[\s\S]*?<\/section>/.exec(plain)?.[0] ?? '';
		expect(records).toContain(
			'GET https://api.lever.co/v1/opportunities/{record}?expand=applications&amp;expand=contact<',
		);
		expect(records).toContain('GET https://api.lever.co/v1/opportunities/{opportunity}/offers<');
		expect(records).toContain('GET https://api.lever.co/v1/users/{record}<');
	});

	it('does not ask again for what Lever refused to send along', () => {
		const parts = syntheticParts();
		for (const read of parts.collections) {
			if (read.source === 'lever') read.refusedExpansions = ['contact'];
		}
		const report = textOf(seal(itemsOf(parts)).evidence.files, 'data/report.html');
		expect(report).toContain('/opportunities/{record}?expand=applications<');
	});

	it('shows each finding once and each record once', () => {
		const shown = plain.split('Completed in time for the start').length - 1;
		const { evidence } = seal(syntheticItems());
		const findings = textOf(evidence.files, 'data/findings.jsonl').split('\n');
		expect(shown).toBe(findings.filter((line) => line.includes('Completed in time')).length);
		const digests = [...plain.matchAll(/<tr id="r\d+">[\s\S]*?([0-9a-f]{64})/g)].map((m) => m[1]);
		expect(digests.length).toBeGreaterThan(50);
		expect(new Set(digests).size).toBe(digests.length);
	});

	it('lists who starts within 14 days, and nobody later', () => {
		const section = /id="upcoming"[\s\S]*?<\/section>/.exec(plain)?.[0] ?? '';
		const days = [...section.matchAll(/class="day">(\d{4}-\d{2}-\d{2})<\/th/g)].map((m) => m[1]);
		expect(days.length).toBeGreaterThan(0);
		expect([...days].sort()).toEqual(days);
		for (const day of days) {
			expect(day && day > '2026-11-02' && day <= '2026-11-16').toBe(true);
		}
	});

	it('counts the 14 days from the day in the zone of the work, as the summary does', () => {
		const parts = syntheticParts();
		// At 06:00 UTC on 2 November it is still 1 November in Honolulu: 16 November is day 15 there.
		const watched = parts.findings.find(
			({ checkId, status }) => checkId === 'SCR-09' && status !== 'not_applicable',
		);
		const hire = parts.hires.find(({ hireId }) => hireId === watched?.subjectId);
		if (!hire?.decision || !watched) throw new Error('Nobody starts soon');
		hire.decision.firstDay = '2026-11-16';
		watched.observed = { ...watched.observed, startDate: '2026-11-16' };
		const sectionOf = () => {
			const report = textOf(seal(itemsOf(parts)).evidence.files, 'data/report.html');
			return /id="upcoming"[\s\S]*?<\/section>/.exec(report)?.[0] ?? '';
		};
		hire.decision.zone = 'Europe/Berlin';
		expect(sectionOf()).toContain('2026-11-16');
		hire.decision.zone = 'Pacific/Honolulu';
		expect(sectionOf()).not.toContain('2026-11-16');
		hire.decision.zone = 'No/Where';
		expect(sectionOf()).toContain('2026-11-16');
	});

	it('names the candidates that were left out, and what each read was of', () => {
		expect(plain).toContain('2 candidates left out of the population');
		expect(plain).toMatch(/started before the period<\/td>/);
		expect(plain).toMatch(
			/<th scope="row">\s*Lever, opportunities \(hires\)\s*<code class="digest">/,
		);
		expect(plain).toMatch(/<th scope="row">\s*Screening List\s*<code class="digest">/);
	});

	it('tells in words what the chart of start days shows', () => {
		expect(plain).toMatch(/\d+ of \d+ screenings were completed on or before the first day/);
		expect(plain).toMatch(/role="img"\s+aria-label="[^"]*1 to 7 days after: \d+ deviation/);
	});

	it('leads from the id of a check in a notice to the check, where there is one', () => {
		const report = reportOf({ notices: ['Not set up: SCR-02, XYZ-99. <b>'] });
		expect(report).toContain(
			'<li>Not set up: <a class="check-id" href="#check-SCR-02">SCR-02</a>, XYZ-99. &lt;b&gt;</li>',
		);
	});

	it('names nobody', () => {
		const { evidence } = seal(syntheticItems());
		for (const { path, content } of evidence.files) {
			for (const secret of ['Ana Muñoz', '山田', 'Siobh', 'example.com', 'HYPERLINK']) {
				expect(content.includes(secret), `${path} ${secret}`).toBe(false);
			}
		}
	});

	it('stays usable with thousands of results, and says where the rest is', () => {
		const large = reportOf({ hires: 3000, users: 400 });
		expect(large.length).toBeLessThan(4_000_000);
		expect(large).toMatch(
			/\d+ more are not shown\s+here, but under <a href="#check-SCR-0\d">SCR-0\d<\/a>\. All of\s+them are in <code>findings\.csv/,
		);
		expect((large.match(/<details class="card fail/g) ?? []).length).toBe(51);
	});

	it('says that there is nothing to look at when there is not', () => {
		const items = syntheticItems({ hires: 1, users: 1 });
		const report = textOf(seal(items).evidence.files, 'data/report.html');
		expect(report).toContain('No deviation, no warning, and nothing that could not be decided.');
	});

	it('is written without a head of the run, too', () => {
		const items = syntheticItems().filter(({ kind }) => kind !== 'run');
		const { evidence } = seal(items);
		const report = textOf(evidence.files, 'data/report.html');
		expect(report).toContain('ALTERED OR INCOMPLETE:');
		expect(report).toContain('id="check-SCR-02"');
		expect(evidence.summary.bagName).toBe('lever-evidence-2026-11-02T060000Z');
	});
});

describe('text that others wrote', () => {
	const attacks = [
		'<script>alert(1)</script>',
		'"><img src=x onerror=alert(1)>',
		"' onmouseover='alert(1)",
		'</style><script>alert(1)</script>',
		'<!--',
		'&lt;b&gt;',
		'`${alert(1)}`',
		'javascript:alert(1)',
		'\u202Egnp.exe',
		'a\u0000b',
	];

	it.each(attacks)('cannot leave its place: %j', (poison) => {
		const report = reportOf({ poison });
		expect(report).not.toContain('<script');
		expect(report).not.toContain('<img');
		expect(report).not.toContain('<!--');
		expect(report).not.toContain('\u202E');
		expect(report).not.toContain('\u0000');
		const structure = (text: string) => text.replace(/>[^<]*</g, '><').replace(/"[^"]*"/g, '""');
		expect(structure(reportOf({ poison: 'h'.repeat(poison.length) }))).toBe(structure(report));
	});

	it('is escaped whatever it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const { markup } = html`<p title="${text}">${text}</p>`;
				expect(markup.match(/[<>]/g)).toHaveLength(4);
				expect(markup.match(/"/g)).toHaveLength(2);
			}),
		);
	});

	it('becomes a link only if it is an https address', () => {
		expect(link('https://hire.lever.co/x', 'Open').markup).toContain('<a href="https://hire');
		for (const address of [
			'javascript:alert(1)',
			'http://x',
			'data:text/html,x',
			'',
			null,
			'//x',
		]) {
			expect(link(address, 'Open').markup).toBe('Open');
		}
	});
});

describe('links to confirm', () => {
	const toConfirm = {
		links: [
			{ subjectId: 'contact-1:opp-1', recordId: 'report-1', why: 'name-only' as const },
			{ subjectId: 'contact-2:opp-2', recordId: '=report,2', why: 'ambiguous' as const },
		],
		withoutReference: ['contact-3:opp-3'],
	};

	it('stand in the report and in a file, ready to be filled in', () => {
		const { files } = seal(syntheticItems({ toConfirm })).evidence;
		const report = textOf(files, 'data/report.html');
		expect(report).toContain('<h2 id="confirm">Links to confirm</h2>');
		expect(report).toContain('confirmed_match,contact-1:opp-1,report-1,,,,');
		expect(report).toMatch(/contact-3/);
		expect(textOf(files, 'data/links-to-confirm.csv')).toBe(
			[
				'\uFEFFtype,subject_id,record_id,requested_by,approved_by,approved_at,reason',
				'confirmed_match,contact-1:opp-1,report-1,,,,',
				'confirmed_match,contact-2:opp-2,"\'=report,2",,,,',
				'',
			].join('\n'),
		);
	});

	it('are no section where the run says nothing of them, and no file where there are none', () => {
		expect(plain).not.toContain('id="confirm"');
		const { files } = seal(
			syntheticItems({ toConfirm: { links: [], withoutReference: [] } }),
		).evidence;
		expect(textOf(files, 'data/report.html')).toContain('There is nothing to confirm.');
		expect(files.map(({ path }) => path)).not.toContain('data/links-to-confirm.csv');
	});
});
