import { parseArgs } from 'node:util';
import type { MockOptions } from './index.mts';
import { readInstant } from './scenarios/clock.mts';
import { SCENARIOS, scenarioName } from './scenarios/load.mts';
import type { Mode } from './server/call.mts';

const MODES: readonly Mode[] = ['documented', 'seed'];
const DEFAULT_PORT = 4010;

const scenarios = Object.entries(SCENARIOS)
	.map(([name, { about }]) => `                      ${name}: ${about}`)
	.join('\n');

export const HELP = `mock-lever: a mock of the Lever Data API

  --port NUMBER       default ${DEFAULT_PORT}; 0 = any free one
  --host ADDRESS      default 127.0.0.1, so that nobody else can reach it
  --scenario NAME     default golden
${scenarios}
  --as-of MOMENT      evidence date the data is arranged around, for instance
                      2026-11-02T06:00:00Z; default now
  --mode MODE         documented (default) or seed
  --rate-limit LIMIT  requests per second, or off; default 10, 20 at once
  --help
`;

function portOf(text: string): number {
	const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
	if (!(port <= 65_535)) throw new Error(`--port needs a number from 0 to 65535, not "${text}".`);
	return port;
}

function modeOf(text: string): Mode {
	const mode = MODES.find((each) => each === text);
	if (mode === undefined) throw new Error(`--mode is ${MODES.join(' or ')}, not "${text}".`);
	return mode;
}

function rateLimitOf(text: string): MockOptions['rateLimit'] {
	if (text === 'off') return false;
	const perSecond = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
	if (perSecond <= 0) {
		throw new Error(`--rate-limit needs requests per second or off, not "${text}".`);
	}
	return { perSecond, burst: Math.max(1, Math.round(perSecond * 2)) };
}

/**
 * Reads the command line.
 *
 * @returns null when help is asked for
 * @throws Error with one sentence for people
 */
export function cliOptions(args: readonly string[]): MockOptions | null {
	const { values } = parseArgs({
		args: [...args],
		options: {
			port: { type: 'string' },
			host: { type: 'string' },
			scenario: { type: 'string' },
			'as-of': { type: 'string' },
			mode: { type: 'string' },
			'rate-limit': { type: 'string' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) return null;
	const asOf = values['as-of'] ?? new Date().toISOString();
	readInstant(asOf);
	return {
		port: values.port === undefined ? DEFAULT_PORT : portOf(values.port),
		host: values.host,
		scenario: scenarioName(values.scenario ?? 'golden'),
		asOf,
		mode: values.mode === undefined ? undefined : modeOf(values.mode),
		rateLimit: values['rate-limit'] === undefined ? undefined : rateLimitOf(values['rate-limit']),
	};
}
