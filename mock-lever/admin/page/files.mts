import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageHtml } from './page.mts';

interface PageFile {
	/** Content type */
	type: string;
	body: string;
}

const onDisk = (name: string) => () => readFileSync(join(import.meta.dirname, name), 'utf8');

const FILES: Record<string, { type: string; read: () => string }> = {
	'/': { type: 'text/html', read: pageHtml },
	'/page.css': { type: 'text/css', read: onDisk('page.css') },
	'/page.js': { type: 'text/javascript', read: onDisk('page.js') },
};

/** @returns null for a path that is no part of the page */
export function pageFile(path: string): PageFile | null {
	const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
	return file === undefined ? null : { type: file.type, body: file.read() };
}
