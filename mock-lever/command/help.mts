import { FLAGS } from './flags.mts';

const GAP = 2;
const names = FLAGS.map(
	({ name, value }) => `  --${name}${value === undefined ? '' : ` ${value}`}`,
);
const width = Math.max(...names.map((name) => name.length)) + GAP;

const lines = FLAGS.flatMap(({ help }, index) =>
	help.map(
		(line, position) => `${(position === 0 ? (names[index] ?? '') : '').padEnd(width)}${line}`,
	),
);

export const HELP = `mock-lever: a mock of the Lever Data API\n\n${lines.join('\n')}\n`;
