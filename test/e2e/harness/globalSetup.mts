import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { TestProject } from 'vitest/node';

import { makeN8nFolder } from '../../../scripts/support/n8nFolder.mts';
import { installN8n } from '../../../scripts/support/n8nInstallation.mts';
import type { N8nInstallation } from '../../../scripts/support/n8nInstallation.mts';
import { buildPackage } from '../../../scripts/support/package.mts';

/** Installs n8n if needed and prepares one user folder with the packed package, to be copied per test. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const installation = await installN8n();
	const folder = await mkdtemp(path.join(tmpdir(), 'lever-e2e-'));
	await makeN8nFolder(installation, await buildPackage(), path.join(folder, 'prepared'));
	project.provide('installation', installation);
	project.provide('preparedFolder', path.join(folder, 'prepared'));
	return () => rm(folder, { recursive: true, force: true });
}

declare module 'vitest' {
	export interface ProvidedContext {
		installation: N8nInstallation;
		/** An n8n user folder with database and package */
		preparedFolder: string;
	}
}
