import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { aHired, aSuperAdmin, collectionOf, employed, screened } from '../../unit/run/company.mts';
import { withGivenItems } from '../../../nodes/shared/givenItems.ts';
import { failedItem, items } from '../harness/index.mts';
import { check, type Inputs } from './checking.mts';

const RECORDS = [collectionOf('hires'), collectionOf('offers'), collectionOf('users')];
const PEOPLE = [aHired(), aSuperAdmin()];
const LEVER = items([...withGivenItems(RECORDS, PEOPLE), ...PEOPLE]);
const SCREENING = items([screened()]);
const STAFF = items([employed('a'), employed('x', { email: 'user-admin@example.com' })]);

const stateOf = async (inputs: Inputs, list: string) =>
	(await check(inputs)).run.lists.find((one) => one.list === list)?.state;

describe('what is wired to an input', () => {
	it.each([
		['nothing', { 0: LEVER }, 'notConnected'],
		['a node that gave no item', { 0: LEVER, 1: [] }, 'empty'],
		['a node that gave rows', { 0: LEVER, 1: SCREENING }, 'read'],
		[
			'a node that failed and went on',
			{ 0: LEVER, 1: [failedItem('Request failed with 500')] },
			'failed',
		],
	])('%s', async (_name, inputs: Inputs, state) => {
		expect(await stateOf(inputs, 'screeningList')).toBe(state);
	});

	it('is told for every input, also between two that are wired', async () => {
		const { run } = await check({ 0: LEVER, 2: STAFF, 4: items([{ any: 'row' }]) });
		expect(run.lists.map(({ state }) => state)).toEqual([
			'notConnected',
			'read',
			'notConnected',
			'failed',
		]);
		expect(run.notices.join(' ')).toContain('Previous Run was not used, because it holds no head');
	});

	it('makes one line of a check whose list is not wired, and findings of one that is empty', async () => {
		const unwired = await check({ 0: LEVER });
		expect(unwired.findings.filter(({ checkId }) => checkId === 'SCR-01')).toHaveLength(0);
		expect(unwired.run.checks.find(({ id }) => id === 'SCR-01')?.verdictText).toBe(
			'Not set up: connect Screening List',
		);
		const empty = await check({ 0: LEVER, 1: [] });
		expect(empty.findings.find(({ checkId }) => checkId === 'SCR-01')).toMatchObject({
			status: 'indeterminate',
			reasonCode: 'list-empty',
		});
		expect(empty.exceptions.map(({ checkId }) => checkId)).toContain('SCR-01');
	});
});

