import type { TestProject } from 'vitest/node';

import { compilePackage } from '../../../scripts/support/package.mts';

/** Compiles the nodes once per test run; every test file is told where they are. */
export default async function setup(project: TestProject): Promise<void> {
	project.provide('compiledPackage', await compilePackage());
}

declare module 'vitest' {
	export interface ProvidedContext {
		/** Folder with package.json and dist */
		compiledPackage: string;
	}
}
