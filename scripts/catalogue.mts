import { spawnSync } from 'node:child_process';

import { checkoutFolder, installedCommand } from './support/checkout.mts';

/**
 * Writes docs/checks.md and the README's table of checks anew. The test that pins them makes them, since it
 * can read the checks as they are in the source.
 */
const { status } = spawnSync(
	installedCommand('vitest'),
	['run', '--project', 'unit', 'test/unit/docs/catalogue.test.mts', '--update'],
	{ cwd: checkoutFolder, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
