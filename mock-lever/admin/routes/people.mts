import type { StoredOffer, StoredOpportunity } from '../../scenarios/records.mts';
import type { LeverStore } from '../../server/store.mts';
import { startDateIn } from '../../world/offers.mts';
import type { AdminRoute } from '../parts.mts';

const SHOWN = 25;
const MOST = 200;

/** As many as are asked for, within reason. */
const limitOf = (query: URLSearchParams) => {
	const wanted = Number(query.get('limit') ?? SHOWN);
	return Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, MOST) : SHOWN;
};

const showOffer = (offer: StoredOffer) => ({
	id: offer.id,
	status: offer.status,
	startDate: startDateIn(offer),
	companySigned: offer.signatures?.company_signature_1?.signed ?? false,
});

function showPerson(store: LeverStore, opportunity: StoredOpportunity) {
	const { id, name, contact, emails, archived, isAnonymized, confidentiality } = opportunity;
	const reason = archived && store.get('archive_reasons', archived.reason);
	return {
		id,
		contact,
		name,
		emails,
		isAnonymized,
		confidential: confidentiality === 'confidential',
		stage: store.get('stages', opportunity.stage) ?? null,
		archived: archived && {
			archivedAt: archived.archivedAt,
			reason: { id: archived.reason, text: reason?.text ?? '', type: reason?.type ?? '' },
		},
		owner: store.get('users', opportunity.owner ?? '')?.name ?? null,
		tags: opportunity.tags,
		offers: store.related('offers', 'opportunityId', id).map(showOffer),
	};
}

const includesText = (text: string, wanted: string) => text.toLowerCase().includes(wanted);

function findPeople(store: LeverStore, query: URLSearchParams) {
	const wanted = (query.get('search') ?? '').trim().toLowerCase();
	const found = store
		.database()
		.opportunities.filter(
			({ id, contact, name, emails }) =>
				wanted === '' ||
				id === wanted ||
				contact === wanted ||
				includesText(name, wanted) ||
				emails.some((email) => includesText(email, wanted)),
		)
		.sort((a, b) => b.lastInteractionAt - a.lastInteractionAt || (a.id < b.id ? -1 : 1));
	return {
		count: found.length,
		people: found.slice(0, limitOf(query)).map((each) => showPerson(store, each)),
	};
}

function findUsers(store: LeverStore, query: URLSearchParams) {
	const wanted = (query.get('search') ?? '').trim().toLowerCase();
	const found = store
		.database()
		.users.filter(
			({ id, name, email }) =>
				wanted === '' || id === wanted || includesText(name, wanted) || includesText(email, wanted),
		)
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
	return {
		count: found.length,
		users: found.slice(0, limitOf(query)).map(({ id, name, email, accessRole, deactivatedAt }) => ({
			id,
			name,
			email,
			accessRole,
			deactivatedAt,
		})),
	};
}

const choicesOf = (store: LeverStore) => {
	const { stages, archive_reasons: reasons, postings, requisitions } = store.database();
	return {
		stages: [...stages].sort((a, b) => a.rank - b.rank).map(({ id, text }) => ({ id, text })),
		reasons,
		postings: postings.map(({ id, text, state }) => ({ id, text, state })),
		requisitions: requisitions.map(({ id, name, status }) => ({ id, name, status })),
	};
};

/** People and users to act on. */
export const peopleRoutes: readonly AdminRoute[] = [
	{
		method: 'GET',
		path: '/choices',
		about: 'Stages, archive reasons, postings and requisitions, for the inputs of changes',
		answer: ({ world }) => choicesOf(world.store),
	},
	{
		method: 'GET',
		path: '/people',
		about: 'Opportunities by name, address or id; ?search=, ?limit= up to 200',
		answer: ({ world }, { query }) => findPeople(world.store, query),
	},
	{
		method: 'GET',
		path: '/users',
		about: 'Users by name, address or id; ?search=, ?limit= up to 200',
		answer: ({ world }, { query }) => findUsers(world.store, query),
	},
];
