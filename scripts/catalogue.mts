import { spawnSync } from 'node:child_process';

import { checkoutFolder, installedCommand } from './support/checkout.mts';

/**
 * Writes docs/checks.md, docs/lists.md and the README's table of checks anew. The tests that pin them make
 * them, since they can read checks and columns as they are in the source.
 */
const { status } = spawnSync(
	installedCommand('vitest'),
	['run', '--project', 'unit', 'test/unit/docs', '--update'],
	{ cwd: checkoutFolder, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
