import { LeverFault } from '../../server/faults.mts';
import type { FilterContext, Test } from '../../server/filters.mts';
import type { OrderChoice } from '../../server/orders.mts';
import { always } from '../../server/orders.mts';

const LONGEST_DAYS = 30;
const LONGEST = LONGEST_DAYS * 86_400_000;

interface Deleted {
	id: string;
	deletedAt: number;
}

/** Latest deletion first */
export const deletedOrder: OrderChoice<Deleted> = always({
	name: 'deleted',
	parts: [{ of: (record) => record.deletedAt, descending: true }, { of: (record) => record.id }],
});

/**
 * `deleted_at_start` and `deleted_at_end` of the lists whose window is at most 30 days (lever-api.md §5.14):
 * up to now when the end is left out, the 30 days before the end when the start is (a guess).
 */
export function deletedWindow({ query, now }: FilterContext): Test<Deleted> {
	const end = query.moment('deleted_at_end') ?? now;
	const start = query.moment('deleted_at_start') ?? end - LONGEST;
	if (end - start > LONGEST) {
		const message = `The window must be at most ${LONGEST_DAYS} days. at /deleted_at_start`;
		throw new LeverFault(400, message);
	}
	return ({ deletedAt }) => deletedAt >= start && deletedAt <= end;
}
