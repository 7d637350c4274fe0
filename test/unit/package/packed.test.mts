import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

import { buildPackage } from '../../../scripts/support/package.mts';

/** The packed package: what a user installs, not what the checkout holds. */
let folder = '';
let files: string[] = [];

beforeAll(async () => {
	folder = (await buildPackage()).unpacked;
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	files = entries
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
		.sort();
});

const read = (file: string) => readFile(path.join(folder, file), 'utf8');

describe('files of the package', () => {
	it('are the pinned ones; after a deliberate change: npx vitest run test/unit/package -u', async () => {
		await expect(`${files.join('\n')}\n`).toMatchFileSnapshot('packedFiles.txt');
	});

	it('hold code, schemas, codex and icons only', () => {
		const known = [
			/^(LICENSE|README\.md|package\.json|dist\/package\.json)$/,
			/^dist\/(credentials|nodes)\/.+\.js$/,
			/^dist\/nodes\/\w+\/\w+\.node\.json$/,
			/^dist\/nodes\/\w+\/__schema__\/.+\.json$/,
			/^dist\/(nodes\/\w+|credentials\/icons)\/\w+(\.dark)?\.svg$/,
		];
		expect(files.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([]);
		expect(files.filter((file) => /test/i.test(file))).toEqual([]);
	});

	it('hold every icon that a node or credential names', async () => {
		const missing: string[] = [];
		let named = 0;
		for (const file of files.filter((name) => name.endsWith('.js'))) {
			for (const [, icon = ''] of (await read(file)).matchAll(/'file:([^']+)'/g)) {
				named += 1;
				if (!existsSync(path.join(folder, path.dirname(file), icon))) missing.push(icon);
			}
		}
		expect(missing).toEqual([]);
		expect(named).toBeGreaterThanOrEqual(8);
	});
});

describe('code of the package', () => {
	it('requires n8n-workflow, node:crypto and its own files, nothing else', async () => {
		const foreign: string[] = [];
		const seen = new Set<string>();
		for (const file of files.filter((name) => name.endsWith('.js'))) {
			const source = await read(file);
			for (const { fileName } of ts.preProcessFile(source, true, true).importedFiles) {
				seen.add(fileName);
				if (fileName === 'n8n-workflow' || fileName === 'node:crypto') continue;
				if (isOwnFile(path.join(folder, path.dirname(file)), fileName)) continue;
				foreign.push(`${file}: ${fileName}`);
			}
			// A name put together at run time could be anything.
			if (/\b(require|import)\s*\(\s*[^'"\s]/.test(source)) foreign.push(`${file}: computed name`);
		}
		expect(foreign).toEqual([]);
		expect(seen).toContain('n8n-workflow');
	});

	it('has no source maps', async () => {
		for (const file of files.filter((name) => name.endsWith('.js'))) {
			expect(await read(file)).not.toContain('sourceMappingURL');
		}
	});
});

/** A relative path counts only when it leads to a file inside the package. */
function isOwnFile(from: string, name: string): boolean {
	if (!/^\.\.?\//.test(name)) return false;
	const place = path.resolve(from, name);
	if (!place.startsWith(folder + path.sep)) return false;
	return [place, `${place}.js`, path.join(place, 'index.js')].some((candidate) =>
		files.includes(path.relative(folder, candidate)),
	);
}

describe('package.json', () => {
	it('says what n8n and npm need of a community node', async () => {
		const manifest = JSON.parse(await read('package.json'));
		expect(manifest).toMatchObject({ name: 'n8n-nodes-lever', license: 'MIT' });
		expect(manifest.keywords).toContain('n8n-community-node-package');
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest.dependencies ?? {}).toEqual({});
		expect(manifest).not.toHaveProperty('overrides');
		expect(manifest.n8n).toMatchObject({ n8nNodesApiVersion: 1, strict: true });
		for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
			expect(files).toContain(file);
		}
	});

	it('runs nothing when somebody installs the package', async () => {
		const manifest = JSON.parse(await read('package.json'));
		const forbidden = /^(pre|post)?(install|prepare|publish)$|^prepublish$/;
		expect(Object.keys(manifest.scripts).filter((name) => forbidden.test(name))).toEqual([]);
	});
});
