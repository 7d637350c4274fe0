import { withoutAddresses } from '../../../shared/addresses';
import { RowNotices } from './rowNotices';

const LONGEST_STATUS = 40;

/**
 * Statuses that are not known, for two readers: those who must act see the words of the list on the
 * output Exceptions, a pack holds row numbers only. With some lists a status is a result, or says why
 * somebody is away (rules.md §10).
 */
export class UnknownStatuses {
	private readonly named: RowNotices;

	constructor(
		listName: string,
		private readonly unnamed: RowNotices,
	) {
		this.named = new RowNotices(listName);
	}

	note(status: string, row: number): void {
		if (status === '') {
			this.unnamed.note('the status is empty', row);
			return;
		}
		this.unnamed.note('the status is not known', row);
		const line = withoutAddresses(status)
			.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
			.trim();
		const shown = [...line].slice(0, LONGEST_STATUS).join('');
		this.named.note(`the status "${shown}" is not known`, row);
	}

	/** Sentences with the texts, for the output Exceptions only. */
	sentences(): string[] {
		return this.named.sentences();
	}
}
