import type { Request } from 'express';

/** Parameters of a form or of JSON; anything but text counts as left out. */
export function parametersOf(request: Request): Record<string, string> {
	const body: unknown = request.body;
	if (typeof body !== 'object' || body === null) return {};
	return Object.fromEntries(
		Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
	);
}
