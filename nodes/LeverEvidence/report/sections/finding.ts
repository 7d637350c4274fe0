import type { Finding } from '../../../shared/contracts';
import { LIST_TITLES } from '../../pack/listTitles';
import { digest, factList, id, prose } from '../facts';
import { html, link, type Html } from '../html';
import type { ReportModel } from '../model';
import { citations } from '../recordBook';
import { readTitle } from './collections';

const SUBJECT_WORDS: Record<Finding['subjectType'], string> = {
	account: 'Lever',
	collection: 'Read of',
	hire: 'Hire',
	opportunity: 'Opportunity',
	screeningRecord: 'Screening record',
	staffRecord: 'Staff record',
	user: 'User',
};

/** "Hire 3f1c…", for instance */
function subject(finding: Finding, model: ReportModel): Html {
	return html`<span class="subject"
		>${SUBJECT_WORDS[finding.subjectType] ?? 'Subject'} ${subjectName(finding, model)}</span
	>`;
}

/** The id; for a read, what was read, since its id is a digest that says nothing to a person. */
export function subjectName(finding: Finding, model: ReportModel): Html {
	const read =
		finding.subjectType === 'collection' ? model.collections.get(finding.subjectId) : undefined;
	if (read === undefined) return id(finding.subjectId);
	return html`${read.source === 'list' ? LIST_TITLES[read.resource] : `Lever, ${readTitle(read)}`}
	${digest(finding.subjectId)}`;
}

/**
 * One exception: what was seen and when to act stand on one line, how to see it for oneself opens below.
 *
 * @param sharedToDo what to do, where it already stands above all of them; else null
 */
export function exceptionCard(
	finding: Finding,
	model: ReportModel,
	sharedToDo: string | null,
): Html {
	const address = finding.evidence.find(({ leverUrl }) => leverUrl !== null)?.leverUrl;
	const { ownerId, dueAt, text } = finding.remediation;
	return html`<details class="card ${finding.status}">
		<summary>
			<span>${prose(finding.message)} ${subject(finding, model)}</span>
			${dueAt !== null && html`<span class="due">By <time>${dueAt}</time></span>`}
		</summary>
		<dl class="seen">
			${text !== sharedToDo && term('To do', prose(text))}
			${ownerId !== null && term('Owner', html`<code>${ownerId}</code>`)}
			${term('Seen', factList(finding.observed))} ${term('Expected', factList(finding.expected))}
			${term('Records', citations(finding.evidence, model.records))}
			${address && term('In Lever', link(address, 'Open in Lever'))}
		</dl>
		${background(finding)}
	</details> `;
}

function term(title: string, content: Html): Html {
	return html`<div>
		<dt>${title}</dt>
		<dd>${content}</dd>
	</div> `;
}

/** What to do, by when, and whose it is. */
export function toDo({ remediation }: Finding): Html {
	return html`${prose(remediation.text)}
	${remediation.dueAt !== null && html`<strong class="due">By ${remediation.dueAt}.</strong>`}
	${remediation.ownerId !== null &&
	html`<span class="owner">Owner <code>${remediation.ownerId}</code></span>`}`;
}

function background(finding: Finding): Html {
	return html`<p class="quiet">
		Severity ${finding.severity}; rests on
		${finding.basis === 'presence' ? 'something that was read' : 'nothing having been found'};
		reason
		<code>${finding.reasonCode}</code>${finding.match &&
		html`; linked on rung ${finding.match.rung}`}${finding.approvalId !== undefined &&
		html`; approval <code>${finding.approvalId}</code>`}.
	</p>`;
}
