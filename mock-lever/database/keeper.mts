import { statSync } from 'node:fs';
import type { LeverStore } from '../server/store.mts';
import type { World } from '../world/world.mts';
import type { Account } from './account.mts';
import { writeAccount } from './write.mts';

const PAUSE = 1000;

/** Tells one version of a file from another; null when there is none. Every writing makes a new file. */
function versionOf(file: string): string | null {
	const found = statSync(file, { throwIfNoEntry: false });
	return found === undefined ? null : `${found.ino} ${found.size} ${found.mtimeMs}`;
}

/**
 * Keeps an account file up to date: soon after a change, and at the end. A file that somebody else has changed
 * in the meantime, by hand or with another mock, is left as it is.
 */
class AccountKeeper {
	private readonly file: string;
	private readonly account: () => Account;
	private readonly pause: number;
	/** Of the file as this mock knows it */
	private version: string | null;
	private changed = false;
	private timer: NodeJS.Timeout | undefined;
	private writing: Promise<void> = Promise.resolve();

	/**
	 * @param account as it is now
	 * @param isNew whether the account was made just now; else it was loaded from the file just now
	 * @param pause between the first change and the writing, milliseconds
	 */
	constructor(file: string, account: () => Account, isNew: boolean, pause: number = PAUSE) {
		this.file = file;
		this.account = account;
		this.version = isNew ? null : versionOf(file);
		this.pause = pause;
	}

	/** Says that something has changed. */
	note(): void {
		this.changed = true;
		this.timer ??= setTimeout(() => {
			// What cannot be written now is tried again at the end, which says so.
			this.save().catch(() => {});
		}, this.pause);
		this.timer.unref();
	}

	/**
	 * Writes what has changed, after whatever is being written.
	 *
	 * @throws Error with a sentence when the file cannot be written, or holds what somebody else has written
	 */
	async save(): Promise<void> {
		clearTimeout(this.timer);
		this.timer = undefined;
		const before = this.writing.catch(() => {});
		this.writing = before.then(async () => {
			if (!this.changed) return;
			this.changed = false;
			try {
				this.mustBeKnown();
				await writeAccount(this.file, this.account());
				this.version = versionOf(this.file);
			} catch (fault) {
				this.changed = true;
				throw fault;
			}
		});
		return this.writing;
	}

	private mustBeKnown(): void {
		const found = versionOf(this.file);
		if (found === null || found === this.version) return;
		throw new Error(
			`${this.file} was changed by somebody else meanwhile and stays as it is; what happened in this mock is not saved.`,
		);
	}
}

interface Kept {
	store: LeverStore;
	world: Pick<World, 'onChange'>;
	/** As it is now */
	account: () => Account;
}

/**
 * Keeps the account of a running mock in a file, and writes it at once if the file is new.
 *
 * @returns null when it is kept in no file
 * @throws Error with a sentence when the file cannot be written
 */
export async function keepAccount(
	file: string | undefined,
	isNew: boolean,
	{ store, world, account }: Kept,
): Promise<AccountKeeper | null> {
	if (file === undefined) return null;
	const keeper = new AccountKeeper(file, account, isNew);
	store.onChange(() => keeper.note());
	world.onChange(() => keeper.note());
	if (isNew) {
		keeper.note();
		await keeper.save();
	}
	return keeper;
}