describe('the input Lever', () => {
	const stops = async (inputs: Inputs, parameters = {}) => {
		const run = await check(inputs, parameters);
		expect(run.evidence).toEqual([]);
		return `${run.error?.message} ${run.error?.description ?? ''}`;
	};
	const CONNECT = "connect the Lever node with resource 'Evidence', operation 'Collect'";

	it.each([
		['a simplified list', items([{ id: 'opp-1', name: 'Somebody', stage: 'Offer' }])],
		['another node', items([{ foo: 1 }])],
		['findings', items([{ kind: 'finding', checkId: 'SCR-01' }])],
		['half a hire', items([collectionOf('hires'), { kind: 'hire', hireId: 'x' }])],
		['no collection record', items([aHired()])],
	])('stops at %s', async (_name, lever) => {
		expect(await stops({ 0: lever })).toContain(CONNECT);
	});

	it('stops with the message of a Lever node that failed and went on', async () => {
		const message = await stops({
			0: [failedItem('Lever does not accept this API key.')],
			1: SCREENING,
		});
		expect(message).toContain('Lever does not accept this API key.');
	});

	it('stops when nothing arrives although a list has rows', async () => {
		expect(await stops({ 0: [], 1: SCREENING })).toContain("Nothing arrived on the input 'Lever'");
		expect(await stops({ 1: SCREENING })).toContain(CONNECT);
	});

	it('never runs when all inputs are empty, as every n8n node', async () => {
		expect((await check({ 0: [], 1: [] })).ran).toBe(false);
	});

	it('stops at items of two runs, and at doubled ones', async () => {
		const other = collectionOf('offers', { asOf: '2026-11-01T06:00:00.000Z' });
		expect(await stops({ 0: items([collectionOf('hires'), other]) })).toContain('different runs');
		expect(await stops({ 0: items([collectionOf('hires'), aHired(), aHired()]) })).toContain(
			'twice',
		);
	});

	it('stops at items of another account, and at items of a read that is not here', async () => {
		const other = collectionOf('offers', { baseUrl: 'https://api.eu.lever.co/v1' });
		expect(await stops({ 0: items([collectionOf('hires'), other]) })).toContain(
			'two different addresses of Lever',
		);
		const stranger = aHired('z', {
			collectionIds: { opportunities: '9'.repeat(64), offers: 'b'.repeat(64) },
		});
		expect(await stops({ 0: items([...RECORDS, stranger]) })).toContain(
			'a read that has no collection record here',
		);
	});

	it('shows no address that the node before put into its message', async () => {
		const message = await stops({ 0: [failedItem('No access for kim@example.com')] });
		expect(message).toContain('No access for …');
		expect(message).not.toContain('@');
	});

	it('goes on with what a node in between left, and says what is missing', async () => {
		const { run, summary } = await check({ 0: LEVER.slice(0, 2), 1: SCREENING });
		expect(summary.alert).toBe(true);
		expect(run.notices[0]).toContain('gave 1 hire and 0 arrived');
		expect(run.checks.find(({ id }) => id === 'OFR-01')?.verdict).toBe('couldNotBeChecked');
	});

	it('shows no name and no address in what it says', async () => {
		const message = await stops({ 0: items([{ name: 'Kim Doe', email: 'kim@example.com' }]) });
		expect(message).not.toMatch(/Kim|@/);
	});
});

it('stops in words that n8n does not take for a person who cancelled the run', async () => {
	const rows = items([{ report_id: '1', status: 'complete', includes_canceled: 'no' }]);
	const { error } = await check({ 0: LEVER, 1: rows });
	const message = error?.message;
	expect(message).toContain('includes_cancelled');
	expect(message).not.toContain('canceled');
});

