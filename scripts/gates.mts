import { readArguments } from './support/arguments.mts';
import { runGates } from './support/gates.mts';
import { runProgram } from './support/program.mts';

/** `npm run gates`: everything that must hold before the package is published, besides the tests. */
await runProgram(async () => {
	readArguments({}, 'Usage: npm run gates');
	const { passed, failed } = await runGates();
	console.log(`\n${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
});
