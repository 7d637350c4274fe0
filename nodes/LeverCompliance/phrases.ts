/** "1 day", "2 days". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
	return `${count} ${count === 1 ? singular : plural}`;
}

/** Sentences in one line; empty ones are left out. */
export function sentences(...parts: string[]): string {
	return parts.filter((part) => part !== '').join(' ');
}