describe('settings', () => {
	const document = (policyDocument: NodeParameterValueType): INodeParameters => ({
		policyFrom: 'document',
		policyDocument,
	});
	const stop = async (parameters: Parameters<typeof check>[1]) => {
		const { error } = await check({ 0: LEVER, 1: SCREENING }, parameters);
		return error?.message;
	};

	it.each([
		[{ policyOptions: { screeningValidityMonths: 0 } }, 'screening.validityMonths'],
		[{ policyOptions: { accessLeaverBusinessDays: 2.5 } }, 'access.leaverBusinessDays'],
		[document('{"screening": {"validityMonths": 0}}'), 'screening.validityMonths'],
		[document({ screenings: {} }), 'screenings is no setting'],
		[document([]), 'policy must be an object'],
		[document('{'), "'Policy Document' is not JSON"],
		[{ organisationTimeZone: 'Berlin' }, 'organisationZone'],
		[{ workLocationTimeZones: '{"Berlin": "Europe/Nowhere"}' }, 'workZones.Berlin'],
		[{ workLocationTimeZones: '{Berlin}' }, "'Work Location Time Zones' is not JSON"],
		[{ screeningListExportedAt: '2026-11-01' }, 'no offset'],
	])('%o stops with the place of the wrong value', async (parameters, text) => {
		expect(await stop(parameters)).toContain(text);
	});

	it('take effect and are kept with the run', async () => {
		const purple = items([screened('a', { status: 'purple', mail: 'a@example.com', email: '' })]);
		const run = await check(
			{ 0: LEVER, 1: purple },
			{
				columnMappings: { screeningList: [{ field: 'email', column: 'mail' }] },
				statusMappings: { screeningList: [{ status: 'Purple', meaning: 'done' }] },
				policyOptions: { screeningValidityMonths: 6 },
				screeningListName: 'Our provider',
				screeningListExportedAt: '2026-11-01T00:00:00Z',
			},
		);
		expect(run.findings.find(({ checkId }) => checkId === 'SCR-02')?.status).toBe('pass');
		expect(run.run.policy).toMatchObject({
			screening: { validityMonths: 6 },
			settings: { statusMappings: { screeningList: { Purple: 'done' } } },
		});
		const list = run.evidence.find(
			(item) => item.kind === 'collection' && item.resource === 'screeningList',
		);
		expect(list).toMatchObject({
			sourceName: 'Our provider',
			exportedAt: '2026-11-01T00:00:00.000Z',
		});
	});

	it('come from one document, without the fields', async () => {
		const { run } = await check(
			{ 0: LEVER, 1: SCREENING },
			{
				...document({ organisationZone: 'Asia/Tokyo', access: { leaverBusinessDays: 0 } }),
				organisationTimeZone: 'Europe/Berlin',
				policyOptions: { accessLeaverBusinessDays: 9 },
			},
		);
		expect(run.policy).toMatchObject({
			organisationZone: 'Asia/Tokyo',
			screening: { validityMonths: 12 },
			access: { leaverBusinessDays: 0 },
		});
	});

	it("use the workflow's zone unless another is named", async () => {
		const lever = items([
			...RECORDS.map((record) => ({ ...record, workflowZone: 'Asia/Tokyo' })),
			aHired('a', { workLocation: 'Nowhere' }),
		]);
		expect((await check({ 0: lever }, { organisationTimeZone: '' })).run.zone).toBe('Asia/Tokyo');
		expect((await check({ 0: lever }, { organisationTimeZone: 'Europe/Berlin' })).run.zone).toBe(
			'Europe/Berlin',
		);
	});

	it('choose the checks', async () => {
		const { run } = await check(
			{ 0: LEVER, 1: SCREENING, 2: STAFF },
			{ checkFamilies: ['access'] },
		);
		const made = run.checks.filter(({ population }) => population > 0).map(({ id }) => id);
		expect(made).toEqual(expect.arrayContaining(['UAR-01', 'IPE-01']));
		expect(made.filter((id) => !/^(UAR|IPE)-/.test(id))).toEqual([]);
	});
});

describe('what comes out', () => {
	it('is linked to the input, and starts with the run and the summary', async () => {
		const { outputs } = await check({ 0: LEVER, 1: SCREENING });
		expect(outputs.map(([first]) => first?.json.kind)).toEqual(['run', 'summary']);
		for (const output of outputs) {
			for (const { pairedItem } of output) expect(pairedItem).toEqual({ item: 0 });
		}
	});

	it('is the same for the same input, but for the fingerprint of the summary', async () => {
		const [one, two] = [
			await check({ 0: LEVER, 1: SCREENING }),
			await check({ 0: LEVER, 1: SCREENING }),
		];
		expect(one.evidence).toEqual(two.evidence);
	});

	it('is a message on both outputs when the node is set to go on', async () => {
		const run = await check({ 0: items([{ foo: 1 }]) }, {}, { onError: 'continueRegularOutput' });
		expect(run.status).toBe('success');
		expect(run.outputs).toHaveLength(2);
		for (const [first] of run.outputs) expect(String(first?.json.error)).toContain('Evidence');
	});

	it('stops at a list without its e-mail column, and names the columns it found', async () => {
		const { error } = await check({
			0: LEVER,
			1: items([{ report_id: '1', status: 'complete', completed_at: '2026-10-01' }]),
		});
		expect(error?.message).toContain('E-mail');
		expect(`${error?.message} ${error?.description}`).toContain('report_id');
	});
});
