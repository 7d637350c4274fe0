import { describe, expect, it } from 'vitest';

import type { EvidenceItem, Finding, Run } from '../../../nodes/shared/contracts/index.ts';
import { seal } from '../../../nodes/LeverEvidence/seal/seal.ts';
import { WrongInput } from '../../../nodes/LeverEvidence/seal/wrongInput.ts';
import {
	itemsOf,
	syntheticItems,
	syntheticParts,
	type SyntheticOptions,
} from './support/syntheticRun.mts';
import { textOf, given, verify } from './support/tampering.mts';

const isFinding = (item: EvidenceItem): item is Finding => item.kind === 'finding';

/** What Seal finds wrong after something stood between it and Lever Compliance. */
function sealedAfter(change: (items: EvidenceItem[]) => readonly unknown[]) {
	const { evidence } = seal(change(structuredClone(syntheticItems())));
	return {
		...evidence.summary,
		files: evidence.files,
		report: textOf(evidence.files, 'data/report.html'),
	};
}

function without(predicate: (item: EvidenceItem) => boolean) {
	return (items: EvidenceItem[]) => {
		const index = items.findIndex(predicate);
		expect(index).toBeGreaterThan(-1);
		return items.filter((_, position) => position !== index);
	};
}

function changed<T extends EvidenceItem>(
	predicate: (item: EvidenceItem) => item is T,
	change: (item: T) => void,
) {
	return (items: EvidenceItem[]) => {
		const item = items.find(predicate);
		if (!item) throw new Error('Nothing to change');
		change(item);
		return items;
	};
}

const isKind =
	<Kind extends EvidenceItem['kind']>(kind: Kind) =>
	(item: EvidenceItem): item is Extract<EvidenceItem, { kind: Kind }> =>
		item.kind === kind;

const isRun = isKind('run');

