import type { Finding } from '../../../shared/contracts';
import { LIST_TITLES } from '../../pack/listTitles';
import { digest, factList, id, prose } from '../facts';
import { html, link, type Html } from '../html';
import type { ReportModel } from '../model';
import { recordsOf } from '../reperform';
import { badge } from '../statusWords';

const SUBJECT_WORDS: Record<Finding['subjectType'], string> = {
	hire: 'Hire',
	user: 'User',
	collection: 'Read of',
	screeningRecord: 'Screening record',
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
	return html`${read.source === 'list' ? LIST_TITLES[read.resource] : `Lever, ${read.resource}`}
	${digest(finding.subjectId)}`;
}

/** One exception: what was seen and expected, what to do by when, and how to see it for oneself. */
export function exceptionCard(finding: Finding, model: ReportModel): Html {
	const address = finding.evidence.find(({ leverUrl }) => leverUrl !== null)?.leverUrl;
	return html`<li class="card ${finding.status}">
		<p class="card-head">
			${badge(finding.status)} ${subject(finding, model)}
			${address && link(address, 'Open in Lever')}
		</p>
		<p class="message">${prose(finding.message)}</p>
		<p class="to-do"><strong>To do.</strong> ${toDo(finding)}</p>
		<details>
			<summary>See it for yourself</summary>
			<dl class="seen">
				<div>
					<dt>Seen</dt>
					<dd>${factList(finding.observed)}</dd>
				</div>
				<div>
					<dt>Expected</dt>
					<dd>${factList(finding.expected)}</dd>
				</div>
			</dl>
			${recordsOf(finding.evidence, model)} ${background(finding)}
		</details>
	</li> `;
}

/** What to do, by when, and whose it is. */
export function toDo({ remediation }: Finding): Html {
	return html`${prose(remediation.text)}
	${remediation.dueAt !== null && html`<strong class="due">By ${remediation.dueAt}.</strong>`}
	${remediation.ownerId !== null &&
	html`<span class="owner">Owner <code>${remediation.ownerId}</code></span>`}`;
}

function background(finding: Finding): Html {
	const controls = finding.controls.map(({ framework, id }) => `${framework} ${id}`).join(', ');
	return html`<p class="quiet">
		${controls !== '' && `Controls: ${controls}.`} Severity ${finding.severity}; rests on
		${finding.basis === 'presence' ? 'something that was read' : 'nothing having been found'};
		reason
		<code>${finding.reasonCode}</code>${finding.match &&
		html`; linked on rung ${finding.match.rung}`}${finding.approvalId !== undefined &&
		html`; approval <code>${finding.approvalId}</code>`}.
		Fingerprint ${digest(finding.fingerprint)}
	</p>`;
}
