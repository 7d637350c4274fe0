import path from 'node:path';

/** Root folder of the checkout. */
export const checkoutFolder = path.resolve(import.meta.dirname, '..', '..');

/** Node 24 as installed by bootstrap.mjs; whatever runs this file is that Node already. */
export const nodeBinary = process.execPath;

/** A path inside the checkout. */
export function inCheckout(...parts: string[]): string {
	return path.join(checkoutFolder, ...parts);
}

/** A command that a devDependency brings, for instance `vitest`. */
export function installedCommand(name: string): string {
	return inCheckout('node_modules', '.bin', name);
}
