/**
 * Entry of every npm script: `node scripts/bootstrap.mjs <command> [arguments]`.
 *
 * Plain JavaScript for Node 20 without dependencies, because it runs before anything is installed. It
 * installs what package-lock.json names, once per lock file, and hands over to scripts/<command>.mts under
 * the Node 24 that comes with it.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { endSteps, PlainMessage, runStep } from './support/steps.mjs';

const commands = [
	'demo',
	'start',
	'test',
	'mock',
	'bench',
	'benchMock',
	'benchChecks',
	'catalogue',
	'gates',
];
const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(checkout, 'node_modules');
const stamp = path.join(modules, '.installed-from');
const nodeFolder = path.join(modules, 'node', 'bin');

/** @type {import('node:child_process').ChildProcess | undefined} */
let child;
let interrupted = false;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
	process.on(signal, () => {
		// A terminal sends Ctrl-C to the child as well; the child takes the second one for the first.
		if (child) child.kill(signal);
		else {
			interrupted = true;
			endSteps();
		}
	});
}

try {
	const [command = '', ...rest] = process.argv.slice(2);
	if (!commands.includes(command)) {
		throw new PlainMessage(`Say which of these to run: ${commands.join(', ')}.`, 2);
	}
	refuseOldNode();
	await installDependencies();
	process.exitCode = await handOver(command, rest);
} catch (error) {
	if (!(error instanceof PlainMessage)) throw error;
	if (!interrupted) console.error(error.message);
	process.exitCode = interrupted ? 130 : error.exitCode;
}

function refuseOldNode() {
	const [major = 0] = process.versions.node.split('.').map(Number);
	if (major >= 20) return;
	throw new PlainMessage(
		`This needs Node.js 20 or newer, and this is ${process.versions.node}. Install a newer Node.js from https://nodejs.org and start again.`,
	);
}

/** Installs the development dependencies unless the ones there come from the same lock file. */
async function installDependencies() {
	const wanted = createHash('sha256')
		.update(readFileSync(path.join(checkout, 'package-lock.json')))
		.digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	// The Node 24 inside node_modules is about to be replaced: do not run npm on it.
	const PATH = (process.env.PATH ?? '')
		.split(path.delimiter)
		.filter((folder) => !folder.startsWith(modules))
		.join(path.delimiter);
	const options = { cwd: checkout, env: { ...process.env, PATH } };
	await runStep('Installing the dependencies, about a minute', 'npm', installArguments(), options);
	await runStep(
		'Installing Node 24 beside them',
		'npm',
		['rebuild', 'node', '--ignore-scripts=false'],
		options,
	);
	writeFileSync(stamp, wanted);
}

/** Install scripts of the packages are never needed; `node` gets its own step. */
function installArguments() {
	return ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
}

/**
 * @param {string} command
 * @param {string[]} rest
 * @returns {Promise<number>} exit code
 */
async function handOver(command, rest) {
	const script = path.join(checkout, 'scripts', `${command}.mts`);
	const PATH = [nodeFolder, path.join(modules, '.bin'), process.env.PATH ?? ''].join(
		path.delimiter,
	);
	const started = spawn(path.join(nodeFolder, 'node'), [script, ...rest], {
		stdio: 'inherit',
		env: { ...process.env, PATH },
	});
	child = started;
	return new Promise((resolve, reject) => {
		started.once('error', reject);
		started.once('close', (code, signal) => {
			resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
		});
	});
}
