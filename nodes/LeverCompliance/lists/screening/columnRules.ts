import type { ScreeningProvider } from '../providers';
import type { ColumnRule } from '../table/recogniseColumns';
import { SCREENING_COLUMNS, type ScreeningField } from './screeningColumns';

/** The columns of screening lists; where the provider is known, its own names come first. */
export function screeningColumnRules(
	provider: ScreeningProvider | undefined,
): ReadonlyArray<ColumnRule<ScreeningField>> {
	const own = provider?.columns ?? {};
	return SCREENING_COLUMNS.map((rule) => {
		const names = own[rule.field];
		return names === undefined ? rule : { ...rule, names: [...names, ...rule.names] };
	});
}
