import { foldKey } from '../../policy/foldKey';
import { cellText } from '../table/cells';
import type { WholeRow } from './screeningDetails';
import type { ScreeningMeanings } from './screeningMeanings';
import type { ScreeningComponent } from '../types';

/** How lists of searches name a search and its state, inside objects. */
const NAME_KEYS = ['name', 'type', 'search', 'component', 'check', 'service', 'object'] as const;
const STATE_KEYS = ['status', 'state', 'result'] as const;

/**
 * The searches inside a screening: a list of names, a list of objects with name and status, or text such
 * as `County search: complete; SSN trace: clear`. A search without a state of its own is done when the
 * whole screening is, with nothing cancelled; else its state is not known.
 *
 * @returns null when the cell itemises nothing
 */
export function componentsIn(
	cell: unknown,
	whole: WholeRow,
	meanings: ScreeningMeanings,
): ScreeningComponent[] | null {
	if (cell === undefined) return null;
	const parts = Array.isArray(cell) ? cell.map(partOf) : piecesOf(cellText(cell)).map(textPart);
	const named = parts.filter(({ name }) => name !== '');
	if (named.length === 0) return null;
	return named.map(({ name, status }) => ({
		name: foldKey(name),
		state: status === '' ? inherited(whole) : meanings.status(whole.provider, status).state,
	}));
}

interface Part {
	name: string;
	/** Empty when the search has none of its own */
	status: string;
}

function inherited({ state, cancelled }: WholeRow): ScreeningComponent['state'] {
	const mayBeCancelled = cancelled === true || cancelled === 'unknown';
	return state === 'done' && !mayBeCancelled ? 'done' : 'unknown';
}

/**
 * Commas part a text only where nothing else does, outside brackets, and where every piece or none names
 * its state: elsewhere a comma may be part of a name or of a state.
 */
function piecesOf(text: string): string[] {
	const pieces = text.split(/[;\n|]/).filter(isFilled);
	if (pieces.length > 1) return pieces;
	const betweenCommas = (text.match(/(?:[^,(]|\([^)]*\)?)+/g) ?? []).filter(isFilled);
	const stated = betweenCommas.filter((piece) => piece.includes(':')).length;
	return stated === 0 || stated === betweenCommas.length ? betweenCommas : pieces;
}

function isFilled(piece: string): boolean {
	return piece.trim() !== '';
}

function partOf(entry: unknown): Part {
	if (typeof entry !== 'object' || entry === null) return textPart(cellText(entry));
	const cells = new Map<string, unknown>(Object.entries(entry));
	const first = (keys: readonly string[]) =>
		keys.map((key) => cellText(cells.get(key))).find((text) => text !== '') ?? '';
	return { name: first(NAME_KEYS), status: first(STATE_KEYS) };
}

function textPart(text: string): Part {
	const [name = '', ...rest] = text.split(':');
	return { name: name.trim(), status: rest.join(':').trim() };
}
