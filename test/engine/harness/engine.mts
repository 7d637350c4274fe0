import { createRequire } from 'node:module';

import { inject } from 'vitest';

import type * as Core from 'n8n-core';
import type * as N8nWorkflow from 'n8n-workflow';

/**
 * n8n's engine and the compiled package, loaded the way n8n does it: by `require` and by
 * n8n's own loader. `import` would give a second copy of n8n-workflow, whose error classes are not
 * those that the nodes throw.
 */

const require = createRequire(import.meta.url);

export const core: typeof Core = require('n8n-core');
export const workflowLibrary: typeof N8nWorkflow = require('n8n-workflow');

/** n8n's loader; `loaded()` has read this package's nodes and credentials into it. */
let loading: Core.PackageDirectoryLoader | undefined;

/**
 * Nodes and credentials of the package. A file that does not load is left out here and named by
 * {@link notLoaded}, so that one unfinished node does not stop the tests of the others.
 */
export function loaded(): Core.PackageDirectoryLoader {
	if (loading) return loading;
	loading = new core.PackageDirectoryLoader(inject('compiledPackage'));
	const { nodes = [], credentials = [] } = loading.packageJson.n8n ?? {};
	for (const file of credentials) attempt(file, () => loading?.loadCredentialFromFile(file));
	for (const file of nodes) attempt(file, () => loading?.loadNodeFromFile(file));
	return loading;
}

/** File of the package → why it does not load. */
export const notLoaded = new Map<string, string>();

function attempt(file: string, load: () => void): void {
	try {
		load();
	} catch (error) {
		notLoaded.set(file, error instanceof Error ? error.message : String(error));
	}
}
