import { leverPath } from '../../shared/transport';
import type {
	ApplicationRecord,
	FeedbackRecord,
	FileRecord,
	InterviewRecord,
	NoteRecord,
	OfferRecord,
	PanelRecord,
	ProfileFormRecord,
	ReferralRecord,
	ResumeRecord,
} from '../actions/records';
import { isoMoment } from '../fields/isoMoment';
import { listSearch, type ListSearch } from './searchList';

/** The lists of what belongs to the chosen opportunity. */
export const opportunitySearches = {
	searchApplications: listSearch<ApplicationRecord>({
		path: (opportunity) => leverPath`/opportunities/${opportunity}/applications`,
		ofOpportunity: true,
		shown: ({ id, type, createdAt }) => ({ name: dated(type ?? id, createdAt), value: id }),
	}),
	searchFeedback: listSearch<FeedbackRecord>({
		path: (opportunity) => leverPath`/opportunities/${opportunity}/feedback`,
		ofOpportunity: true,
		shown: ({ id, text, createdAt }) => ({ name: dated(text ?? id, createdAt), value: id }),
	}),
	searchFiles: listSearch<FileRecord>({
		path: (opportunity) => leverPath`/opportunities/${opportunity}/files`,
		ofOpportunity: true,
		shown: ({ id, name, uploadedAt }) => ({ name: dated(name ?? id, uploadedAt), value: id }),
	}),
	searchInterviews: listSearch<InterviewRecord>({
		path: (opportunity) => leverPath`/opportunities/${opportunity}/interviews`,
		ofOpportunity: true,
		shown: ({ id, subject, date }) => ({ name: dated(subject ?? id, date), value: id }),
	}),
	searchNotes: listSearch<NoteRecord>({
		path: (opportunity) => leverPath`/opportunities/${opportunity}/notes`,
		ofOpportunity: true,
		shown: ({ id, fields, createdAt }) => ({
			name: dated(beginning(fields?.[0]?.value) ?? id, createdAt),
			value: id,
		}),
	}),
	searchOffers: listSearch<OfferRecord>({
		path: (opportunity) => leverPath`/opportunities/${opportunity}/offers`,
		ofOpportunity: true,
		shown: ({ id, status, createdAt }) => ({ name: dated(status ?? id, createdAt), value: id }),
	}),
	searchPanels: listSearch<PanelRecord>({
		path: (opportunity) => leverPath`/opportunities/${opportunity}/panels`,
		ofOpportunity: true,
		shown: ({ id, interviews, start }) => ({
			name: dated(interviews?.[0]?.subject ?? id, start),
			value: id,
		}),
	}),
	searchProfileForms: listSearch<ProfileFormRecord>({
		path: (opportunity) => leverPath`/opportunities/${opportunity}/forms`,
		ofOpportunity: true,
		shown: ({ id, text, createdAt }) => ({ name: dated(text ?? id, createdAt), value: id }),
	}),
	searchReferrals: listSearch<ReferralRecord>({
		path: (opportunity) => leverPath`/opportunities/${opportunity}/referrals`,
		ofOpportunity: true,
		shown: ({ id, text, createdAt }) => ({ name: dated(text ?? id, createdAt), value: id }),
	}),
	searchResumes: listSearch<ResumeRecord>({
		path: (opportunity) => leverPath`/opportunities/${opportunity}/resumes`,
		ofOpportunity: true,
		shown: ({ id, file, createdAt }) => ({
			name: dated(file?.name ?? 'Without file', createdAt),
			value: id,
		}),
	}),
} satisfies Record<string, ListSearch>;

/** "Technical interview, 2026-11-02": records of one kind often have the same name. */
function dated(name: string, moment: number | string | null | undefined): string {
	const day = isoMoment(moment)?.slice(0, 10);
	return day === undefined ? name : `${name}, ${day}`;
}

const LONGEST_BEGINNING = 60;

function beginning(text: unknown): string | undefined {
	if (typeof text !== 'string' || text.trim() === '') return undefined;
	const characters = [...text.trim()];
	return characters.length <= LONGEST_BEGINNING
		? characters.join('')
		: `${characters.slice(0, LONGEST_BEGINNING).join('')}…`;
}
