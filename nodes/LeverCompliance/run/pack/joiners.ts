import type { CivilDate, EpochMilliseconds, Joiner, Period } from '../../../shared/contracts';
import { listedDay, type TimeZone } from '../../../shared/dates';
import { decidingCompletion, recordsByMeaning, strongest } from '../../checks/screening/records';
import type { Account, HireSubject } from '../../checks/types';
import type { ScreeningLink } from '../../matching';
import type { Policy } from '../../policy';
import { accountsOfHire } from '../../checks/access/accountsOfHire';

/** Every start of the period, and those whose first day is not known; by hireId. */
export function joinersOf(account: Account, policy: Policy): Joiner[] {
	return account.hires
		.filter(({ start }) => start.date === null || isWithin(start.date, account.period))
		.map((subject) => joinerOf(subject, account, policy));
}

function isWithin(date: CivilDate, { from, to }: Period): boolean {
	return date >= from && date <= to;
}

function joinerOf(subject: HireSubject, account: Account, policy: Policy): Joiner {
	const { hire, start, acceptance, staff } = subject;
	const { zone } = subject.zone;
	const offer = start.offer?.offer ?? newest(hire.offers);
	const link = decidingLink(subject, policy);
	const [first] = accountsOfHire(subject, account);
	return {
		kind: 'joiner',
		hireId: hire.hireId,
		contact: hire.contact,
		jobTitle: hire.jobTitle,
		workLocation: hire.workLocation,
		zone: zone.name,
		offerId: offer?.id ?? null,
		offerSentOn: dayOf(offer?.sentAt, zone),
		acceptedOn: dayOf(acceptance.at, zone),
		acceptedAtSource: acceptance.source,
		firstDay: start.date,
		firstDaySource: start.source,
		screeningRecordId: link?.record.recordId ?? null,
		screeningState: link?.record.state ?? null,
		screeningOrderedOn: link ? listedDay(link.record.orderedAt, zone) : null,
		screeningCompletedOn: link ? listedDay(link.record.completedAt, zone) : null,
		matchRung: link?.rung ?? null,
		staffRecordId: staff.row?.record.recordId ?? null,
		userId: first?.userId ?? null,
		accountCreatedOn: dayOf(first?.createdAt, zone),
		accountDeactivatedOn: dayOf(first?.deactivatedAt, zone),
	};
}

function dayOf(instant: EpochMilliseconds | null | undefined, zone: TimeZone): CivilDate | null {
	return instant === null || instant === undefined ? null : zone.civilDate(instant);
}

function newest(offers: HireSubject['hire']['offers']) {
	return [...offers].sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0)).at(0);
}

/** The record that decides SCR-02; without a first day, or a done record, the best that is linked. */
function decidingLink(
	{ screening, start, zone }: HireSubject,
	policy: Policy,
): ScreeningLink | undefined {
	// One record is it, whatever it says.
	if (start.date !== null && screening.linked.length > 1) {
		const rules = { policy, workZone: zone.zone };
		const deciding = decidingCompletion(recordsByMeaning(screening, start.date, rules));
		if (deciding) return deciding.link;
	}
	return strongest(screening.linked);
}
