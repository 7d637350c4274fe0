/** Writes account.schema.json anew: `npm run schema --workspace mock-lever`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { accountSchema } from './schema.mts';

const description = join(import.meta.dirname, '..', '..', 'api', 'lever.openapi.yaml');
const { components } = parse(readFileSync(description, 'utf8'));
const schema = accountSchema(components.schemas);
writeFileSync(
	join(import.meta.dirname, 'account.schema.json'),
	`${JSON.stringify(schema, null, '\t')}\n`,
);
