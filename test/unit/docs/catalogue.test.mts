import { readFileSync } from 'node:fs';
import path from 'node:path';

import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';

import {
	FRAMEWORK_CONTROLS,
	FRAMEWORK_DOCUMENTS,
} from '../../../nodes/LeverCompliance/checks/frameworks.ts';
import { CHECKS } from '../../../nodes/LeverCompliance/checks/index.ts';
import { LIST_LABELS } from '../../../nodes/LeverCompliance/lists/index.ts';
import { settingsOf } from '../../../nodes/LeverCompliance/policy/index.ts';
import {
	betweenMarkers,
	checksDocument,
	checksTable,
	type Catalogue,
} from '../../../scripts/support/catalogue.mts';

const root = path.resolve(import.meta.dirname, '../../..');
const catalogue: Catalogue = {
	checks: CHECKS,
	settings: settingsOf(),
	documents: FRAMEWORK_DOCUMENTS,
	controls: FRAMEWORK_CONTROLS,
	lists: LIST_LABELS,
};

const formatted = async (file: string, text: string) =>
	await format(text, { ...(await resolveConfig(file)), filepath: file });

/** `node scripts/catalogue.mts` writes both anew. */
describe('the catalogue of checks', () => {
	it('is the one that docs/checks.md shows', async () => {
		const file = path.join(root, 'docs/checks.md');
		await expect(await formatted(file, checksDocument(catalogue))).toMatchFileSnapshot(file);
	});

	it('is the one that the README shows', async () => {
		const file = path.join(root, 'README.md');
		const text = betweenMarkers(readFileSync(file, 'utf8'), checksTable(catalogue));
		await expect(await formatted(file, text)).toMatchFileSnapshot(file);
	});

	it('names every check, setting and control once', () => {
		const text = checksDocument(catalogue);
		for (const { id, title, policyFields } of CHECKS) {
			expect(text.split(`### ${id} ${title}\n`)).toHaveLength(2);
			for (const field of policyFields) expect(text).toContain(`\`${field}\``);
		}
		expect(text).not.toMatch(/undefined|\[object/);
	});

	it('stops at a document without markers', () => {
		expect(() => betweenMarkers('# Title', 'text')).toThrow('checks:begin');
	});
});
