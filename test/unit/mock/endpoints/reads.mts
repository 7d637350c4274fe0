import type { LeverDatabase } from '../../../../mock-lever/scenarios/records.mts';
import type { Below, Fields } from './account.mts';
import { db, richest } from './account.mts';

/** A read of a list, as lever-api.md describes it, written once more without the mock's code. */
export interface ListRead {
	collection: keyof LeverDatabase;
	/** With ids, ready to be sent */
	path: string;
	/** What must come, in its order, of the whole list without parameters */
	ids: string[];
	/** lever-api.md §4.1 */
	expand: string[];
	/** Fields of every record that are worth asking for alone */
	include: string[];
	/** false: everything at once, without `hasNext` (lever-api.md §3) */
	paged?: false;
}

type Key = (record: never) => Array<number | string>;

/** Ids in the order of a key; a number with `-` before it descends. */
function ordered(records: readonly object[], key: Key): string[] {
	const keyed = records.map((record) => ({ record: record as Fields, key: key(record as never) }));
	keyed.sort((a, b) => {
		for (const [index, left] of a.key.entries()) {
			const right = b.key[index] ?? '';
			if (left !== right) return left < right ? -1 : 1;
		}
		return 0;
	});
	return keyed.map(({ record }) => String(record.id ?? record.text));
}

interface Dated {
	id: string;
	createdAt: number;
}
const oldest: Key = ({ createdAt, id }: Dated) => [createdAt, id];
const newest: Key = ({ createdAt, id }: Dated) => [-createdAt, id];
const byId: Key = ({ id }: { id: string }) => [id];
const byText: Key = ({ text }: { text: string }) => [text.toLowerCase(), text];

const isOpen = ({ confidentiality }: { confidentiality: string }) =>
	confidentiality === 'non-confidential';
const isListed = (record: object) => !('deletedAt' in record) || record.deletedAt === null;

function below(
	collection: Below,
	path: string,
	expand: string[],
	key: Key = oldest,
	include = 'createdAt',
): ListRead {
	const opportunity = richest(collection);
	const records = (db[collection] as Array<{ opportunityId: string }>)
		.filter(({ opportunityId }) => opportunityId === opportunity)
		.filter(isListed);
	return {
		collection,
		path: `/opportunities/${opportunity}/${path}`,
		ids: ordered(records, key),
		expand,
		include: ['id', include],
	};
}

const top = (
	collection: keyof LeverDatabase,
	key: Key,
	more: Partial<ListRead> & { of?: (record: never) => boolean } = {},
): ListRead => {
	const { of = () => true, ...rest } = more;
	const records = (db[collection] as object[]).filter((record) => of(record as never));
	const read = { collection, path: `/${collection}`, expand: [], include: ['id', 'text'], ...rest };
	return { ...read, ids: ordered(records, key) };
};

const ranks = new Map(db.stages.map(({ id, rank }) => [id, rank]));
const PEOPLE = ['owner', 'hiringManager'];

/** Every list of lever-api.md §5, with what it holds. */
export const LISTS: readonly ListRead[] = [
	top(
		'opportunities',
		({ stage, lastAdvancedAt, id }: { stage: string; lastAdvancedAt: number; id: string }) => [
			ranks.get(stage) ?? 0,
			-lastAdvancedAt,
			id,
		],
		{
			of: isOpen,
			expand: ['applications', 'stage', 'owner', 'followers', 'sourcedBy', 'contact'],
			include: ['name', 'tags'],
		},
	),
	below('offers', 'offers', ['creator']),
	top('users', newest, {
		of: ({ deactivatedAt }: { deactivatedAt: number | null }) => deactivatedAt === null,
		include: ['id', 'email'],
	}),
	top('stages', ({ rank }: { rank: number }) => [rank]),
	top('tags', byText, { include: ['text', 'count'] }),
	top('sources', byText, { include: ['text', 'count'] }),
	top('archive_reasons', byId),
	top('postings', newest, {
		of: ({ state, distributionChannels, ...posting }: LeverDatabase['postings'][number]) =>
			isOpen(posting) && (state !== 'published' || !!distributionChannels?.includes('public')),
		expand: ['user', 'followers', ...PEOPLE],
	}),
	top('requisitions', byId, {
		of: isOpen,
		expand: ['creator', 'postings', ...PEOPLE],
		include: ['id', 'name'],
	}),
	top('requisition_fields', byId, { paged: false }),
	below('applications', 'applications', [
		'posting',
		'postingOwner',
		'postingHiringManager',
		'user',
	]),
	below('interviews', 'interviews', ['user', 'stage', 'feedbackForms', 'postings']),
	below('panels', 'panels', ['user', 'stage']),
	below('feedback', 'feedback', ['user']),
	below('forms', 'forms', ['user', 'stage']),
	below('notes', 'notes', ['user']),
	below('referrals', 'referrals', ['user', 'referrer', 'stage']),
	top('feedback_templates', oldest, { include: ['text', 'fields', 'group'] }),
	top('form_templates', oldest, { include: ['text', 'fields', 'group'] }),
	below('resumes', 'resumes', []),
	below(
		'files',
		'files',
		[],
		({ uploadedAt, id }: { uploadedAt: number; id: string }) => [uploadedAt, id],
		'size',
	),
	below('file_actions', 'file_actions', []),
];
// Requisitions stand by id, descending.
LISTS.find(({ path }) => path === '/requisitions')?.ids.reverse();
