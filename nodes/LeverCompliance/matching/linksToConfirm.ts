import { compareCodeUnits } from '../../shared/canonicalJson';
import type { LinksToConfirm, LinkToConfirm } from '../../shared/contracts';
import type { ScreeningRow, StaffRow } from '../lists/types';
import { lazily } from '../lazily';
import type { HireScreening, HireStaff } from './types';

/** A hire with what was found for it. */
export interface LinkedHire {
	hire: { hireId: string };
	screening: HireScreening;
	staff: HireStaff;
}

/**
 * Links that a person should confirm: by name alone, by an e-mail without a name in common, and records of
 * which it is not clear whose they are. A record is named by its own reference, since only that one binds.
 */
export function linksToConfirm(
	hires: readonly LinkedHire[],
	screeningRows: readonly ScreeningRow[],
	staffRows: readonly StaffRow[],
): LinksToConfirm {
	const references = lazily(() => bindingReferences([...screeningRows, ...staffRows]));
	const links: LinkToConfirm[] = [];
	const withoutReference = new Set<string>();
	for (const { hire, screening, staff } of hires) {
		for (const { recordId, why } of doubts(screening, staff)) {
			if (references().has(recordId)) links.push({ subjectId: hire.hireId, recordId, why });
			else withoutReference.add(hire.hireId);
		}
	}
	return {
		links: links.sort(
			(a, b) =>
				compareCodeUnits(a.subjectId, b.subjectId) || compareCodeUnits(a.recordId, b.recordId),
		),
		withoutReference: [...withoutReference].sort(compareCodeUnits),
	};
}

type Doubt = Pick<LinkToConfirm, 'recordId' | 'why'>;

function doubts({ linked, ambiguous }: HireScreening, staff: HireStaff): Doubt[] {
	const weak = linked.flatMap(({ record: { recordId }, rung, namesAgree }): Doubt[] => {
		if (rung === 'M4') return [{ recordId, why: 'name-only' }];
		return rung === 'M2' && namesAgree !== true ? [{ recordId, why: 'names-differ' }] : [];
	});
	const records = [...ambiguous, ...staff.ambiguous.map(({ record }) => record)];
	return [...weak, ...records.map(({ recordId }): Doubt => ({ recordId, why: 'ambiguous' }))];
}

/** Record ids that are the reference of one row of one list; an id made up for a row binds nothing. */
function bindingReferences(rows: ReadonlyArray<ScreeningRow | StaffRow>): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const { reference } of rows) {
		if (reference !== null) counts.set(reference, (counts.get(reference) ?? 0) + 1);
	}
	const own = rows.filter(
		({ reference, record }) => reference === record.recordId && counts.get(reference) === 1,
	);
	return new Set(own.map(({ record }) => record.recordId));
}
