import type { LeverDatabase, StoredOffer } from './records.mts';
import type { Situation } from './situation.mts';

type Named = { id: string };

/** Records with those of the same id laid over them. */
function laidOver<T extends Named>(
	records: readonly T[] | undefined,
	changes: ReadonlyArray<Partial<T> & Named> | undefined,
	file: string,
): T[] | undefined {
	for (const { id } of changes ?? []) {
		if (!records?.some((record) => record.id === id)) {
			throw new Error(`"previous" names "${id}", which is no record of ${file}.`);
		}
	}
	return records?.map((record) => ({ ...record, ...changes?.find(({ id }) => id === record.id) }));
}

/**
 * A situation as an earlier run saw it: what it says under `previous` in place of what is so today.
 *
 * @throws Error for a record that the situation does not have
 */
export function asSeenBefore(situation: Situation): Situation {
	const { previous, lever } = situation;
	if (previous === undefined || lever === undefined) return situation;
	const offers = laidOver(lever.offers, previous.offers, 'this file');
	const users = laidOver(lever.users, previous.users, 'this file');
	return {
		...situation,
		lever: { ...lever, ...(offers && { offers }), ...(users && { users }) },
		screening: [...(situation.screening ?? []), ...(previous.screening ?? [])],
	};
}

/** An offer whose signatures of later are not there yet. */
function unsigned(offer: StoredOffer, then: number): StoredOffer {
	const signatures = Object.entries(offer.signatures ?? {});
	if (!signatures.some(([, { signedAt }]) => (signedAt ?? 0) > then)) return offer;
	return {
		...offer,
		status: 'sent',
		signedDocument: null,
		signatures: Object.fromEntries(
			signatures.map(([role, signature]) => [
				role,
				(signature.signedAt ?? 0) > then
					? { ...signature, signed: false, signedAt: null }
					: signature,
			]),
		),
	};
}

/**
 * Takes out of an account what came after a moment: records, signatures, archivings and deactivations.
 * What hangs on an opportunity that was not there goes with it.
 */
export function asItStood(db: LeverDatabase, then: number): void {
	const was = <T extends { createdAt: number }>(records: readonly T[]) =>
		records.filter(({ createdAt }) => createdAt <= then);
	db.opportunities = was(db.opportunities).map((opportunity) =>
		(opportunity.archived?.archivedAt ?? 0) > then
			? { ...opportunity, archived: null }
			: opportunity,
	);
	const there = new Set(db.opportunities.map(({ id }) => id));
	const hangs = <T extends { createdAt: number; opportunityId: string }>(records: readonly T[]) =>
		was(records).filter(({ opportunityId }) => there.has(opportunityId));
	db.offers = hangs(db.offers).map((offer) => unsigned(offer, then));
	db.applications = hangs(db.applications);
	db.users = was(db.users).map((user) =>
		(user.deactivatedAt ?? 0) > then ? { ...user, deactivatedAt: null } : user,
	);
	db.audit_events = was(db.audit_events);
}
