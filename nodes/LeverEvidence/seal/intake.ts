import { canonicalJson } from '../../shared/canonicalJson';
import type { EvidenceItem, Run } from '../../shared/contracts';
import { WrongInput } from './wrongInput';
import { isObject, readShape } from './shape';
import { SHAPES, type EvidenceKind } from './shapes';

type OfKind<Kind extends EvidenceKind> = Extract<EvidenceItem, { kind: Kind }>;

/** An item beside its canonical JSON as it arrived, which is what the run's hashes cover. */
interface Received<T> {
	value: T;
	line: string;
}

type ItemsByKind = { [Kind in EvidenceKind]: Array<Received<OfKind<Kind>>> };

/** What arrived at Seal. */
export interface Intake {
	/** By kind, limited to allow-listed fields (their `line` is not) */
	items: ItemsByKind;
	/** Items with a `kind` that no version of this node knows, or none */
	unknown: number;
	/** Items whose fields do not fit their kind, left out of the pack; by kind */
	damaged: Array<{ kind: EvidenceKind; line: string }>;
}

/**
 * Sorts what arrived by kind and lets nothing pass that does not belong into a pack.
 *
 * @throws WrongInput when the items come from another node or output
 */
export function takeIn(items: readonly unknown[]): Intake {
	const intake = emptyIntake();
	for (const item of items) {
		if (!isObject(item)) {
			intake.unknown += 1;
			continue;
		}
		refuseForeign(item);
		const kind = item.kind;
		if (!isEvidenceKind(kind)) {
			intake.unknown += 1;
			continue;
		}
		addItem(intake, kind, item);
	}
	if (items.length > 0 && intake.unknown === items.length) throw new WrongInput('notCompliance');
	return intake;
}

/** The head of the run; undefined when none arrived. Of several, the first in the order of their lines. */
export function runOf(intake: Intake): Run | undefined {
	return [...intake.items.run].sort((a, b) => (a.line < b.line ? -1 : 1))[0]?.value;
}

function isEvidenceKind(kind: unknown): kind is EvidenceKind {
	return typeof kind === 'string' && Object.hasOwn(SHAPES, kind);
}

function addItem<Kind extends EvidenceKind>(
	intake: Intake,
	kind: Kind,
	item: Record<string, unknown>,
): void {
	const line = canonicalJson(item);
	for (const shape of SHAPES[kind]) {
		const reading = readShape(shape, item);
		if (!reading.fits) continue;
		const list: ItemsByKind[Kind] = intake.items[kind];
		// The shape has just been compared with the value, field by field.
		list.push({ value: reading.value as OfKind<Kind>, line });
		return;
	}
	intake.damaged.push({ kind, line });
}

/** Names must never reach the evidence pack, so items that carry them stop the node (rules.md §10). */
function refuseForeign(item: Record<string, unknown>): void {
	if (item.kind === 'summary') throw new WrongInput('exceptions');
	if (item.kind === 'finding' && ('subjectLabel' in item || 'owner' in item)) {
		throw new WrongInput('exceptions');
	}
	if (item.kind === 'hire' && 'identity' in item) throw new WrongInput('collected');
	if (item.kind === 'user' && ('email' in item || 'name' in item)) {
		throw new WrongInput('collected');
	}
	if (item.kind === 'opportunity' && 'tags' in item) throw new WrongInput('collected');
	if (item.kind === 'fileRecord' && 'name' in item) throw new WrongInput('collected');
}

function emptyIntake(): Intake {
	const items: ItemsByKind = {
		run: [],
		collection: [],
		finding: [],
		hire: [],
		user: [],
		opportunity: [],
		definition: [],
		posting: [],
		requisition: [],
		auditEvent: [],
		fileRecord: [],
		joiner: [],
		connection: [],
		screeningRecord: [],
		staffRecord: [],
		identity: [],
		match: [],
	};
	return { items, unknown: 0, damaged: [] };
}
