import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';
import { expect } from 'vitest';

import type { MockLever } from '../../../mock-lever/index.mts';
import type { NodeRun } from '../harness/index.mts';

/** What a person gets from one run: records, how they were read, and what did not work. */
export interface Outcome {
	/** `kind/id hash`, sorted: order and pairing are tested elsewhere. Hashes, so that a difference is readable */
	records: string[];
	collections: IDataObject[];
	/** What the node says went wrong: items, hints, collection records */
	said: string[];
}

const isCollection = ({ kind }: IDataObject) => kind === 'collection';
const isFault = (json: IDataObject) => typeof json['error'] === 'string';
/** Whose id a record has; one of a file names its opportunity, too. */
const ID_FIELDS = [
	'hireId',
	'auditEventId',
	'userId',
	'fileRecordId',
	'opportunityId',
	'postingId',
	'requisitionId',
	'connectionId',
	'id',
];
const idOf = (json: IDataObject) =>
	String(ID_FIELDS.map((field) => json[field]).find((id) => id !== undefined));

export const recordsOf = (run: NodeRun): IDataObject[] =>
	run.outputs
		.flatMap((output) => output.map(({ json }) => json))
		.filter((json) => !isCollection(json) && !isFault(json));

export function outcomeOf(run: NodeRun): Outcome {
	const items = run.outputs.flatMap((output) => output.map(({ json }) => json));
	const collections = items.filter(isCollection);
	const line = (json: IDataObject) => {
		const hash = createHash('sha256').update(JSON.stringify(json)).digest('hex').slice(0, 12);
		return `${String(json['kind'] ?? 'record')}/${String(json['definitionType'] ?? '')}${idOf(json)} ${hash}`;
	};
	return {
		records: recordsOf(run).map(line).sort(),
		collections,
		said: [
			...(run.error ? [`${run.error.message} ${run.error.description}`] : []),
			...items.filter(isFault).map((json) => String(json['error'])),
			...collections.flatMap(({ incompleteBecause }) => incompleteBecause ?? []).map(String),
			...run.hints.map(({ message }) => message),
		],
	};
}

export const incomplete = ({ collections }: Outcome) =>
	collections.filter(({ complete }) => complete !== true);

/** Collection records that say that a part was hidden, without an incomplete read. */
export const narrowed = ({ collections }: Outcome) =>
	collections.filter(({ visibility, refusedExpansions }) => {
		const { confidential } = (visibility ?? {}) as IDataObject;
		return confidential === 'forbidden' || refusedExpansions !== undefined;
	});

/** Whatever goes wrong: nothing is lost in silence, nothing is doubled, nothing secret is said. */
export function expectHonest(outcome: Outcome, truth: Outcome, mock: MockLever): void {
	const ids = outcome.records.map((record) => record.replace(/ \w+$/, ''));
	expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	if (incomplete(outcome).length === 0 && narrowed(outcome).length === 0) {
		expect(outcome.records).toEqual(truth.records);
	}
	for (const { complete, incompleteBecause } of outcome.collections) {
		expect(typeof incompleteBecause).toBe(complete === true ? 'undefined' : 'string');
	}
	const said = outcome.said.join('\n');
	for (const secret of Object.values(mock.keys)) expect(said).not.toContain(secret);
	expect(said).not.toContain('@example.com');
	expect(said).not.toMatch(/\bat .+\.(js|ts):\d/);
	expect(said).not.toMatch(/undefined|\[object|ECONN|axios/i);
}