describe('what Seal finds', () => {
	it('is nothing when everything arrived as it was', () => {
		const result = sealedAfter((items) => items);
		expect(result.alteredOrIncomplete).toEqual([]);
		expect(result).toMatchObject({ reliable: true, testData: false, limits: [] });
		expect(result.report).not.toContain('ALTERED OR INCOMPLETE');
		expect(result.report).toContain('This pack can be relied on for what was checked:');
	});

	it.each<[string, (items: EvidenceItem[]) => readonly unknown[], RegExp]>([
		[
			'a finding left out',
			without((item) => isFinding(item) && item.checkId === 'SCR-02' && item.status === 'fail'),
			/^1 finding of SCR-02 did not arrive$/,
		],
		[
			'every fail left out',
			(items) => items.filter((item) => !isFinding(item) || item.status !== 'fail'),
			/^4 findings of SCR-02 did not arrive$/,
		],
		[
			'a finding twice',
			(items) => [...items, ...items.filter(isFinding).slice(0, 1)],
			/^1 finding of SCR-01 too many arrived$/,
		],
		[
			'a status changed',
			changed(isFinding, (item) => {
				item.status = item.status === 'pass' ? 'fail' : 'pass';
			}),
			/^statuses of SCR-01 were changed$/,
		],
		[
			'a message changed',
			changed(isFinding, (item) => {
				item.message += ' ';
			}),
			/^findings of SCR-01 were changed$/,
		],
		[
			'a field added to a finding',
			(items) => items.map((item) => (isFinding(item) ? { ...item, extra: 1 } : item)),
			/^findings of SCR-01 were changed$/,
		],
		[
			'a finding of a check that the run does not know',
			(items) => [
				...items,
				...items
					.filter(isFinding)
					.slice(0, 1)
					.map((item) => ({ ...item, checkId: 'XXX-01' })),
			],
			/^1 finding of XXX-01, which this run did not make$/,
		],
		['a hire left out', without(isKind('hire')), /^1 of 24 items of hires did not arrive$/],
		[
			'a hire changed',
			changed(isKind('hire'), (item) => {
				item.startDate = '2020-01-01';
			}),
			/^hires were changed$/,
		],
		['a user left out', without(isKind('user')), /users did not arrive$/],
		['a read left out', without(isKind('collection')), /collections did not arrive$/],
		[
			'a read changed',
			changed(isKind('collection'), (item) => {
				item.records += 1;
			}),
			/^collections were changed$/,
		],
		['an identity left out', without(isKind('identity')), /identities did not arrive$/],
		['a match left out', without(isKind('match')), /matches did not arrive$/],
		[
			'a screening record too many',
			(items) => [...items, ...items.filter(isKind('screeningRecord')).slice(0, 1)],
			/^1 item of screening too many arrived$/,
		],
		[
			'the verdict of a check changed',
			changed(isRun, (run) => {
				for (const check of run.checks) check.verdictText = 'No deviations noted';
			}),
			/^the head of the run was changed: its own hash does not fit$/,
		],
		[
			'the policy changed',
			changed(isRun, (run) => {
				run.policy.organisationZone = 'Europe/Berlin';
			}),
			/^the policy was changed: its hash does not fit$/,
		],
		[
			'test data called production',
			(items) =>
				changed(isRun, (run) => {
					run.production = false;
				})(items),
			/^the head of the run was changed/,
		],
		['no head', without(isRun), /^the head of the run is missing/],
		[
			'a damaged head',
			(items) => items.map((item) => (isRun(item) ? { ...item, checks: 'none' } : item)),
			/^the head of the run is damaged/,
		],
		[
			'two heads',
			(items) => [...items, { ...(items.find(isRun) as Run), asOf: '2026-11-03T06:00:00.000Z' }],
			/^2 heads of a run arrived instead of one$/,
		],
		[
			'items of other nodes',
			(items) => [...items, { hello: 'world' }, { kind: 'other' }, { error: 'Request failed' }],
			/^3 items of an unknown kind arrived$/,
		],
		[
			'a damaged finding',
			(items) => items.map((item) => (isFinding(item) ? { ...item, evidence: null } : item)),
			/items of kind finding are damaged and left out$/,
		],
	])('names %s', (_, change, sentence) => {
		const result = sealedAfter(change);
		expect(result.alteredOrIncomplete).toContainEqual(expect.stringMatching(sentence));
		expect(result.reliable).toBe(false);
		expect(result.headline).toMatch(/^ALTERED OR INCOMPLETE: /);
		const body = result.report.slice(result.report.indexOf('<body>') + 6);
		const firstLine = body.replace(/<[^>]+>/g, ' ').trim();
		expect(firstLine).toMatch(/^ALTERED OR INCOMPLETE:/);
		const checks = JSON.parse(textOf(result.files, 'data/checks.json'));
		expect(checks.alteredOrIncomplete).toEqual(result.alteredOrIncomplete);
		expect(checks.reliable).toBe(false);
		expect(textOf(result.files, 'bag-info.txt')).toMatch(/^Lever-Altered-Or-Incomplete: /m);
		expect(textOf(result.files, 'bag-info.txt')).toMatch(/^Lever-Reliable: no$/m);

		const verification = verify(given(result.files));
		expect(verification.valid).toBe(true);
		expect(verification.alteredOrIncomplete).toEqual(result.alteredOrIncomplete);
		expect(verification.message).toContain('already ALTERED OR INCOMPLETE');
	});

	it.each([
		'../../../etc/cron.d',
		'2026-11-02',
		'now',
		'+010000-01-01T00:00:00Z',
		'2026-13-01T00:00:00Z',
	])('takes no evidence date for a folder name that is none: %s', (asOf) => {
		const result = sealedAfter(
			changed(isRun, (run) => {
				run.asOf = asOf;
			}),
		);
		expect(result.alteredOrIncomplete).toContainEqual(
			expect.stringMatching(/^the head of the run was changed/),
		);
		expect(result.bagName).toBe('lever-evidence-2026-11-02T060000Z');
	});

	it('changes no status, whatever it finds', () => {
		const items = syntheticItems();
		const { evidence } = seal(items.filter((item) => item.kind !== 'hire'));
		const before = items.filter(isFinding).map(({ fingerprint, status }) => [fingerprint, status]);
		const after = textOf(evidence.files, 'data/findings.jsonl')
			.split('\n')
			.filter(Boolean)
			.map((line) => JSON.parse(line))
			.map(({ fingerprint, status }) => [fingerprint, status]);
		expect(after.sort()).toEqual(before.sort());
	});

	it('keeps fields that no contract names out of the pack', () => {
		const result = sealedAfter((items) =>
			items.map((item) => (item.kind === 'hire' ? { ...item, phone: '+49 30 12345' } : item)),
		);
		expect(result.alteredOrIncomplete).toContain('hires were changed');
		const all = result.files.map(({ content }) => content.toString('utf8')).join('\n');
		expect(all).not.toContain('12345');
	});

	it.each<[string, object, RegExp]>([
		['the summary of Exceptions', { kind: 'summary', headline: '' }, /'Exceptions'/],
		['an item of Exceptions', { kind: 'finding', subjectLabel: 'Ana' }, /'Exceptions'/],
		['a hire from Lever', { kind: 'hire', identity: { name: 'Ana' } }, /'Lever'/],
		['a user from Lever', { kind: 'user', name: 'Ana', email: 'a@example.com' }, /'Lever'/],
	])('stops at %s', (_, item, sentence) => {
		const attempt = () => seal([...syntheticItems(), item]);
		expect(attempt).toThrow(WrongInput);
		expect(attempt).toThrow(sentence);
	});

	it('stops when nothing comes from Lever Compliance', () => {
		expect(() => seal([{ id: '1', stage: 'Applied' }])).toThrow(/comes from 'Lever Compliance'/);
		expect(() => seal([{}])).toThrow(WrongInput);
	});

	it('says what could not be read, and that it is test data', () => {
		const { evidence } = seal(syntheticItems({ production: false, incomplete: true }));
		expect(evidence.summary).toMatchObject({
			reliable: false,
			testData: true,
			alteredOrIncomplete: [],
			limits: ['offers: Lever answered 403: the key may not read offers.'],
		});
		expect(evidence.summary.headline).toMatch(/^TEST DATA, NOT EVIDENCE: \d+ deviations/);
	});

	it.each<[string, SyntheticOptions, string]>([
		[
			'a list that is too old',
			{
				screeningDoubts: [
					{
						reason: 'tooOld',
						text: 'the Screening List is 32 days old and the policy allows 7',
					},
				],
			},
			'The Screening List is 32 days old and the policy allows 7.',
		],
		[
			'a staff list of leavers only (rules.md §7)',
			{
				staffDoubts: [{ reason: 'leaversOnly', text: 'the Staff List names no current employee' }],
			},
			'The Staff List names no current employee.',
		],
		[
			'items that were lost before Lever Compliance',
			{
				shortfalls: [
					{ purpose: 'offers', reason: 'altered', text: 'The record of the offers is missing' },
				],
			},
			'The record of the offers is missing.',
		],
	])('is never relied on with %s', (_, options, limit) => {
		const { evidence } = seal(syntheticItems(options));
		expect(evidence.summary).toMatchObject({
			reliable: false,
			testData: false,
			alteredOrIncomplete: [],
			limits: [limit],
		});
		const report = textOf(evidence.files, 'data/report.html');
		expect(report).not.toContain('This pack can be relied on');
		expect(report).toContain(limit);
		expect(report).toContain('Results that rest on it are marked “could not be decided”.');
		expect(textOf(evidence.files, 'bag-info.txt')).toMatch(/^Lever-Reliable: no$/m);
	});

	it('is never relied on when the check of completeness failed', () => {
		const parts = syntheticParts();
		const failed = parts.findings.map((finding) =>
			finding.checkId === 'IPE-01' && finding.evidence.length > 0
				? { ...finding, status: 'fail' as const, message: 'Lever gave 5 records twice' }
				: finding,
		);
		const { evidence } = seal(itemsOf({ ...parts, findings: failed }));
		expect(evidence.summary).toMatchObject({
			reliable: false,
			alteredOrIncomplete: [],
			limits: ['Lever gave 5 records twice.'],
		});
	});

	it('says that unseen people were not tested, not that they were marked', () => {
		const parts = syntheticParts();
		const hidden = parts.collections.map((collection) =>
			collection.source === 'lever' && collection.purpose === 'hires'
				? {
						...collection,
						visibility: { ...collection.visibility, confidential: 'forbidden' as const },
					}
				: collection,
		);
		const { evidence } = seal(itemsOf({ ...parts, collections: hidden }));
		const report = textOf(evidence.files, 'data/report.html');
		expect(evidence.summary).toMatchObject({ reliable: false, alteredOrIncomplete: [] });
		expect(report).toContain('Who could not be seen was not tested.');
		expect(report).not.toContain('Results that rest on it');
	});

	it('does not speak of marked results when none is marked', () => {
		const options: SyntheticOptions = { incomplete: true };
		const parts = syntheticParts(options);
		const decided = parts.findings.filter(({ status }) => status !== 'indeterminate');
		const { evidence } = seal(itemsOf({ ...parts, findings: decided }, options));
		expect(evidence.summary).toMatchObject({ reliable: false, alteredOrIncomplete: [] });
		expect(textOf(evidence.files, 'data/report.html')).not.toContain('Results that rest on it');
	});

	it('says what was not set up beside that the pack can be relied on', () => {
		const { evidence } = seal(syntheticItems());
		const report = textOf(evidence.files, 'data/report.html');
		expect(evidence.summary.reliable).toBe(true);
		expect(report).toContain('This pack can be relied on for what was checked:');
		expect(report).toContain('Not checked: <a class="check-id" href="#check-UAR-02">UAR-02</a>.');
	});

	it('does not call a run production whose reads were not', () => {
		const items = syntheticItems().map((item) =>
			item.kind === 'collection' && item.source === 'lever' && item.resource === 'users'
				? { ...item, production: false }
				: item,
		);
		expect(seal(items).evidence.summary.testData).toBe(true);
		expect(seal(items.filter(({ kind }) => kind !== 'collection')).evidence.summary.testData).toBe(
			true,
		);
	});
});

describe('the stamp', () => {
	const { evidence, identities } = seal(syntheticItems({ production: false }));
	const all = [...evidence.files, ...identities.files];

	it.each([
		'data/report.html',
		'data/findings.csv',
		'data/joiners.csv',
		'data/people.csv',
		'data/run.json',
		'data/checks.json',
		'data/collections.json',
		'data/about.json',
		'bag-info.txt',
	])('stands at the beginning of %s', (path) => {
		const text = textOf(all, path);
		expect(
			text.slice(0, text.indexOf('TEST DATA, NOT EVIDENCE') + 1).split('\n').length,
		).toBeLessThan(path.endsWith('.html') ? 20 : 4);
	});

	it('stands nowhere in a pack from production', () => {
		const { evidence: real, identities: people } = seal(syntheticItems());
		for (const { path, content } of [...real.files, ...people.files]) {
			expect(content.includes('TEST DATA'), path).toBe(false);
		}
	});
});
