/** "1 day", "2 days". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
	return `${count} ${count === 1 ? singular : plural}`;
}

/** Sentences in one line; empty ones are left out. */
export function sentences(...parts: string[]): string {
	return parts.filter((part) => part !== '').join(' ');
}

/** "sent, draft": each different word once, in the order given; a hire may have hundreds of offers. */
export function eachOnce(words: readonly string[]): string {
	return [...new Set(words)].join(', ');
}
