import type {
	Collection,
	ExceptionItem,
	Finding,
	FindingStatus,
	Hire,
	User,
} from '../../shared/contracts';
import { LIST_LABELS } from '../lists';

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
	const labels = labelsOf(known);
	const users = new Map(known.users.map((user) => [user.userId, user]));
	return findings
		.filter(({ status }) => REPORTED.has(status))
		.map((finding): ExceptionItem => {
			const { subjectType, subjectId, remediation } = finding;
			return {
				...finding,
				subjectLabel: labels.get(labelKey(subjectType, subjectId)) ?? subjectId,
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

function labelsOf({ hires, users, collections }: Known): ReadonlyMap<string, string> {
	const labels = new Map<string, string>();
	for (const { hireId, confidential, identity } of hires) {
		const label = confidential || identity.name.trim() === '' ? hireId : identity.name;
		labels.set(labelKey('hire', hireId), label);
	}
	for (const { userId, name } of users) labels.set(labelKey('user', userId), name || userId);
	for (const collection of collections) {
		if (collection.source === 'list') {
			const { collectionId, resource } = collection;
			labels.set(labelKey('collection', collectionId), LIST_LABELS[resource]);
			continue;
		}
		// The reads of the run, so that a record that did not arrive has a name too.
		for (const { collectionId, resource, purpose } of [collection, ...(collection.reads ?? [])]) {
			labels.set(labelKey('collection', collectionId), `Lever: ${resource} (${purpose})`);
		}
	}
	return labels;
}

function labelKey(subjectType: string, subjectId: string): string {
	return `${subjectType} ${subjectId}`;
}

function ownerOf(user: User | undefined): ExceptionItem['owner'] {
	return user ? { id: user.userId, name: user.name, email: user.email } : null;
}
