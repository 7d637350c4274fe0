import type {
	FrameworkControl,
	FrameworkDocument,
} from '../../nodes/LeverCompliance/checks/frameworks.ts';
import type { Check, CheckFamily } from '../../nodes/LeverCompliance/checks/types.ts';
import type { PlacedSetting } from '../../nodes/LeverCompliance/policy/policy.ts';
import type { CollectionPurpose, ListName } from '../../nodes/shared/contracts/index.ts';

/** Everything that the catalogue of checks is made from; nothing in it is written by hand twice. */
export interface Catalogue {
	checks: readonly Check[];
	settings: readonly PlacedSetting[];
	documents: readonly FrameworkDocument[];
	controls: readonly FrameworkControl[];
	/** Name of each list input */
	lists: Readonly<Record<ListName, string>>;
}

const FAMILIES: Record<CheckFamily, string> = {
	screening: 'Screening',
	offers: 'Offers',
	access: 'Access',
	pipeline: 'Pipeline',
	privacy: 'Privacy',
	connection: 'Connection',
	population: 'Population',
};

const READS: Partial<Record<CollectionPurpose, string>> = {
	hires: 'hires',
	offers: 'their offers',
	users: 'users',
	records: 'archive and decline records',
	definitions: 'stages and archive reasons',
	jobs: 'postings and requisitions',
	interviews: 'feedback',
	files: 'names of files, forms and notes',
	auditEvents: 'audit events',
	connection: 'what the credential may read',
	identities: 'other opportunities of hired contacts',
};

const CERTAINTIES: Record<FrameworkControl['certainty'], string> = {
	read: 'read in a cited source',
	general: 'general knowledge',
	open: 'something is open: look before you rely on it',
};

/** Text of docs/checks.md. */
export function checksDocument(catalogue: Catalogue): string {
	const { checks, documents, controls } = catalogue;
	const parts = [
		'# The checks',
		'Made from the files of the checks by `scripts/catalogue.mts`: change those, not this. What a result means, in which order it is decided, and how dates are read is the same for all checks.',
		'A control is named on a finding only if the policy asks at least as much as the control does; one that the usual policy does not meet is marked †.',
	];
	for (const family of familiesOf(checks)) {
		parts.push(`## ${FAMILIES[family]}`);
		for (const check of checks.filter((one) => one.family === family)) {
			parts.push(section(check, catalogue));
		}
	}
	parts.push('## Policy settings');
	parts.push(
		table(
			['Setting', 'What it decides', 'When nothing is said'],
			catalogue.settings.map(({ path, setting }) => [
				`\`${path.join('.')}\``,
				setting.description,
				`\`${JSON.stringify(setting.standard)}\``,
			]),
		),
	);
	parts.push('## Controls');
	parts.push(
		'Titles are in our own words. What a document asks for stands in the document; certainty says how sure we are of ours.',
	);
	for (const { framework, title, publisher, url, readThrough } of documents) {
		parts.push(`### ${framework}`);
		parts.push(
			`[${title}](${url}), ${publisher}.${readThrough === undefined ? '' : ` Read through <${readThrough}>.`}`,
		);
		parts.push(
			table(
				['Id', 'Where', 'What it asks for', 'Certainty', 'Checks'],
				controls
					.filter((control) => control.framework === framework)
					.map((control) => [
						control.id,
						control.section,
						control.title,
						CERTAINTIES[control.certainty],
						checks
							.filter((check) =>
								check.controls.some(
									({ framework: of, id }) => of === framework && id === control.id,
								),
							)
							.map(({ id }) => id)
							.join(', '),
					]),
			),
		);
	}
	return `${parts.join('\n\n')}\n`;
}

/** The README's table: every check in a line. */
export function checksTable({ checks, lists }: Catalogue): string {
	return table(
		['Check', 'What it tests', 'Lists it needs'],
		checks.map(({ id, title, needs, offBecause }) => [
			id,
			`${title}${offBecause ? ' ¹' : ''}`,
			needs.lists.map((list) => lists[list]).join(', '),
		]),
	).concat('\n\n¹ Switched off until the policy says what it needs.');
}

const BEGIN = '<!-- checks:begin -->';
const END = '<!-- checks:end -->';

/**
 * A document with something else between its markers.
 *
 * @throws Error when a marker is missing
 */
export function betweenMarkers(document: string, text: string): string {
	const begin = document.indexOf(BEGIN);
	const end = document.indexOf(END);
	if (begin < 0 || end < begin) throw new Error(`There is no ${BEGIN} with ${END} after it.`);
	return `${document.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${document.slice(end)}`;
}

function familiesOf(checks: readonly Check[]): CheckFamily[] {
	const all = Object.keys(FAMILIES) as CheckFamily[];
	return all.filter((family) => checks.some((check) => check.family === family));
}

function section(check: Check, { settings, lists }: Catalogue): string {
	const { id, version, title, tests, severity, needs, remediation, controls, policyFields } = check;
	const policy = Object.fromEntries(settings.map(({ path, setting }) => [path.join('.'), setting]));
	const fields = policyFields.map((field) => `\`${field}\` (${shown(policy[field]?.standard)})`);
	return [
		`### ${id} ${title}`,
		`${tests}${check.offBecause ? ' Switched off until the policy says what it needs.' : ''}`,
		[
			`- Severity: ${severity}. Version ${version}.`,
			`- Lists: ${needs.lists.map((list) => `\`${lists[list]}\``).join(', ') || 'none'}.`,
			`- Read from Lever: ${readsOf(check) || 'every read that was made'}.`,
			`- Policy, with what holds when it says nothing: ${fields.join(', ') || 'none'}.`,
			`- Controls: ${controlText(controls, standards(settings)) || 'none'}.`,
			`- What to do: ${remediation}`,
		].join('\n'),
	].join('\n\n');
}

/** A default as a reader takes it; long ones stand in the table of settings. */
function shown(standard: unknown): string {
	if (standard === '' || (Array.isArray(standard) && standard.length === 0)) return 'nothing';
	if (typeof standard === 'object')
		return Object.keys(Object(standard)).length === 0 ? 'nothing' : 'a list';
	return String(standard);
}

function readsOf({ needs }: Check): string {
	const purposes = new Set([...needs.collections, ...(needs.reads ?? [])]);
	return [...purposes].map((purpose) => READS[purpose] ?? purpose).join(', ');
}

/** The policy of an organisation that decided nothing. */
function standards(
	settings: readonly PlacedSetting[],
): Parameters<Check['controls'][number]['isMetBy']>[0] {
	const policy: Record<string, unknown> = {};
	for (const { path, setting } of settings) {
		const [group = '', name] = path;
		if (name === undefined) policy[group] = setting.standard;
		else policy[group] = { ...Object(policy[group]), [name]: setting.standard };
	}
	return policy as Parameters<Check['controls'][number]['isMetBy']>[0];
}

function controlText(
	controls: Check['controls'],
	policy: Parameters<Check['controls'][number]['isMetBy']>[0],
): string {
	const byFramework = Map.groupBy(controls, ({ framework }) => framework);
	return [...byFramework]
		.map(([framework, some]) => {
			const ids = some.map(({ id, isMetBy }) => `${id}${isMetBy(policy) ? '' : '†'}`);
			return `${framework} ${ids.join(', ')}`;
		})
		.join('; ');
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
