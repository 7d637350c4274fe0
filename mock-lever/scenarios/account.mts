import { buildAuditEvent, buildSignIn } from './build/auditEvent.mts';
import { addBelow } from './build/below.mts';
import { buildArchiveReason, buildStage } from './build/definitions.mts';
import { buildContact } from './build/contact.mts';
import type { BuildContext } from './build/context.mts';
import { overlay } from './build/context.mts';
import { buildOffer } from './build/offer.mts';
import { buildOpportunity } from './build/opportunity.mts';
import { buildPosting } from './build/posting.mts';
import { addRequisition, codeOf } from './build/statedRequisition.mts';
import { buildUser } from './build/user.mts';
import type { SymbolicIds } from './ids.mts';
import type { StoredContact, StoredOpportunity, StoredPosting } from './records.mts';
import type {
	OfferSituation,
	OpportunitySituation,
	PostingSituation,
	Situation,
	UserSituation,
} from './situation.mts';

function found<T>(value: T | undefined, kind: string, name: string): T {
	if (value === undefined) throw new Error(`"${name}" is not a ${kind}.`);
	return value;
}

const byId = <T extends { id: string }>(records: readonly T[]) =>
	new Map(records.map((record) => [record.id, record]));

/** Gives every record of a file its id, so that records may name each other in any order. */
export function defineIds(ids: SymbolicIds, situation: Situation): void {
	const { stages, contacts, opportunities, offers, users, archiveReasons, postings, requisitions } =
		situation.lever ?? {};
	for (const stage of stages ?? []) ids.define(stage.id, stage.fixedId ? stage.id : undefined);
	for (const records of [
		contacts,
		opportunities,
		offers,
		users,
		archiveReasons,
		postings,
		requisitions,
	]) {
		for (const record of records ?? []) ids.define(record.id);
	}
}

function addOpportunity(
	context: BuildContext,
	source: OpportunitySituation,
	contact: StoredContact,
	posting: StoredPosting,
	offers: readonly OfferSituation[],
): void {
	const { database } = context;
	const built = buildOpportunity(context, source, contact, posting, offers);
	const opportunity: StoredOpportunity = built.opportunity;
	database.opportunities.push(opportunity);
	if (built.application !== null) database.applications.push(built.application);
	addBelow(context, source, opportunity);
	for (const offer of offers) {
		database.offers.push(buildOffer(context, offer, opportunity, posting));
	}
}

function addPosting(context: BuildContext, source: PostingSituation): void {
	const { clock, database, ids, situation } = context;
	const { owner, hiringManager, raw, ...facts } = source;
	const userOf = (name: string | null | undefined, usual: string) => {
		if (name === null || (name === undefined && !ids.knows(usual))) return undefined;
		return { id: ids.resolve(name ?? usual) };
	};
	const codes = (situation.lever?.requisitions ?? [])
		.filter(({ postings }) => postings.includes(source.id))
		.map((requisition) => codeOf(context, requisition));
	const posting = buildPosting({
		...facts,
		id: ids.resolve(source.id),
		createdAt: clock.epoch({ day: -700 - database.postings.length }),
		site: database.accounts[0]?.site ?? '',
		owner: userOf(owner, 'user-recruiter-1'),
		hiringManager: userOf(hiringManager, 'user-hiring-manager'),
		requisitionCodes:
			source.requisitionCodes ??
			(codes.length > 0 ? codes : [`T-${31 + database.postings.length}`]),
	});
	database.postings.push(overlay(context, posting, raw));
}

function addUser(context: BuildContext, source: UserSituation): void {
	const { clock, database, stated } = context;
	const user = buildUser(context, source);
	database.users.push(user);
	const { lastSignInAt } = source;
	if (lastSignInAt === undefined) return;
	stated.signIns.add(user.id);
	if (lastSignInAt !== null) {
		database.audit_events.push(buildSignIn(user, clock.epoch(lastSignInAt)));
	}
}

/** Adds the Lever records of one file to the account. `defineIds` must have run. */
export function addRecords(context: BuildContext): void {
	const { database, ids, situation } = context;
	const lever = situation.lever ?? {};
	for (const stage of lever.stages ?? []) database.stages.push(buildStage(context, stage));
	for (const reason of lever.archiveReasons ?? []) {
		database.archive_reasons.push(buildArchiveReason(context, reason));
	}
	for (const posting of lever.postings ?? []) {
		addPosting(context, posting);
	}
	for (const user of lever.users ?? []) addUser(context, user);
	for (const contact of lever.contacts ?? []) {
		database.contacts.push(buildContact(context, contact));
	}
	const contacts = byId(database.contacts);
	const postings = byId(database.postings);
	const offers = new Map<string, OfferSituation[]>();
	for (const offer of lever.offers ?? []) {
		offers.set(offer.opportunity, [...(offers.get(offer.opportunity) ?? []), offer]);
	}
	for (const source of lever.opportunities ?? []) {
		const contact = found(contacts.get(ids.resolve(source.contact)), 'contact', source.contact);
		const postingName = source.posting ?? 'posting-backend';
		const posting = found(postings.get(ids.resolve(postingName)), 'posting', postingName);
		addOpportunity(context, source, contact, posting, offers.get(source.id) ?? []);
		offers.delete(source.id);
	}
	const [stray] = offers.keys();
	if (stray !== undefined) throw new Error(`"${stray}" is not an opportunity of this file.`);
	for (const requisition of lever.requisitions ?? []) addRequisition(context, requisition);
	for (const event of lever.auditEvents ?? []) {
		database.audit_events.push(buildAuditEvent(context, event));
	}
}
