import { rateLimitOf } from '../access/commandLine.mts';
import { ADMIN_FROM } from '../admin/options.mts';
import { faultOf } from '../faults/commandLine.mts';
import { FAULT_PATHS } from '../faults/open.mts';
import type { MockOptions } from '../index.mts';
import { readInstant } from '../scenarios/clock.mts';
import { COMPANY_SHAPES } from '../scenarios/company/options.mts';
import { SCENARIOS, scenarioName } from '../scenarios/load.mts';
import {
	address,
	between,
	milliseconds,
	notNegative,
	oneOf,
	positive,
	wholeNumber,
} from './values.mts';

/** What a command line asks for. */
export interface Command extends MockOptions {
	/** How the start is told; default: in words */
	output?: 'json' | 'nothing';
	help?: true;
}

/** One option of the command line. Adding one is adding an entry to `FLAGS`. */
export interface Flag {
	/** Without the dashes */
	name: string;
	/** What its value is, as help shows it; left out: it stands alone */
	value?: string;
	/** One line or several */
	help: readonly string[];
	/** May stand more than once; else the last one counts */
	repeated?: true;
	/**
	 * @param values at least one; of an option that stands alone, the empty text
	 * @throws Error with a sentence that names the option
	 */
	read: (...values: string[]) => Command;
}

export const DEFAULT_PORT = 4010;

const scenarios = Object.entries(SCENARIOS).map(([name, { about }]) => `${name}: ${about}`);

/** Options of the scenario `generated` alone; with one of them it need not be named. */
export const GENERATED_FLAGS = ['seed', 'size', 'shape', 'hires', 'offers'];

export const FLAGS: readonly Flag[] = [
	{
		name: 'port',
		value: 'NUMBER',
		help: [`default ${DEFAULT_PORT}; 0 = any free one`],
		read: (text) => ({ port: between(0, 65_535)('port', text) }),
	},
	{
		name: 'host',
		value: 'ADDRESS',
		help: ['default 127.0.0.1, so that nobody else can reach it'],
		read: (host) => ({ host }),
	},
	{
		name: 'scenario',
		value: 'NAME',
		help: ['default golden', ...scenarios],
		read: (text) => ({ scenario: scenarioName(text) }),
	},
	{
		name: 'as-of',
		value: 'MOMENT',
		help: [
			'evidence date the data is arranged around, for instance',
			'2026-11-02T06:00:00Z; default now',
		],
		read(asOf) {
			readInstant(asOf);
			return { asOf };
		},
	},
	{
		name: 'size',
		value: 'NUMBER',
		help: ['opportunities of the scenario generated; default 1000'],
		read: (text) => ({ size: wholeNumber('size', text) }),
	},
	{
		name: 'seed',
		value: 'NUMBER',
		help: ['another seed generates another company; default 1'],
		read: (text) => ({ seed: wholeNumber('seed', text) }),
	},
	{
		name: 'shape',
		value: 'SHAPE',
		help: ['even (default), or skewed: most opportunities are new'],
		read: (text) => ({ shape: oneOf(COMPANY_SHAPES)('shape', text) }),
	},
	{
		name: 'hires',
		value: 'NUMBER',
		help: ['hires of the generated company; default 2 % of its size'],
		read: (text) => ({ hires: wholeNumber('hires', text) }),
	},
	{
		name: 'offers',
		value: 'NUMBER',
		help: ['its offers, those of the hires included'],
		read: (text) => ({ offers: wholeNumber('offers', text) }),
	},
	{
		name: 'db',
		value: 'FILE',
		help: [
			'keeps the account in this file: one that is there is loaded, a new one',
			'begins with the scenario; changes are saved',
		],
		read: (databaseFile) => ({ databaseFile }),
	},
	{
		name: 'mode',
		value: 'MODE',
		help: ['documented (default) or seed'],
		read: (text) => ({ mode: oneOf(['documented', 'seed'] as const)('mode', text) }),
	},
	{
		name: 'rate-limit',
		value: 'LIMIT',
		help: [
			'requests per second, or off; default 10, 20 at once; more after a',
			'colon, for instance 5:burst=8,retryAfter,startEmpty',
		],
		read: (text) => ({ rateLimit: rateLimitOf(text) }),
	},
	{
		name: 'latency',
		value: 'MILLISECONDS',
		help: ['every answer of the API waits this long'],
		read: (text) => ({ latencyMilliseconds: milliseconds('latency', text) }),
	},
	{
		name: 'jitter',
		value: 'MILLISECONDS',
		help: ['and up to this much longer'],
		read: (text) => ({ jitterMilliseconds: milliseconds('jitter', text) }),
	},
	{
		name: 'fault',
		value: 'RULE',
		help: [
			'what goes wrong, for instance unavailable:after=2,times=3; may be',
			'given more than once',
		],
		repeated: true,
		read: (...rules) => ({
			faults: rules.map((rule) => faultOf(rule, FAULT_PATHS)),
		}),
	},
	{
		name: 'fault-seed',
		value: 'NUMBER',
		help: ['of the chance in faults and jitter; default 1'],
		read: (text) => ({ faultSeed: wholeNumber('fault-seed', text) }),
	},
	{
		name: 'token-lifetime',
		value: 'SECONDS',
		help: ['how long OAuth access tokens work; default 3600'],
		read: (text) => ({ tokenLifetimeSeconds: positive('token-lifetime', text) }),
	},
	{
		name: 'redirect-uri',
		value: 'ADDRESS',
		help: ['registers a redirect URI beside those of this machine; may be given', 'more than once'],
		repeated: true,
		read: (...texts) => ({ redirectUris: texts.map((text) => address('redirect-uri', text)) }),
	},
	{
		name: 'lesser-roles',
		value: 'WHAT',
		help: [
			'what becomes of an app that is connected by anybody but a Super',
			'Admin: refused (default), or ownView: sees own opportunities only',
		],
		read: (text) => ({
			lesserRoles: oneOf(['refused', 'ownView'] as const)('lesser-roles', text),
		}),
	},
	{
		name: 'environment',
		value: 'NAME',
		help: ['production (default) or sandbox: tokens of the other one are refused'],
		read: (text) => ({
			environment: oneOf(['production', 'sandbox'] as const)('environment', text),
		}),
	},
	{
		name: 'webhooks',
		value: 'SWITCH',
		help: ['on (default) or off: whether registered webhooks are told of events'],
		read: (text) => ({ webhooks: oneOf(['on', 'off'] as const)('webhooks', text) === 'on' }),
	},
	{
		name: 'webhook-retry-factor',
		value: 'NUMBER',
		help: ['multiplies the waits between further tries (10 s to 2 h); default 1'],
		read: (text) => ({ webhookRetryFactor: notNegative('webhook-retry-factor', text) }),
	},
	{
		name: 'admin-from',
		value: 'WHERE',
		help: [
			'who may use the page and the API below /_mock: machine (this one,',
			'default), anywhere, or nowhere',
		],
		read: (text) => ({ adminFrom: oneOf(ADMIN_FROM)('admin-from', text) }),
	},
	{
		name: 'json',
		help: ['says with one line of JSON where it is'],
		read: () => ({ output: 'json' }),
	},
	{
		name: 'quiet',
		help: ['says nothing'],
		read: () => ({ output: 'nothing' }),
	},
	{
		name: 'help',
		help: ['shows this'],
		read: () => ({ help: true }),
	},
];
