/** A signal that fires as soon as one of two does; undefined where there is none. */
export function eitherOf(
	first: AbortSignal | undefined,
	second: AbortSignal | undefined,
): AbortSignal | undefined {
	if (first === undefined || second === undefined) return first ?? second;
	return AbortSignal.any([first, second]);
}
