import { spawn } from 'node:child_process';

import { inCheckout, nodeBinary } from './support/checkout.mts';
import { atEnd, runProgram } from './support/program.mts';

/** `npm run mock -- …`: the mock Lever until Ctrl-C. Its own command line reads the arguments. */
await runProgram(async () => {
	const mock = spawn(nodeBinary, [inCheckout('mock-lever', 'cli.mts'), ...process.argv.slice(2)], {
		stdio: 'inherit',
	});
	atEnd(() => void mock.kill('SIGTERM'));
	return new Promise((resolve, reject) => {
		mock.once('error', reject);
		mock.once('close', (code) => resolve(code ?? 1));
	});
});
