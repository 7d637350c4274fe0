function decode(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}

/**
 * Ids of a path, decoded, if it fits a pattern with `:name` parts, else null. A path that cannot be decoded
 * fits none.
 */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
	const wanted = pattern.split('/');
	const given = path.replace(/\/$/, '').split('/');
	if (wanted.length !== given.length) return null;
	const params: Record<string, string> = {};
	for (const [index, part] of wanted.entries()) {
		const text = given[index] ?? '';
		if (!part.startsWith(':')) {
			if (part !== text) return null;
			continue;
		}
		const id = decode(text);
		if (id === null || id === '') return null;
		params[part.slice(1)] = id;
	}
	return params;
}
