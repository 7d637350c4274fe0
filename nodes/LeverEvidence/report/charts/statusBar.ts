import type { FindingStatus } from '../../../shared/contracts';
import { html, type Html } from '../html';
import { STATUS_ORDER } from '../statusWords';

const WIDTH = 200;
const HEIGHT = 14;
/** Narrower parts could not be seen; a single deviation must be. */
const SMALLEST_PART = 3;

/** One stacked bar of shares. Its numbers stand beside it in the table, so it is hidden from readers of text. */
export function statusBar(counts: Record<FindingStatus, number>): Html {
	const present = STATUS_ORDER.filter((status) => counts[status] > 0);
	if (present.length === 0) return html`<span class="quiet">no results</span>`;
	const widths = partWidths(present.map((status) => counts[status]));
	let left = 0;
	const parts = present.map((status, index) => {
		const width = widths[index] ?? 0;
		const part = html`<rect
			class="${status}"
			x="${left}"
			y="0"
			width="${width}"
			height="${HEIGHT}"
		/>`;
		left = round(left + width);
		return part;
	});
	return html`<svg
		class="bar"
		viewBox="0 0 ${WIDTH} ${HEIGHT}"
		width="${WIDTH}"
		height="${HEIGHT}"
		aria-hidden="true"
		focusable="false"
	>
		${parts}
	</svg>`;
}

/** Shares of the width; small parts are raised to the smallest that can be seen, at the others' cost. */
function partWidths(counts: readonly number[]): number[] {
	const total = counts.reduce((sum, count) => sum + count, 0);
	const raised = counts.map((count) => Math.max(SMALLEST_PART, (count / total) * WIDTH));
	const scale = WIDTH / raised.reduce((sum, width) => sum + width, 0);
	return raised.map((width) => round(width * scale));
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
