/** A change that cannot be made, in one sentence for the person who asked for it. */
export class ChangeRefused extends Error {
	constructor(sentence: string) {
		super(sentence);
		this.name = 'ChangeRefused';
	}
}
