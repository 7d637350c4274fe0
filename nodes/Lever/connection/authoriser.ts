import { leverPath, type LeverClient } from '../../shared/transport';
import { readPath } from '../../shared/transport/unknown';
import { readFailureOf } from '../evidence/reading/readFailure';
import type { Authoriser, Problem } from './report';

/** Only a Super Admin authorises for the whole organisation (lever-api.md §1.3). */
const SUPER_ADMIN = 'super admin';

/**
 * The person who gave an OAuth connection.
 *
 * @throws LeverReadError when the credential is not accepted or the execution was stopped
 */
export async function readAuthoriser(client: LeverClient, userId: string): Promise<Authoriser> {
	const user = await client
		.get<unknown>(leverPath`/users/${userId}`)
		.catch((error: unknown) => void readFailureOf(error));
	if (user === undefined) return { userId, name: null, role: null, active: null };
	const deactivatedAt = readPath(user, 'deactivatedAt');
	return {
		userId,
		name: textOrNull(readPath(user, 'name')),
		role: textOrNull(readPath(user, 'accessRole')),
		active: deactivatedAt === null || deactivatedAt === undefined,
	};
}

/** What is wrong with the person behind a connection. */
export function authoriserProblems(authoriser: Authoriser | null): Problem[] {
	if (authoriser === null || authoriser.active === null) {
		return [
			{
				what: 'Who authorised this connection is not known, so whether it shows the whole account is not known either.',
				whatToDo:
					'Grant the scope users:read:admin, and make sure that a Super Admin connects the credential.',
			},
		];
	}
	const { role, active } = authoriser;
	const again = 'Open the credential and connect it again as an active Super Admin.';
	return [
		...(active
			? []
			: [
					{
						what: 'The person who authorised this connection is deactivated in Lever: it may end at any time.',
						whatToDo: again,
					},
				]),
		...(role === SUPER_ADMIN
			? []
			: [
					{
						what: `The person who authorised this connection is no Super Admin (role: ${role ?? 'none'}): you see only the opportunities that this person may see.`,
						whatToDo: `${again} Until then evidence is not complete, although each list is read to its end.`,
					},
				]),
	];
}

function textOrNull(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}
