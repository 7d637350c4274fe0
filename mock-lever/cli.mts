#!/usr/bin/env node
import { cliOptions, HELP } from './cliOptions.mts';
import type { MockLever, MockOptions } from './index.mts';
import { startMock } from './index.mts';
import { KEYS } from './access/keys.mts';

function welcome(mock: MockLever, options: MockOptions): string {
	const keys = Object.values(KEYS).map(({ key, about }) => `  ${key.padEnd(31)}${about}`);
	return `mock-lever, scenario ${options.scenario}, evidence date ${options.asOf}

Base URL        ${mock.baseUrl}
Request log     ${mock.url}/_mock/requests
Lists           ${mock.url}/companion/screening.csv, staff.csv, approvals.csv

API keys
${keys.join('\n')}

OAuth2          client ${mock.oauth.clientId}, secret ${mock.oauth.clientSecret}
                ${mock.oauth.authorizeUrl}
                ${mock.oauth.tokenUrl}
                audience ${mock.oauth.audience}

Try
  curl -u ${mock.keys.all}: '${mock.baseUrl}/opportunities?limit=2'

Stop with Ctrl-C.
`;
}

/** Known faults get a sentence of their own; the others have one already. */
function sentence(fault: unknown, options: MockOptions | null): string {
	const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
	if (code === 'EADDRINUSE') {
		return `Port ${options?.port} is in use. Choose another one with --port, or --port 0 for any free one.`;
	}
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
		return `This machine has no address "${options?.host}". Leave --host out, or give one of its own.`;
	}
	return fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);
}

async function main(): Promise<void> {
	let options: MockOptions | null = null;
	try {
		options = cliOptions(process.argv.slice(2));
		if (options === null) {
			process.stdout.write(HELP);
			return;
		}
		const mock = await startMock(options);
		process.stdout.write(welcome(mock, options));
		for (const signal of ['SIGINT', 'SIGTERM'] as const) {
			process.once(signal, () => void mock.close());
		}
	} catch (fault) {
		process.stderr.write(`${sentence(fault, options)}\n`);
		process.exitCode = 2;
	}
}

await main();
