import { describe, expect, it } from 'vitest';

import { runCompliance } from '../../../nodes/LeverCompliance/run/runCompliance.ts';
import { seal } from '../../../nodes/LeverEvidence/seal/seal.ts';
import type { Definition, Opportunity } from '../../../nodes/shared/contracts/index.ts';
import { aHired, aUser, check, employed, inputOf, opened, screened } from './company.mts';

const EMAIL = 'a@example.com';
/** `printf %s a@example.com | sha256sum` */
const DIGEST = 'sha256:08168cd80dfd534a';

/** Everything of a run but the identities pack. */
function packed(output: ReturnType<typeof check>): string {
	return JSON.stringify(
		output.evidence.filter(({ kind }) => kind !== 'identity' && kind !== 'match'),
	);
}

describe('what a pack never holds (rules.md §10)', () => {
	it('words of the lists: results, health, names', () => {
		const output = check({
			hires: [aHired()],
			screening: [
				screened('a', {
					status: 'withdrawn by Jane Doe after arrest',
					provider: 'asked Jane Doe',
					package: 'criminal, plus Jane Doe',
				}),
				screened('b', { status: 'Consider' }),
			],
			staff: [employed('a', { status: 'maternity leave' }), employed('b', { status: 'hospital' })],
		});
		// The policy itself names words of screening files, "criminal" among them (PRV-01).
		expect(packed(output)).not.toMatch(/jane doe|arrest|consider|maternity|hospital|criminal,/i);
		expect(output.of('SCR-01').status).toBe('indeterminate');
		expect(output.run.notices).toContain('Screening List: the status is not known (row 1).');
	});

	it('but those who must act are told which statuses are not known', () => {
		const { summary } = check({
			hires: [aHired()],
			screening: [screened('a', { status: `withdrawn by Jane Doe (${EMAIL}), ${'x'.repeat(50)}` })],
			staff: [employed('a', { status: 'hospital' })],
		});
		expect(summary.lists.slice(-2)).toEqual([
			`Screening List: the status "withdrawn by Jane Doe … ${'x'.repeat(16)}" is not known (row 1).`,
			'Staff List: the status "hospital" is not known (row 1).',
		]);
	});

	it('addresses that are used as ids, wherever an id is named', () => {
		const late = { completed_at: '2026-10-20', report_id: EMAIL, external_id: EMAIL };
		const output = check({
			hires: [aHired()],
			users: [aUser('a', { externalDirectoryId: EMAIL, accessRole: 'super admin' })],
			screening: [screened('a', late), screened('a', late)],
			staff: [employed('a', { external_id: EMAIL }), employed('boss'), employed('asker')],
			approvals: [
				{
					id: EMAIL,
					type: 'exception',
					check_id: 'SCR-02',
					subject_id: 'contact-a',
					reason: 'late',
					compensating_control: 'supervised work',
					requested_by: 'asker@example.com',
					approved_by: 'boss@example.com',
					approved_at: '2026-10-01',
					expires_at: '2026-12-31',
				},
			],
		});
		expect(packed(output)).not.toMatch(/[^\s@]@[^\s@]/);
		expect(output.of('SCR-02')).toMatchObject({ status: 'excepted', approvalId: DIGEST });
		expect(output.of('SCR-02').evidence.map(({ recordId }) => recordId)).toContain(DIGEST);
		expect(output.evidence).toContainEqual(
			expect.objectContaining({ kind: 'user', externalDirectoryId: DIGEST }),
		);
		const kept = output.evidence.flatMap((item) =>
			item.kind === 'identity' && item.hashedIds ? [[item.subjectType, item.hashedIds]] : [],
		);
		const given = { [DIGEST]: EMAIL };
		expect(kept).toEqual([
			['screeningRecord', given],
			['screeningRecord', given],
			['staffRecord', given],
			['user', given],
		]);
		const { identities } = seal(output.evidence);
		const file = identities.files.find(({ path }) => path.includes('identities'));
		expect(String(file?.content)).toContain(DIGEST);
	});

	it('addresses within texts of Lever and of settings', () => {
		const input = inputOf({
			hires: [
				aHired(
					'a',
					{ jobTitle: `Engineer, ask ${EMAIL}`, workLocation: EMAIL },
					{
						startDateRaw: `ask ${EMAIL}`,
					},
				),
			],
			screening: [screened()],
		});
		input.lever.definitions = [definition('stage', `Call ${EMAIL}`)];
		const output = opened(runCompliance(input));
		expect(packed(output)).not.toContain('@');
		expect(output.evidence).toContainEqual(
			expect.objectContaining({ kind: 'hire', jobTitle: 'Engineer, ask …' }),
		);
		expect(() => seal(output.evidence)).not.toThrow();
	});

	it('tags', () => {
		const input = inputOf({ hires: [aHired()] });
		input.lever.definitions = [definition('tag', 'Jane is ill'), definition('stage', 'Offer')];
		input.lever.opportunities = [opportunity('rejected')];
		const output = opened(runCompliance(input));
		expect(packed(output)).not.toContain('Jane is ill');
		expect(output.evidence.filter(({ kind }) => kind === 'definition')).toHaveLength(1);
		expect(output.run.populations).toContainEqual(
			expect.objectContaining({ name: 'definitions', count: 1 }),
		);
	});

	it('more than ids of people who were not hired', () => {
		const input = inputOf({
			hires: [aHired()],
			screening: [screened('a'), screened('rejected')],
			staff: [employed('a'), employed('rejected', { start_date: '2020-01-01' })],
		});
		input.lever.opportunities = [opportunity('rejected')];
		const { evidence } = opened(runCompliance(input));
		const strangers = evidence.filter(
			(item) =>
				item.kind === 'opportunity' ||
				((item.kind === 'screeningRecord' || item.kind === 'staffRecord') &&
					item.recordId.endsWith('rejected')),
		);
		expect(strangers).toEqual([
			{
				kind: 'opportunity',
				opportunityId: 'opp-rejected',
				contact: 'contact-rejected',
				stageId: 'stage-1',
				archived: { reasonId: 'reason-1' },
				owner: 'user-owner',
				collectionId: 'e'.repeat(64),
				rawSha256: '4'.repeat(64),
			},
			{
				kind: 'screeningRecord',
				recordId: 'report-rejected',
				row: 2,
				rawSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
			},
			{
				kind: 'staffRecord',
				recordId: 'E-rejected',
				row: 2,
				rawSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
			},
		]);
		const { evidence: pack } = seal(evidence);
		expect(pack.summary.alteredOrIncomplete).toEqual([]);
	});

	it('keeps whole a record that may be one of several hires', () => {
		const twins = ['a', 'b'].map((key) =>
			aHired(key, { identity: { name: `P ${key}`, emails: ['s@example.com'], otherEmails: [] } }),
		);
		const { evidence, of } = check({
			hires: twins,
			screening: [screened('shared', { email: 's@example.com' })],
		});
		expect(of('SCR-07', 'contact-a:opp-a').status).toBe('fail');
		expect(evidence).toContainEqual(
			expect.objectContaining({ kind: 'screeningRecord', state: 'done' }),
		);
	});
});

