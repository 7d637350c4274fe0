import { isoMoment } from '../../../fields/isoMoment';
import { reference } from '../../../fields/reference';
import type { DeletedPostingRecord, PostingApplyFormRecord, PostingRecord } from '../../records';

export function simplifyPosting(record: PostingRecord): object {
	const { categories } = record;
	return {
		id: record.id,
		text: record.text,
		state: record.state,
		department: categories?.department ?? null,
		team: categories?.team ?? null,
		location: categories?.location ?? null,
		commitment: categories?.commitment ?? null,
		...reference('owner', record.owner),
		...reference('hiringManager', record.hiringManager),
		confidentiality: record.confidentiality,
		createdAt: isoMoment(record.createdAt),
		url: record.urls?.show ?? null,
	};
}

export function simplifyDeletedPosting(record: DeletedPostingRecord): object {
	return { id: record.id, deletedAt: isoMoment(record.deletedAt) };
}

/** Without the questions of the EEO survey. */
export function simplifyApplicationForm(record: PostingApplyFormRecord, postingId: string): object {
	return {
		postingId,
		personalInformation: record.personalInformation ?? [],
		customQuestions: record.customQuestions ?? [],
		urls: record.urls ?? [],
	};
}
