import { endSteps, PlainMessage } from './steps.mjs';

type CleanUp = () => Promise<void> | void;

const cleanUps: CleanUp[] = [];

/** Registers what must be undone when the program ends, however it ends; the last one first. */
export function atEnd(cleanUp: CleanUp): void {
	cleanUps.push(cleanUp);
}

/**
 * Runs a program to its exit code. Ctrl-C and a kill signal end it in the same orderly way as its own end:
 * everything registered with {@link atEnd} is undone, so that no process and no half-written
 * output is left.
 */
export async function runProgram(program: () => Promise<number>): Promise<void> {
	let ending: Promise<void> | undefined;
	const end = (code: number): Promise<void> => (ending ??= undo().then(() => process.exit(code)));
	const stopSignals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
	for (const [signal, code] of Object.entries(stopSignals)) {
		process.on(signal, () => void end(code));
	}
	try {
		await end(await program());
	} catch (error) {
		// After Ctrl-C every step that was running stops with a complaint that nobody needs.
		if (ending) return;
		console.error(error instanceof PlainMessage ? error.message : error);
		await end(error instanceof PlainMessage ? error.exitCode : 1);
	}
}

async function undo(): Promise<void> {
	endSteps();
	for (const cleanUp of cleanUps.reverse()) {
		try {
			await cleanUp();
		} catch (error) {
			console.error(error);
		}
	}
}
