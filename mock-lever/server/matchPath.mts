function isDecodable(text: string): boolean {
	try {
		decodeURIComponent(text);
		return true;
	} catch {
		return false;
	}
}

/**
 * Ids of a path, encoded as they came, if it fits a pattern with `:name` parts, else null. A path that cannot
 * be decoded fits none: json-server would answer it with a stack.
 */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
	const wanted = pattern.split('/');
	const given = path.replace(/\/$/, '').split('/');
	if (wanted.length !== given.length || !isDecodable(path)) return null;
	const params: Record<string, string> = {};
	for (const [index, part] of wanted.entries()) {
		const text = given[index] ?? '';
		if (part.startsWith(':')) params[part.slice(1)] = text;
		else if (part !== text) return null;
	}
	return Object.values(params).includes('') ? null : params;
}
