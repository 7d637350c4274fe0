import { daysBetween } from '../../../shared/dates';
import type { Finding, FindingStatus } from '../../../shared/contracts';
import { dayIn } from '../facts';
import { html, type Html } from '../html';
import { STATUS_ORDER, STATUS_WORDS } from '../statusWords';

/** One bar: screenings completed so many days from the first day, by status. */
interface Bar {
	/** Lower end in days; negative is before the first day */
	from: number;
	counts: Map<FindingStatus, number>;
	total: number;
}

const DAYS_PER_BAR = 7;
/** Beyond this the ends gather, so that one early screening does not flatten the rest. */
const FURTHEST_BAR = 10;
const BAR_WIDTH = 30;
const PLOT_HEIGHT = 120;
const LEFT = 34;
const TOP = 26;
const BOTTOM = 40;

/** Days from a completed screening to the first day. null when fewer than two findings state both days. */
export function startDaysChart(findings: readonly Finding[]): Html | null {
	const days = findings.flatMap((finding) => {
		const difference = daysFromStart(finding);
		return difference === null ? [] : [{ status: finding.status, difference }];
	});
	if (days.length < 2) return null;
	const bars = gather(days);
	const highest = Math.max(...bars.map(({ total }) => total));
	const width = LEFT + bars.length * BAR_WIDTH + 8;
	const height = TOP + PLOT_HEIGHT + BOTTOM;
	const before = days.filter(({ difference }) => difference <= 0).length;
	const summary = `${before} of ${days.length} screenings were completed on or before the first day, ${days.length - before} after it.`;
	return html`<figure class="chart">
		<figcaption>When screenings were completed, in weeks from the first day. ${summary}</figcaption>
		<svg
			viewBox="0 0 ${width} ${height}"
			width="${width}"
			height="${height}"
			role="img"
			aria-label="${summary} ${bars.map(barInWords).join(' ')}"
		>
			${axis(bars, highest, width)} ${bars.map((bar, index) => column(bar, index, highest))}
			${firstDayLine(bars)}
		</svg>
	</figure>`;
}

/** Negative: completed before the first day; 0: on it. null when a day is missing. */
function daysFromStart(finding: Finding): number | null {
	const start = dayIn(finding.observed, ['startDate']);
	const completed = dayIn(finding.observed, ['completedOn', 'completedAt']);
	return start === null || completed === null ? null : daysBetween(start, completed);
}

/** The first day itself belongs to the bar before it: on it is in time. */
function gather(days: ReadonlyArray<{ status: FindingStatus; difference: number }>): Bar[] {
	const indexes = days.map(({ difference }) =>
		Math.min(FURTHEST_BAR, Math.max(-FURTHEST_BAR, Math.ceil(difference / DAYS_PER_BAR) - 1)),
	);
	const first = Math.min(-1, ...indexes);
	const last = Math.max(0, ...indexes);
	const bars: Bar[] = [];
	for (let index = first; index <= last; index++) {
		bars.push({ from: index * DAYS_PER_BAR + 1, counts: new Map(), total: 0 });
	}
	days.forEach(({ status }, position) => {
		const bar = bars[(indexes[position] ?? 0) - first];
		if (!bar) return;
		bar.counts.set(status, (bar.counts.get(status) ?? 0) + 1);
		bar.total += 1;
	});
	return bars;
}

function column(bar: Bar, index: number, highest: number): Html {
	let base = TOP + PLOT_HEIGHT;
	const parts = STATUS_ORDER.filter((status) => bar.counts.has(status)).map((status) => {
		const height = Math.round(((bar.counts.get(status) ?? 0) / highest) * PLOT_HEIGHT * 100) / 100;
		base -= height;
		return html`<rect
			class="${status}"
			x="${LEFT + index * BAR_WIDTH + 3}"
			y="${base}"
			width="${BAR_WIDTH - 6}"
			height="${height}"
		/>`;
	});
	const count =
		bar.total > 0 &&
		html`<text class="value" x="${middle(index)}" y="${base - 4}" text-anchor="middle"
			>${bar.total}</text
		>`;
	return html`${parts}${count}`;
}

function axis(bars: readonly Bar[], highest: number, width: number): Html {
	const bottom = TOP + PLOT_HEIGHT;
	const labels = bars.map((bar, index) => {
		const week = (bar.from - 1) / DAYS_PER_BAR;
		const label = weekLabel(week);
		return html`<text x="${middle(index)}" y="${bottom + 15}" text-anchor="middle">${label}</text>`;
	});
	return html`<line class="axis" x1="${LEFT}" y1="${bottom}" x2="${width - 8}" y2="${bottom}" />
		<text x="${LEFT - 6}" y="${TOP + 4}" text-anchor="end">${highest}</text>
		<text x="${LEFT - 6}" y="${bottom}" text-anchor="end">0</text>
		${labels}`;
}

/** The outermost bars gather all that lies beyond them. */
function weekLabel(week: number): string {
	const label = week < 0 ? `−${-week}` : `+${week + 1}`;
	if (week === -FURTHEST_BAR) return `≤${label}`;
	return week === FURTHEST_BAR ? `≥${label}` : label;
}

function firstDayLine(bars: readonly Bar[]): Html {
	const x = LEFT + bars.findIndex(({ from }) => from > 0) * BAR_WIDTH;
	const bottom = TOP + PLOT_HEIGHT;
	return html`<line class="first-day" x1="${x}" y1="4" x2="${x}" y2="${bottom + 20}" />
		<text x="${x}" y="${bottom + 34}" text-anchor="middle">first day</text>`;
}

function barInWords(bar: Bar): string {
	if (bar.total === 0) return '';
	const beyond = Math.abs((bar.from - 1) / DAYS_PER_BAR) === FURTHEST_BAR ? ' or more' : '';
	const days =
		bar.from > 0
			? `${bar.from} to ${bar.from + DAYS_PER_BAR - 1} days after`
			: `${-(bar.from + DAYS_PER_BAR - 1)} to ${-bar.from} days before`;
	const parts = STATUS_ORDER.filter((status) => bar.counts.has(status)).map(
		(status) => `${bar.counts.get(status)} ${STATUS_WORDS[status].one.toLowerCase()}`,
	);
	return `${days}${beyond}: ${parts.join(', ')}.`;
}

function middle(index: number): number {
	return LEFT + index * BAR_WIDTH + BAR_WIDTH / 2;
}
