import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Companion, LeverDatabase } from '../scenarios/records.mts';
import { emptyDatabase } from '../scenarios/records.mts';
import type { Account } from './account.mts';
import type { Complaint } from './references.mts';
import { strayReference } from './references.mts';

const SCHEMA = join(import.meta.dirname, 'account.schema.json');

/** An account file, once it is known to have the shape of account.schema.json. */
interface AccountFile {
	asOf: string;
	lever: Partial<LeverDatabase>;
	lists?: Partial<Companion>;
}

const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;

/** Of several complaints the innermost is the cause: the others say that none of the choices fits. */
function innermost(errors: readonly ErrorObject[]): Complaint {
	const [first, ...others] = errors;
	if (first === undefined) return { place: '', what: 'does not fit' };
	const cause = others.reduce((best, each) => (depth(each) > depth(best) ? each : best), first);
	const { instancePath, message = 'does not fit', params } = cause;
	const extra: unknown = Reflect.get(params, 'additionalProperty');
	const only: unknown = Reflect.get(params, 'allowedValue');
	if (only !== undefined) return { place: instancePath, what: `must be ${JSON.stringify(only)}` };
	const what = typeof extra === 'string' ? `may not have "${extra}"` : message;
	return { place: instancePath || '/', what };
}

function complaintOf(value: unknown): Complaint | null {
	const schema: object = JSON.parse(readFileSync(SCHEMA, 'utf8'));
	const validate = new Ajv2020({ strict: false }).compile(schema);
	return validate(value) ? null : innermost(validate.errors ?? []);
}

function parse(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch (fault) {
		const reason = fault instanceof Error ? fault.message.split('\n')[0] : String(fault);
		if (fault instanceof SyntaxError) throw new Error(`${file} is no JSON: ${reason}.`);
		throw new Error(`${file} cannot be read: ${reason}.`);
	}
}

/**
 * Reads an account file.
 *
 * @throws Error with a sentence that names the file and the place of the first wrong value
 */
export function readAccount(file: string): Account {
	const value = parse(file);
	const refuse = ({ place, what }: Complaint) =>
		new Error(`${file} is no account of mock-lever: ${place} ${what}.`);
	const wrong = complaintOf(value);
	if (wrong !== null) throw refuse(wrong);
	const { asOf, lever, lists } = value as AccountFile;
	const db: LeverDatabase = { ...emptyDatabase(), ...lever };
	const stray = strayReference(db);
	if (stray !== null) throw refuse(stray);
	const milliseconds = Date.parse(asOf);
	if (Number.isNaN(milliseconds)) throw refuse({ place: '/asOf', what: 'is no moment' });
	return {
		asOf: milliseconds,
		db,
		companion: { screening: [], staff: [], approvals: [], ...lists },
	};
}
