import type { EpochMilliseconds, FeedbackFacts } from '../../../shared/contracts';
import { counted } from '../../phrases';
import { wholeNumber } from '../../policy/settings';
import { always, ISO_27001, SOC_2 } from '../controls';
import { offerEvidence, readReference } from '../evidence';
import { offersUnread } from '../offers/offersUnread';
import type { Check, CheckContext, HireSubject, Part } from '../types';

export const COMPETENCE_SETTINGS = {
	minimumFeedback: wholeNumber({
		title: 'Minimum Feedback Forms',
		description: 'How many feedback forms of interviewers must be complete before the offer',
		standard: 1,
		from: 1,
		to: 20,
	}),
};

/** Compliance reference B.2 PIP-02. */
export const competence: Check = {
	id: 'PIP-02',
	version: 1,
	title: 'Evidence of competence before the offer',
	tests: 'Interviewers had completed feedback forms about every hire before the offer.',
	family: 'pipeline',
	needs: { lists: [], collections: ['hires', 'interviews'], reads: ['interviews'] },
	restsOn: ['hires', 'interviews'],
	policyFields: ['organisationZone', 'workZones', 'pipeline.minimumFeedback'],
	severity: 'low',
	controls: [
		{ framework: SOC_2, id: 'CC1.4', isMetBy: always },
		{ framework: ISO_27001, id: '7.2', isMetBy: always },
	],
	remediation:
		'Record who assessed the candidate and when. Have interviewers complete their feedback in Lever before an offer is made.',
	evaluate: {
		hire(subject, context) {
			const offeredAt = offeredMoment(subject);
			const { zone } = subject.zone;
			const forms = (subject.hire.feedback?.forms ?? []).filter(isComplete);
			const early = forms.filter(
				({ completedAt }) => offeredAt !== null && completedAt <= offeredAt,
			);
			const offeredOn = offeredAt === null ? null : zone.civilDate(offeredAt);
			const part = decide(subject, context, offeredAt, forms.length, early.length);
			if (part.status !== 'fail') {
				const unread = offersUnread(subject, context, 'it is not known when one was made');
				if (unread) return unread;
			}
			return {
				basis: 'presence',
				...part,
				observed: {
					feedbackForms: forms.map(({ feedbackId }) => feedbackId),
					completedBeforeOffer: early.length,
					offeredOn,
					timeZone: zone.name,
				},
				expected: { completedBeforeOffer: context.policy.pipeline.minimumFeedback },
				evidence: [
					...offerEvidence(subject, context),
					...forms.map((form) =>
						readReference(form.feedbackId, {
							collectionId: subject.hire.feedback?.collectionId ?? '',
							rawSha256: form.rawSha256,
						}),
					),
				],
				...(offeredOn !== null && { deviationDay: offeredOn }),
			};
		},
	},
};

function isComplete(
	form: FeedbackFacts,
): form is FeedbackFacts & { completedAt: EpochMilliseconds } {
	return form.completedAt !== null;
}

/** When the offer that holds was sent, else made; without an offer, when the person was hired. */
function offeredMoment({ start, acceptance }: HireSubject): EpochMilliseconds | null {
	const offer = start.offer?.offer;
	return offer?.sentAt ?? offer?.createdAt ?? acceptance.at;
}

function decide(
	{ hire: { feedback } }: HireSubject,
	{ policy }: CheckContext,
	offeredAt: EpochMilliseconds | null,
	complete: number,
	early: number,
): Part {
	const { minimumFeedback } = policy.pipeline;
	const expected = `Expected: ${counted(minimumFeedback, 'complete form')} before the offer.`;
	if (early >= minimumFeedback) {
		return {
			status: 'pass',
			reasonCode: 'assessed-before-offer',
			message: `${counted(early, 'feedback form was', 'feedback forms were')} complete before the offer.`,
		};
	}
	if (feedback === undefined || feedback.read !== true) {
		const why = feedback === undefined || feedback.read === true ? '' : ` ${feedback.read.message}`;
		return {
			status: 'indeterminate',
			basis: 'absence',
			reasonCode: 'feedback-unread',
			message: `The feedback of interviewers could not be read.${why} ${expected}`,
			remediation: 'Let the credential read feedback in Lever, then collect and check again.',
		};
	}
	if (complete < minimumFeedback) {
		return {
			status: 'fail',
			basis: 'absence',
			reasonCode: complete === 0 ? 'no-feedback' : 'too-little-feedback',
			message: `${complete === 0 ? 'No feedback form is' : `Only ${counted(complete, 'feedback form is', 'feedback forms are')}`} complete. ${expected}`,
		};
	}
	if (offeredAt === null) {
		return {
			status: 'indeterminate',
			reasonCode: 'offer-undated',
			message: `Feedback is complete, but nothing says when the offer was made. ${expected}`,
		};
	}
	return {
		status: 'warn',
		reasonCode: 'feedback-late',
		message: `${early === 0 ? 'No feedback form was complete before the offer, only later' : `${counted(early, 'feedback form was', 'feedback forms were')} complete before the offer, the others only later`}. ${expected}`,
	};
}
