/** "1 finding", "2 findings"; `plural` for words that do not just take an s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
	return `${count} ${count === 1 ? noun : plural}`;
}

/** "a", "a and b", "a, b and c" */
export function enumerated(texts: readonly string[]): string {
	if (texts.length < 2) return texts.join('');
	return `${texts.slice(0, -1).join(', ')} and ${texts[texts.length - 1]}`;
}
