import { describe, expect, it } from 'vitest';

import { aHired, check, employed, screened, type Company } from '../run/company.mts';

const SECRETS = {
	result: 'zebra outcome',
	adjudication: 'quagga decision',
	package: 'okapi bundle',
	adjudicated_at: 'gerenuk day',
};

const company = (row: object, lawfulBasis: string): Company => ({
	hires: [aHired(), aHired('b')],
	screening: [screened('a', { ...row }), screened('x', { ...row })],
	staff: [employed('a'), employed('b')],
	policy: { screening: { lawfulBasis } },
});

/** Everything that leaves the node, on both outputs. */
const outputOf = (row: object, lawfulBasis: string) => {
	const { evidence, exceptions } = check(company(row, lawfulBasis));
	return JSON.stringify([evidence, exceptions]);
};

describe('what lists say of results (rules.md §5, §10)', () => {
	it.each([
		['without a lawful basis', ''],
		['with a lawful basis', 'Works council agreement of 2025'],
	])('leaves the node nowhere, %s: words that no table knows', (_, lawfulBasis) => {
		const output = outputOf(SECRETS, lawfulBasis);
		expect(output.includes('report-a')).toBe(true);
		expect(output.match(/zebra|quagga|okapi|gerenuk/gi)).toBeNull();
	});

	it.each(['', 'Works council agreement of 2025'])(
		'leaves the node nowhere, basis "%s": words of the provider',
		(lawfulBasis) => {
			const output = outputOf({ result: 'consider', adjudication: 'engaged' }, lawfulBasis);
			expect(output.includes('report-a')).toBe(true);
			expect(output.match(/"consider|consider"|needsDecision|engaged/g)).toBeNull();
		},
	);

	it('changes nothing of a run but digests, columns and the time without a lawful basis', () => {
		const lean = check(company({}, ''));
		const full = check(company({ result: 'consider', adjudication: 'engaged' }, ''));
		const verdicts = ({ findings }: typeof lean) =>
			findings.map(({ checkId, subjectId, status, message }) => [
				checkId,
				subjectId,
				status,
				message,
			]);
		expect(verdicts(full)).toEqual(verdicts(lean));
	});
});
