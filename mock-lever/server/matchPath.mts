/** Ids of a path if it fits a pattern with `:name` parts, else null. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
	const wanted = pattern.split('/');
	const given = path.replace(/\/$/, '').split('/');
	if (wanted.length !== given.length) return null;
	const params: Record<string, string> = {};
	for (const [index, part] of wanted.entries()) {
		const text = given[index] ?? '';
		if (part.startsWith(':')) params[part.slice(1)] = text;
		else if (part !== text) return null;
	}
	return Object.values(params).includes('') ? null : params;
}
