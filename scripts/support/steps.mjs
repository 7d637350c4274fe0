import { spawn } from 'node:child_process';

/**
 * Long steps that a person waits for: what is happening, how long already, and the last lines of the
 * output if it goes wrong. Plain JavaScript without dependencies, because `bootstrap.mjs` needs it
 * before anything is installed.
 */

/** A sentence for the person at the terminal; printed without a stack. */
export class PlainMessage extends Error {
	/**
	 * @param {string} message what happened, then what to do
	 * @param {number} [exitCode]
	 */
	constructor(message, exitCode = 1) {
		super(message);
		this.name = 'PlainMessage';
		this.exitCode = exitCode;
	}
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends every process that was started here, with everything below it. */
export function endSteps() {
	for (const child of running) endGroup(child, 'SIGTERM');
}

/**
 * Signals a child that was started `detached`, and everything that it started.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function endGroup(child, signal) {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch (error) {
		// ESRCH: the group has ended already.
		if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
	}
}

/**
 * Runs a command and shows what it is for and the time it takes.
 *
 * @param {string} label what is happening, for instance "Installing n8n 2.41.1 (2 to 5 minutes, once)"
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, detail?: () => string, onOutput?: (text: string) => void, quiet?: boolean }} [options]
 *   `detail` adds to the live line, for instance a count of packages; `onOutput` sees the output as it comes;
 *   `quiet` shows nothing
 * @returns {Promise<string>} standard output
 * @throws {PlainMessage} with the last lines of the output when the command does not end with 0
 */
export async function runStep(label, command, args, options = {}) {
	const progress = options.quiet ? { end() {} } : showProgress(label, options.detail);
	// A process group of its own: Ctrl-C reaches us first, and endSteps() then ends the whole group.
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: withoutOuterPackage(options.env ?? process.env),
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	running.add(child);
	let standardOutput = '';
	let everything = '';
	/** @param {string} text */
	const keep = (text) => {
		everything += text;
		options.onOutput?.(text);
	};
	child.stdout.setEncoding('utf8').on('data', (text) => {
		standardOutput += text;
		keep(text);
	});
	child.stderr.setEncoding('utf8').on('data', keep);
	try {
		const code = await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('close', resolve);
		});
		if (code !== 0) {
			const tail = plain(everything).trimEnd().split('\n').slice(-25).join('\n');
			throw new PlainMessage(`${label}: stopped with exit code ${code}.\n${tail}`);
		}
	} catch (error) {
		progress.end('stopped');
		if (error instanceof PlainMessage) throw error;
		const reason = error instanceof Error ? error.message : String(error);
		throw new PlainMessage(`${label}: "${command}" could not be started (${reason}).`);
	} finally {
		running.delete(child);
	}
	progress.end('done');
	return standardOutput;
}

/**
 * Text without the control sequences and the turning wheels that commands draw for a terminal.
 *
 * @param {string} text
 */
function plain(text) {
	return text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replace(/[◐◓◑◒] [^◐◓◑◒\n]*/g, '');
}

/**
 * `npm run` tells its children which package they belong to; an npm started in another folder must not
 * believe that.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function withoutOuterPackage(env) {
	return Object.fromEntries(
		Object.entries(env).filter(
			([name]) => !/^npm_(package_|lifecycle_|config_local_prefix$)/.test(name),
		),
	);
}

/**
 * A live line on a terminal; elsewhere one line at the start, one every 20 seconds and one at the end.
 *
 * @param {string} label
 * @param {() => string} [detail]
 */
export function showProgress(label, detail) {
	const terminal = process.stderr.isTTY === true;
	const startedAt = Date.now();
	const seconds = () => Math.round((Date.now() - startedAt) / 1000);
	const line = () => `… ${label}, ${seconds()} s${detail ? `, ${detail()}` : ''}`;
	process.stderr.write(terminal ? line() : `… ${label}\n`);
	const timer = setInterval(
		() => process.stderr.write(terminal ? `\r\x1b[K${line()}` : `${line()}\n`),
		terminal ? 1000 : 20_000,
	);
	return {
		/** @param {'done' | 'stopped'} outcome */
		end(outcome) {
			clearInterval(timer);
			const mark = outcome === 'done' ? '✓' : '✗';
			const text = `${mark} ${label}, ${seconds()} s\n`;
			process.stderr.write(terminal ? `\r\x1b[K${text}` : text);
		},
	};
}
