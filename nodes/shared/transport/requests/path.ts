import { UserError } from 'n8n-workflow';

/**
 * Builds a path below `/v1` from a template: leverPath`/opportunities/${id}/offers`.
 * Values are percent-encoded, so that an id can never leave its place in the path.
 *
 * @throws UserError when a value cannot be an id
 */
export function leverPath(parts: TemplateStringsArray, ...ids: string[]): string {
	return parts.reduce((path, part, index) => `${path}${encodeId(ids[index - 1] ?? '')}${part}`);
}

function encodeId(id: string): string {
	const trimmed = id.trim();
	if (trimmed === '') {
		throw new UserError('An ID is empty. Choose a record from the list, or enter its ID.');
	}
	if (/^\.+$/.test(trimmed) || /[/\\?#\p{Cc}]/u.test(trimmed) || !trimmed.isWellFormed()) {
		throw new UserError(
			'This is not an ID that Lever can have. Enter the ID only, without slashes: it is the last part of the record’s address in Lever.',
		);
	}
	return encodeURIComponent(trimmed);
}
