/** What is made when it is asked for first, and kept. */
export function lazily<Made extends object>(make: () => Made): () => Made {
	let made: Made | undefined;
	return () => (made ??= make());
}
