import { describe, expect, it } from 'vitest';

import { seal } from '../../../nodes/LeverEvidence/seal/seal.ts';
import { syntheticItems } from './support/syntheticRun.mts';
import { textOf } from './support/tampering.mts';

const ADDRESS = 'ada@example.com';

/** The sentence that Seal stops with after a change to the first item of a kind. */
function refusal(kind: string, change: (item: Record<string, unknown>) => void): string {
	const items: Array<Record<string, unknown>> = structuredClone(syntheticItems()).map((item) => ({
		...item,
	}));
	const item = items.find((one) => one.kind === kind);
	if (!item) throw new Error(`Nothing of the kind ${kind}`);
	change(item);
	try {
		seal(items);
	} catch (thrown) {
		return thrown instanceof Error ? thrown.message : String(thrown);
	}
	return '';
}

/** One that Seal takes in. */
function offer(): object {
	for (const item of syntheticItems()) {
		if (item.kind === 'hire' && item.offers[0]) return item.offers[0];
	}
	throw new Error('No hire has an offer');
}

describe('Seal and addresses (rules.md §10)', () => {
	it.each([
		['run', 'notices', [`ask ${ADDRESS}`]],
		['run', 'policy', { statuses: { [ADDRESS]: 'done' } }],
		['collection', 'rule', `Every row of ${ADDRESS}`],
		['finding', 'observed', { screeningRecords: [ADDRESS] }],
		['finding', 'subjectId', ADDRESS],
		['hire', 'jobTitle', `Engineer, ${ADDRESS}`],
		['hire', 'offers', [{ ...offer(), location: ADDRESS }]],
		['user', 'externalDirectoryId', ADDRESS],
		['opportunity', 'contact', encodeURIComponent(ADDRESS)],
		['definition', 'text', ADDRESS],
		['posting', 'title', `Engineer, ${ADDRESS}`],
		['requisition', 'requisitionCode', ADDRESS],
		['auditEvent', 'targetId', ADDRESS],
		['connection', 'scopes', [ADDRESS]],
		['screeningRecord', 'recordId', ADDRESS],
		['staffRecord', 'externalId', ADDRESS],
	])('stops for one in a %s, field %s, and does not repeat it', (kind, field, value) => {
		const sentence = refusal(kind, (item) => {
			item[field] = value;
		});
		expect(sentence).toBe(
			`An e-mail address stands in '${field}' of an item of the kind '${kind}', so no pack was made`,
		);
	});

	it('lets an at sign pass that is none, and addresses of the identities pack', () => {
		const title = (item: Record<string, unknown>) => {
			item.jobTitle = 'Engineer @ Berlin';
		};
		expect(refusal('hire', title)).toBe('');
		const { evidence, identities } = seal(syntheticItems());
		expect(textOf(identities.files, 'data/people.csv')).toContain('@example.com');
		for (const { path } of evidence.files) {
			expect(textOf(evidence.files, path)).not.toMatch(/\S@\S+\.\w/);
		}
	});
});