describe('the policy in a pack', () => {
	const policyOf = (account: string) =>
		check({ policy: { access: { serviceAccounts: [account, 'user-service'] } } }).run;

	it('names service accounts by a digest where they stand as an address', () => {
		const { policy, policySha256 } = policyOf('bot@example.com');
		expect(policy.access).toMatchObject({
			serviceAccounts: [expect.stringMatching(/^sha256:[0-9a-f]{16}$/), 'user-service'],
		});
		expect(JSON.stringify(policy)).not.toContain('@');
		expect(policyOf('other@example.com').policySha256).not.toBe(policySha256);
	});
});

function definition(definitionType: Definition['definitionType'], text: string): Definition {
	return {
		kind: 'definition',
		definitionType,
		id: text,
		text,
		collectionId: 'f'.repeat(64),
		rawSha256: '5'.repeat(64),
	};
}

function opportunity(key: string): Opportunity {
	return {
		kind: 'opportunity',
		opportunityId: `opp-${key}`,
		contact: `contact-${key}`,
		stageId: 'stage-1',
		archived: { reasonId: 'reason-1', archivedAt: 1_700_000_000_000 },
		owner: 'user-owner',
		tags: ['Jane is ill'],
		isAnonymized: false,
		confidential: false,
		createdAt: 1_690_000_000_000,
		updatedAt: 1_700_000_000_000,
		lastAdvancedAt: 1_695_000_000_000,
		collectionId: 'e'.repeat(64),
		rawSha256: '4'.repeat(64),
	};
}
