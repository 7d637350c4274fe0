import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A policy that differs from the usual: a column of its own beside every expected result. */
export interface PolicyVariant {
	/** What the organisation decided, in one sentence */
	about: string;
	/** The rule that the decision is an example of */
	reference: string;
	/** The whole policy document, as Lever Compliance takes it */
	policy: Record<string, unknown>;
	/** What must be set in 'Options' of Evidence: Collect for its results; left out: nothing */
	collectOptions?: Record<string, boolean>;
}

const folder = join(import.meta.dirname, 'variants');

/** Name → variant, in the order of their names: the files of the folder `variants`. */
export const POLICY_VARIANTS: Readonly<Record<string, PolicyVariant>> = Object.fromEntries(
	readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => [
			file.replace(/\.json$/, ''),
			JSON.parse(readFileSync(join(folder, file), 'utf8')) as PolicyVariant,
		]),
);
