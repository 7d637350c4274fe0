import type { Finding } from '../../../shared/contracts';
import { LIST_TITLES } from '../../seal/reliability';
import { digest, factList, prose } from '../facts';
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
	if (read === undefined) return html`<code>${finding.subjectId}</code>`;
	return html`${read.source === 'list' ? LIST_TITLES[read.resource] : `Lever, ${read.resource}`}
	${digest(finding.subjectId)}`;
}

/** One exception in full: what was seen and expected, what to do by when, and how to see it for oneself. */
export function exceptionCard(finding: Finding, model: ReportModel): Html {
	const { remediation } = finding;
	const address = finding.evidence.find(({ leverUrl }) => leverUrl !== null)?.leverUrl;
	return html`<li class="card ${finding.status}">
		<p class="card-head">
			${badge(finding.status)} <a href="#check-${finding.checkId}">${finding.checkId}</a>
			${subject(finding, model)} ${address && link(address, 'Open in Lever')}
		</p>
		<p class="message">${prose(finding.message)}</p>
		<dl class="seen">
			<div>
				<dt>Seen</dt>
				<dd>${factList(finding.observed)}</dd>
			</div>
			<div>
				<dt>Expected</dt>
				<dd>${factList(finding.expected)}</dd>
			</div>
			<div class="to-do">
				<dt>To do</dt>
				<dd>
					${prose(remediation.text)}
					${remediation.dueAt !== null &&
					html`<strong class="due">By ${remediation.dueAt}</strong>`}
					${remediation.ownerId !== null &&
					html`<span class="owner">owner <code>${remediation.ownerId}</code></span>`}
				</dd>
			</div>
		</dl>
		<details>
			<summary>See it for yourself</summary>
			${recordsOf(finding.evidence, model)}
			<p class="quiet">
				${ruleWithDates(finding)} Severity ${finding.severity}; rests on
				${finding.basis === 'presence' ? 'something that was read' : 'nothing having been found'};
				reason <code>${finding.reasonCode}</code>${finding.match &&
				html`; linked on rung ${finding.match.rung}`}${finding.approvalId !== undefined &&
				html`; approval <code>${finding.approvalId}</code>`}.
				Fingerprint <code class="digest">${finding.fingerprint}</code>
			</p>
		</details>
	</li> `;
}

function ruleWithDates(finding: Finding): Html | false {
	if (finding.controls.length === 0) return false;
	return html`Controls:
	${finding.controls.map(({ framework, id }) => `${framework} ${id}`).join(', ')}. `;
}
