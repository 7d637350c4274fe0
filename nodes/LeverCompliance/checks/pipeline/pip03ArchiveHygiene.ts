import type { HireArchive } from '../../../shared/contracts';
import { INFORMATION_CONTROLS } from '../controls';
import { readReference, startEvidence } from '../evidence';
import { previousRecordReference } from '../previousRun';
import { firstDay, startFacts } from '../start';
import type { Check, CheckContext, HireSubject, Part } from '../types';

/**
 * Compliance reference B.2 PIP-03. Opportunities that are in order are counted and give no finding: there
 * are thousands of them.
 */
export const archiveHygiene: Check = {
	id: 'PIP-03',
	version: 1,
	title: 'Archived with a reason, hired with a start',
	tests:
		'Every archived opportunity has a reason, every hired one a first day, and none was opened again after it was archived as hired.',
	family: 'pipeline',
	needs: { lists: [], collections: ['hires', 'records'] },
	restsOn: ['hires'],
	policyFields: ['organisationZone', 'workZones'],
	severity: 'low',
	controls: INFORMATION_CONTROLS,
	remediation:
		'Put the archive reason and the first day right in Lever, so that hires are found and counted.',
	evaluate: {
		hire(subject, context) {
			return {
				basis: 'presence',
				expected: { archivedAsHiredOnce: true, startDate: 'stated' },
				evidence: startEvidence(subject, context),
				...decide(subject, context),
				observed: { archivedOn: archivedDay(subject), ...startFacts(subject) },
			};
		},
		opportunity({ opportunity }, { organisationZone }) {
			const { archived, opportunityId } = opportunity;
			if (archived === null) return { notInPopulation: 'Not archived' };
			if (archived.reasonId !== null) return { notInPopulation: 'Archived with a reason' };
			const { archivedAt } = archived;
			return {
				status: 'fail',
				basis: 'presence',
				reasonCode: 'archived-without-reason',
				message:
					'The opportunity is archived without a reason, so it counts neither as hired nor as turned down. Expected: an archive reason.',
				observed: { archived: true },
				expected: { archiveReason: 'stated' },
				evidence: [readReference(opportunityId, opportunity)],
				...(archivedAt !== null && { deviationDay: organisationZone.civilDate(archivedAt) }),
			};
		},
	},
};

function decide(subject: HireSubject, { previousRun }: CheckContext): Part {
	const { hire, zone, references } = subject;
	const hired = hire.archives.filter(({ reasonType }) => reasonType === 'hired');
	const reopened = hired.find((archive) => wasMovedAfter(subject, archive));
	if (reopened) {
		return {
			status: 'fail',
			reasonCode: 'moved-after-hiring',
			message: `The opportunity was archived as hired on ${zone.zone.civilDate(reopened.archivedAt)} and moved to another stage later. Expected: no move after the hiring.`,
			deviationDay: zone.zone.civilDate(reopened.archivedAt),
			evidence: [...references.opportunities],
		};
	}
	if (hired.length === 0) {
		const before = previousRun?.hires?.get(hire.hireId);
		if (!previousRun || before === undefined || before.archivedAt === null) return NOT_ARCHIVED;
		return {
			...REOPENED,
			evidence: [
				...references.opportunities,
				previousRecordReference(previousRun, hire.hireId, before),
			],
		};
	}
	const start = firstDay(subject);
	if (start.date !== null) return IN_ORDER;
	// As in OFR-03 (rules.md §6): words that are no date say as little as an empty field.
	const missing =
		start.reasonCode === 'start-missing' || subject.start.reading.kind === 'unparsable';
	const [{ archivedAt }] = hired as [HireArchive, ...HireArchive[]];
	return {
		status: missing ? 'fail' : 'indeterminate',
		reasonCode: missing ? 'hired-without-start' : start.reasonCode,
		message: `Archived as hired. ${start.text} Expected: a first day.`,
		deviationDay: zone.zone.civilDate(archivedAt),
	};
}

function wasMovedAfter({ hire }: HireSubject, { opportunityId, archivedAt }: HireArchive): boolean {
	return (hire.stageChanges ?? []).some(
		(change) => change.opportunityId === opportunityId && change.at > archivedAt,
	);
}

function archivedDay({ hire, zone }: HireSubject): string | null {
	return hire.archivedAt === null ? null : zone.zone.civilDate(hire.archivedAt);
}

const IN_ORDER: Part = {
	status: 'pass',
	reasonCode: 'in-order',
	message: 'Archived as hired, with a first day, and not opened again.',
};

const NOT_ARCHIVED: Part = {
	status: 'not_applicable',
	reasonCode: 'not-archived-as-hired',
	message: 'The opportunity is not archived as hired, so there is no archiving to judge.',
};

const REOPENED: Part = {
	status: 'fail',
	reasonCode: 'reopened-after-hiring',
	message:
		'An earlier run saw the opportunity archived as hired, and it is not any more. Expected: hires stay archived as hired.',
};
