import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * Whether a command can be found on the PATH.
 *
 * @param {string} name
 * @returns {boolean}
 */
export function commandExists(name) {
	return (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
		try {
			accessSync(path.join(folder, name), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}
