/** The report's style sheet: system fonts, light and dark, and paper. Colours pass WCAG AA on their ground. */
export const STYLES = `
:root {
	color-scheme: light dark;
	--paper: #ffffff; --ground: #f5f6f8; --ink: #1a2028; --quiet: #55606e; --line: #d5dae1;
	--link: #0b57a4; --fail: #b3261e; --indeterminate: #6a3fa0; --warn: #8a5a00; --excepted: #0b5f8a;
	--pass: #1a7040; --not_applicable: #5d6773;
	--fail-soft: #fcebe9; --indeterminate-soft: #f1ebf9; --warn-soft: #fdf3dc; --excepted-soft: #e6f2f9;
	--pass-soft: #e6f4ea; --not_applicable-soft: #eef0f3;
}
@media (prefers-color-scheme: dark) {
	:root {
		--paper: #14181d; --ground: #1c2128; --ink: #e4e8ed; --quiet: #a3adb9; --line: #343c47;
		--link: #8ab8f0; --fail: #ff9c92; --indeterminate: #c8a8f5; --warn: #f0c060; --excepted: #86c8ee;
		--pass: #7fd19b; --not_applicable: #a3adb9;
		--fail-soft: #3a1d1b; --indeterminate-soft: #2b2140; --warn-soft: #372b10; --excepted-soft: #12303f;
		--pass-soft: #15301f; --not_applicable-soft: #262c34;
	}
}
* { box-sizing: border-box; }
html { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); }
.top, nav, main, footer { max-width: 74rem; margin: 0 auto; padding: 0 1.5rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.6rem 0 0.6rem; letter-spacing: -0.01em; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 3rem 0 0.8rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.6rem 0 0.5rem; }
p { margin: 0.5rem 0; max-width: 70ch; }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.86em; }
code { overflow-wrap: anywhere; }
pre { background: var(--ground); border: 1px solid var(--line); border-radius: 6px; padding: 0.7rem 0.9rem; overflow-x: auto; white-space: pre-wrap; }
.quiet { color: var(--quiet); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: inline-block; margin-top: 0.5rem; }
.statements { padding-top: 1.2rem; }
.statement { max-width: none; margin: 0 0 0.5rem; padding: 0.7rem 1rem; border-left: 6px solid; border-radius: 4px; color: var(--ink); overflow-wrap: anywhere; }
.statement strong { letter-spacing: 0.01em; }
.statement.altered { background: var(--fail-soft); border-color: var(--fail); font-size: 1.1rem; }
.statement.altered strong { color: var(--fail); }
.statement.testData { background: var(--warn-soft); border-color: var(--warn); }
.statement.testData strong { color: var(--warn); }
.statement.limited { background: var(--fail-soft); border-color: var(--fail); }
.statement.limited strong { color: var(--fail); }
.statement ul { margin: 0.2rem 0; padding-left: 1.2rem; font-weight: 600; }
.statement.sound { background: var(--pass-soft); border-color: var(--pass); }
.statement.sound strong { color: var(--pass); }
.about { display: flex; flex-wrap: wrap; gap: 0.4rem 2.2rem; margin: 0; }
.about dt { color: var(--quiet); font-size: 0.8rem; }
.about dd { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.notices h2 { border: 0; margin: 0.6rem 0 0.2rem; padding: 0; font-size: 1.05rem; }
.notices ul { margin: 0; padding-left: 1.2rem; max-width: 80ch; }
.notices li { margin: 0.2rem 0; }
.check-id { color: inherit; white-space: nowrap; }
.notices { margin-top: 1.2rem; padding: 0.1rem 1rem 0.7rem; border: 1px solid var(--line); border-left: 6px solid var(--warn); border-radius: 4px; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; margin: 1.6rem 0 0; padding: 0.6rem 0 0; border-top: 1px solid var(--line); font-size: 0.92rem; }
main > section:first-child h2 { margin-top: 1rem; }
.totals { list-style: none; margin: 0.5rem 0 1.5rem; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.7rem; }
.total { padding: 0.7rem 0.9rem; border-radius: 8px; border: 1px solid var(--line); border-top: 4px solid currentColor; }
.total .count { display: block; font-size: 1.8rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
.total .label { font-size: 0.85rem; color: var(--ink); }
.total.none { color: var(--quiet); border-top-color: var(--line); }
.bridge { list-style: none; margin: 0.6rem 0 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.9rem 1.6rem; }
.bridge li { position: relative; padding: 0.6rem 0.8rem; background: var(--ground); border-radius: 8px; }
.bridge li.beside { background: none; border: 1px dashed var(--line); }
.bridge li + li:not(.beside)::before { content: "→"; position: absolute; left: -1.35rem; top: 0.85rem; color: var(--quiet); }
.bridge .count { display: block; font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.bridge .label { display: block; font-size: 0.9rem; }
.bridge .note { display: block; font-size: 0.8rem; color: var(--quiet); margin-top: 0.2rem; }
.left-out, .unknown-starts { margin-top: 0.9rem; }
.upcoming code { font-size: 0.76rem; } .upcoming td { font-size: 0.88rem; min-width: 12rem; } .upcoming td:nth-child(2) { min-width: 19rem; } .upcoming a { display: block; }
.fail { color: var(--fail); } .indeterminate { color: var(--indeterminate); } .warn { color: var(--warn); }
.excepted { color: var(--excepted); } .pass { color: var(--pass); } .not_applicable { color: var(--not_applicable); }
.badge { display: inline-block; padding: 0.05rem 0.5rem; border-radius: 99px; font-size: 0.8rem; font-weight: 600; white-space: nowrap; border: 1px solid; }
.badge.fail { background: var(--fail-soft); } .badge.indeterminate { background: var(--indeterminate-soft); }
.badge.warn { background: var(--warn-soft); } .badge.excepted { background: var(--excepted-soft); }
.badge.pass { background: var(--pass-soft); } .badge.not_applicable { background: var(--not_applicable-soft); }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
.verdict { font-weight: 600; }
.scroll { position: relative; overflow-x: auto; margin: 0.6rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.7rem 0.5rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); font-weight: 600; font-size: 0.8rem; border-bottom-width: 2px; vertical-align: bottom; }
tbody th { font-weight: 500; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-left: 0.5rem; }
td.zero { color: var(--quiet); }
.day { white-space: nowrap; font-variant-numeric: tabular-nums; }
.verdicts th .title { display: block; color: var(--ink); font-weight: 400; }
.verdicts tbody th { min-width: 13rem; } .verdicts tbody td:nth-child(2) { min-width: 14rem; }
.sign { font-weight: 700; text-decoration: none; }
.bar { display: block; border-radius: 3px; max-width: 100%; margin-top: 0.25rem; }
.bar rect { fill: currentColor; stroke: var(--paper); stroke-width: 1; }
.legend { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0.4rem 1.4rem; margin: 0.8rem 0; font-size: 0.85rem; }
.legend dt { font-weight: 600; } .legend dd { margin: 0; color: var(--quiet); }
.group { margin: 0.8rem 0; }
.group > summary { cursor: pointer; padding: 0.3rem 0; }
.group > summary h3 { display: inline; margin: 0 0.6rem 0 0; font-size: 1.1rem; }
.group > summary .count { font-variant-numeric: tabular-nums; }
.group > summary .quiet { font-size: 0.88rem; }
.group h4 { margin: 1.1rem 0 0.4rem; color: var(--ink); font-size: 0.95rem; }
.card { margin: 0; border: 1px solid var(--line); border-left: 5px solid currentColor; border-top-width: 0; break-inside: avoid; }
h4 + .card, .to-do + .card { border-top-width: 1px; }
.card > * { color: var(--ink); padding: 0.4rem 0.9rem; }
.card > summary { display: grid; grid-template-columns: 1rem minmax(0, 1fr) auto; gap: 0 0.6rem; align-items: baseline; font-size: 0.92rem; list-style: none; }
.card > summary::before { content: "▸"; color: var(--link); } .card[open] > summary::before { content: "▾"; }
.card > summary::-webkit-details-marker { display: none; }
.card > summary:hover, .card[open] > summary { background: var(--ground); }
.card .subject { display: block; color: var(--quiet); font-size: 0.84rem; } .card .due { font-weight: 600; margin: 0; }
.to-do { font-size: 0.92rem; margin: 0 0 0.5rem; max-width: none; color: var(--ink); }
.due { white-space: nowrap; margin-right: 0.6rem; } .owner { color: var(--quiet); display: inline-block; }
.owner code { white-space: nowrap; }
.seen { margin: 0; font-size: 0.88rem; }
.seen > div { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: 0 0.6rem; padding: 0.12rem 0; }
.seen dt { color: var(--quiet); } .seen dd { margin: 0; }
.seen dd, table.results td { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
i { font-style: normal; color: var(--quiet); } bdi { white-space: nowrap; } bdi.long { white-space: normal; }
details > summary { cursor: pointer; }
.results > summary, .left-out > summary, .unknown-starts > summary, td details > summary { color: var(--link); font-size: 0.88rem; }
.card > p { font-size: 0.8rem; max-width: none; margin: 0; padding-top: 0; }
.path { font-weight: 600; }
.digest { color: var(--quiet); font-size: 0.76rem; overflow-wrap: anywhere; }
table.results { font-size: 0.84rem; } table.results code { font-size: 0.76rem; }
table.results th[scope="row"] { min-width: 18rem; } table.results td { min-width: 8rem; } table.results td:nth-child(2) { min-width: 15rem; } table.results td:nth-child(3) { min-width: 20rem; }
table.results th[scope="rowgroup"] { padding-top: 1.1rem; }
table.record-book { font-size: 0.8rem; } table.record-book td, table.record-book th { padding: 0.15rem 0.7rem 0.15rem 0; border-bottom: 0; } table.record-book tr:target { background: var(--warn-soft); }
.reason { display: block; color: var(--ink); font-size: 0.86rem; font-weight: 400; margin-top: 0.15rem; }
.rule { display: block; color: var(--quiet); font-weight: 400; font-size: 0.84rem; }
.collections td { font-size: 0.84rem; min-width: 6rem; } .collections th[scope="row"] { min-width: 14rem; } .collections td:nth-child(4) { min-width: 18rem; } .collections .digest { display: block; width: 16.2ch; overflow-wrap: anywhere; }
.requests { padding-left: 1.2rem; margin: 0.3rem 0; }
.check { padding: 0.2rem 0 1rem; border-bottom: 1px solid var(--line); scroll-margin-top: 1rem; }
.check:last-child { border-bottom: 0; }
.check h3 { font-size: 1.15rem; margin-bottom: 0.2rem; } .check h3 .id { color: var(--quiet); font-weight: 500; margin-right: 0.4rem; }
.counts { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; font-size: 0.9rem; color: var(--quiet); max-width: none; }
.control { display: inline-block; padding: 0.02rem 0.5rem; margin: 0 0.2rem 0.2rem 0; border: 1px solid var(--line); border-radius: 4px; font-size: 0.85rem; }
.chart { margin: 1rem 0; } .chart figcaption { font-size: 0.9rem; max-width: 70ch; }
.chart svg { max-width: 100%; height: auto; } .chart text { font-size: 11px; fill: var(--quiet); } .chart .value { fill: var(--ink); }
.chart rect { fill: currentColor; } .axis { stroke: var(--line); } .first-day { stroke: var(--ink); stroke-dasharray: 4 3; }
.more { color: var(--ink); padding: 0.5rem 0.8rem; background: var(--ground); border-radius: 6px; }
footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 3rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.85rem; }
@media (max-width: 40rem) {
	.top, nav, main, footer { padding-left: 1rem; padding-right: 1rem; }
	.seen > div { grid-template-columns: 1fr; }
	.card > summary { grid-template-columns: 1rem minmax(0, 1fr); } .card .due { grid-column: 2; }
	.bridge li + li:not(.beside)::before { content: none; }
}
@media print {
	:root {
		color-scheme: light;
		--paper: #ffffff; --ground: #f5f6f8; --ink: #000000; --quiet: #444c56; --line: #c3c9d1; --link: #000000;
		--fail: #b3261e; --indeterminate: #6a3fa0; --warn: #8a5a00; --excepted: #0b5f8a; --pass: #1a7040; --not_applicable: #55606e;
		--fail-soft: #fcebe9; --indeterminate-soft: #f1ebf9; --warn-soft: #fdf3dc; --excepted-soft: #e6f2f9; --pass-soft: #e6f4ea; --not_applicable-soft: #eef0f3;
	}
	@page { size: A4; margin: 15mm 14mm; }
	html { font-size: 10pt; }
	* { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
	nav, .skip { display: none; }
	.top, main, footer { max-width: none; padding: 0; }
	h2 { margin-top: 1.6rem; } h2, h3 { break-after: avoid; }
	tr, .total, .bridge li, .chart { break-inside: avoid; }
	.totals { grid-template-columns: repeat(6, 1fr); gap: 0.4rem; }
	.scroll { overflow: visible; }
	a { text-decoration: none; } .seen a[href^="https"]::after { content: ": " attr(href); }
	.card > summary::before { content: ""; }
	.group::details-content, .card::details-content { content-visibility: visible; block-size: auto; }
	.group > summary { list-style: none; }
}
`;
