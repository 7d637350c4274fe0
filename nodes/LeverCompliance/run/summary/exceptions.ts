import type {
	Collection,
	ExceptionItem,
	Finding,
	FindingStatus,
	Hire,
	SubjectType,
	User,
} from '../../../shared/contracts';
import { LIST_LABELS } from '../../lists';

const REPORTED: ReadonlySet<FindingStatus> = new Set(['fail', 'warn', 'indeterminate']);

interface Known {
	hires: readonly Hire[];
	users: readonly User[];
	collections: readonly Collection[];
}

/**
 * What somebody must act on, with the names that those need: fails first, then what could not be
 * decided, then warnings. Confidential hires are shown by their id (rules.md §10).
 */
export function exceptionItems(findings: readonly Finding[], known: Known): ExceptionItem[] {
	const reported = findings.filter(({ status }) => REPORTED.has(status));
	const labelOf = labels(known, new Set(reported.map(({ subjectId }) => subjectId)));
	const users = new Map(known.users.map((user) => [user.userId, user]));
	return reported
		.map((finding): ExceptionItem => {
			const { subjectType, subjectId, remediation } = finding;
			return {
				...finding,
				subjectLabel: labelOf(subjectType, subjectId),
				owner: ownerOf(users.get(remediation.ownerId ?? '')),
			};
		})
		.sort((a, b) => STATUS_ORDER[a.status] - STATUS_ORDER[b.status]);
}

const STATUS_ORDER: Record<FindingStatus, number> = {
	fail: 0,
	indeterminate: 1,
	warn: 2,
	excepted: 3,
	pass: 4,
	not_applicable: 5,
};

/**
 * What people call a subject; its id where nothing better is known.
 *
 * @param wanted ids of the subjects that will be asked about
 */
function labels(
	{ hires, users, collections }: Known,
	wanted: ReadonlySet<string>,
): (subjectType: SubjectType, subjectId: string) => string {
	const wantedHires = hires.filter(({ hireId }) => wanted.has(hireId));
	const byType: Partial<Record<SubjectType, ReadonlyMap<string, string>>> = {
		hire: new Map(wantedHires.map((hire) => [hire.hireId, labelOfHire(hire)])),
		user: new Map(users.map(({ userId, name }) => [userId, name])),
		collection: labelsOfCollections(collections),
	};
	return (subjectType, subjectId) => byType[subjectType]?.get(subjectId) || subjectId;
}

function labelOfHire({ hireId, confidential, identity }: Hire): string {
	return confidential || identity.name.trim() === '' ? hireId : identity.name;
}

function labelsOfCollections(collections: readonly Collection[]): ReadonlyMap<string, string> {
	const labelsById = new Map<string, string>();
	for (const collection of collections) {
		if (collection.source === 'list') {
			labelsById.set(collection.collectionId, LIST_LABELS[collection.resource]);
			continue;
		}
		// The reads of the run, so that a record that did not arrive has a name too.
		for (const { collectionId, resource, purpose } of [collection, ...(collection.reads ?? [])]) {
			labelsById.set(collectionId, `Lever: ${resource} (${purpose})`);
		}
	}
	return labelsById;
}

function ownerOf(user: User | undefined): ExceptionItem['owner'] {
	return user ? { id: user.userId, name: user.name, email: user.email } : null;
}
