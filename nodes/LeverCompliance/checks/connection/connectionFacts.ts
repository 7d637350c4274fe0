import type { ConnectionFacts, EvidenceReference } from '../../../shared/contracts';
import { collectionReference, readReference } from '../evidence';
import { readReferences } from '../reads';
import type { CheckContext, CheckResult } from '../types';

/** What the credential is and may do; for a run that could not find out, the result of every check. */
export function withConnection(
	context: CheckContext,
	decide: (connection: ConnectionFacts) => CheckResult,
): CheckResult {
	const { connection } = context.account;
	if (connection) return decide(connection);
	return {
		status: 'indeterminate',
		basis: 'absence',
		reasonCode: 'connection-unknown',
		message:
			'What the credential is and may read is not known, because it could not be found out. Expected: the answers of Lever to one request for each kind of record.',
		observed: {},
		expected: {},
		evidence: evidenceOfNothing(context),
		remediation: "Look at 'Connection: Check' of the Lever node, then run again.",
	};
}

/** Its own record may have got lost on the way. */
function evidenceOfNothing({ account }: CheckContext): EvidenceReference[] {
	const read = readReferences(account, 'connection');
	return read.length > 0 ? read : account.collections.map(collectionReference);
}

export function connectionReference(connection: ConnectionFacts): EvidenceReference {
	return readReference(connection.connectionId, connection);
}
