import { createHash } from 'node:crypto';

import { ALTERED, STAMP } from '../pack/stamp';
import type { SealedRun } from '../seal/sealedRun';
import { Html, html } from './html';
import { reportModel, type ReportLimits, type ReportModel } from './model';
import { checks } from './sections/checks';
import { collections } from './sections/collections';
import { confirm } from './sections/confirm';
import { exceptions } from './sections/exceptions';
import { lists } from './sections/lists';
import { numbers } from './sections/numbers';
import { policy } from './sections/policy';
import { records } from './sections/records';
import { bottom, top } from './sections/top';
import { upcoming } from './sections/upcoming';
import { verdicts } from './sections/verdicts';
import { verifying } from './sections/verifying';
import { STYLES } from './styles';

const CONTENTS: ReadonlyArray<readonly [id: string, title: string]> = [
	['numbers', 'Numbers'],
	['exceptions', 'What needs a look'],
	['upcoming', 'Starting soon'],
	['confirm', 'Links to confirm'],
	['verdicts', 'Every check'],
	['checks', 'Check by check'],
	['lists', 'Your lists'],
	['collections', 'How it was read'],
	['verifying', 'Verify'],
	['policy', 'Policy'],
	['records', 'Records'],
];

/**
 * `report.html`: one file without script, network or names. Whether the pack can be relied on comes
 * first, then the numbers, then what needs a look, then everything else.
 */
export function renderReport(sealed: SealedRun, limits?: ReportLimits): string {
	const model = reportModel(sealed, limits);
	const page = html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="referrer" content="no-referrer" />
				<title>${titleOf(sealed)}</title>
				${styleElement()}
			</head>
			<body>
				${top(model)}
				<nav aria-label="Contents">
					<ul>
						${CONTENTS.filter(([id]) => isOnPage(id, model)).map(
							([id, title]) => html`<li><a href="#${id}">${title}</a></li> `,
						)}
					</ul>
				</nav>
				<main id="main">
					${numbers(model)} ${exceptions(model)} ${upcoming(model)} ${confirm(model)}
					${verdicts(model)} ${checks(model)} ${lists(model)} ${collections(model)}
					${verifying(model)} ${policy(model)} ${records(model)}
				</main>
				${bottom(model)}
			</body>
		</html> `;
	return page.markup;
}

/** Sections that are written from the head of the run. */
function isOnPage(section: string, { run }: ReportModel): boolean {
	if (section === 'confirm') return run?.toConfirm !== undefined;
	return run !== undefined || !['lists', 'policy'].includes(section);
}

function titleOf({ reliability, asOf }: SealedRun): string {
	const stamps = [
		...(reliability.alteredOrIncomplete.length > 0 ? [ALTERED] : []),
		...(reliability.testData ? [STAMP] : []),
	];
	return [...stamps, `Compliance evidence from Lever, ${asOf?.slice(0, 10) ?? 'undated'}`].join(
		': ',
	);
}

/** The policy's hash covers every character between the tags. */
function styleElement(): Html {
	return new Html(`<style>${STYLES}</style>`);
}

/** Allows this page's own style and nothing else, so that even markup that slipped through stays dead. */
function contentSecurityPolicy(): string {
	const styleHash = createHash('sha256').update(STYLES).digest('base64');
	return `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
}
