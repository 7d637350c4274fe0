import { expect, it } from 'vitest';

import { check, type Company } from '../run/company.mts';

/** One line of a table: rule and situation, the company, status and reason of the only finding. */
export type Case = [rule: string, company: Company, result: string, subjectId?: string];

/** Tests a check by a table; a result is written "status reason-code". */
export function cases(checkId: string, table: readonly Case[]): void {
	it.each(table)('%s', (_rule, company, result, subjectId) => {
		const finding = check(company).of(checkId, subjectId);
		expect(`${finding.status} ${finding.reasonCode}`).toBe(result);
	});
}
