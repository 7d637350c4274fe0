#!/usr/bin/env node
import type { Command } from './command/flags.mts';
import { HELP } from './command/help.mts';
import { readCommand } from './command/read.mts';
import { startLine, welcome } from './command/welcome.mts';
import { startMock } from './index.mts';

/** Known faults get a sentence of their own; the others have one already. */
function sentence(fault: unknown, { port, host }: Command): string {
	const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
	if (code === 'EADDRINUSE') {
		return `Port ${port} is in use. Choose another one with --port, or --port 0 for any free one.`;
	}
	if (code === 'EACCES' && port !== undefined && port < 1024) {
		return `Port ${port} is for administrators only. Choose one above 1023 with --port.`;
	}
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
		return `This machine has no address "${host}". Leave --host out, or give one of its own.`;
	}
	return fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);
}

function fail(fault: unknown, command: Command): void {
	process.stderr.write(`${sentence(fault, command)}\n`);
	process.exitCode = 2;
}

const TOLD = { json: startLine, nothing: () => '' };

async function main(): Promise<void> {
	let command: Command = {};
	try {
		command = readCommand(process.argv.slice(2));
		if (command.help) {
			process.stdout.write(HELP);
			return;
		}
		const mock = await startMock(command);
		// Before it is told: whoever reads that the mock is there may end it at once.
		for (const signal of ['SIGINT', 'SIGTERM'] as const) {
			process.once(signal, () => mock.close().catch((fault: unknown) => fail(fault, command)));
		}
		const tell = command.output === undefined ? welcome : TOLD[command.output];
		process.stdout.write(tell(mock, command));
	} catch (fault) {
		fail(fault, command);
	}
}

await main();
