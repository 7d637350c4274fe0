import { parseArgs } from 'node:util';
import type { Command, Flag } from './flags.mts';
import { DEFAULT_PORT, FLAGS, GENERATED_FLAGS } from './flags.mts';

const HINT = 'mock-lever --help lists the options.';

/** Every option that stands on the command line, with its values in their order. */
function valuesByFlag(args: readonly string[]): Map<Flag, string[]> {
	const options = Object.fromEntries(
		FLAGS.map(({ name, value }) => [
			name,
			{ type: value === undefined ? ('boolean' as const) : ('string' as const) },
		]),
	);
	// Not strict: its refusals are several sentences each, and not about these options.
	const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
	const found = new Map<Flag, string[]>();
	for (const token of tokens) {
		if (token.kind === 'positional') {
			throw new Error(`"${token.value}" is no option. ${HINT}`);
		}
		if (token.kind !== 'option') continue;
		const flag = FLAGS.find(({ name }) => token.rawName === `--${name}`);
		if (flag === undefined) throw new Error(`There is no option "${token.rawName}". ${HINT}`);
		const { value } = token;
		if (flag.value === undefined && value !== undefined) {
			throw new Error(`--${flag.name} takes no value.`);
		}
		if (flag.value !== undefined && (value === undefined || value === '')) {
			throw new Error(`--${flag.name} needs a value: --${flag.name} ${flag.value}.`);
		}
		const before = flag.repeated ? (found.get(flag) ?? []) : [];
		found.set(flag, [...before, value ?? '']);
	}
	return found;
}

/** A size is meant for the generated company, whether or not somebody says so. */
function scenarioOf(found: ReadonlyMap<Flag, string[]>, named: string | undefined): string {
	const generated = [...found.keys()].find(({ name }) => GENERATED_FLAGS.includes(name));
	if (generated === undefined) return named ?? 'golden';
	if (named === undefined || named === 'generated') return 'generated';
	throw new Error(`--${generated.name} is for the scenario generated, not for ${named}.`);
}

/**
 * Reads the command line.
 *
 * @throws Error with a sentence for people
 */
export function readCommand(args: readonly string[]): Command {
	const found = valuesByFlag(args);
	const command: Command = {};
	for (const [flag, values] of found) Object.assign(command, flag.read(...values));
	return {
		port: DEFAULT_PORT,
		...command,
		scenario: scenarioOf(found, command.scenario),
	};
}
