import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { canonicalJson } from '../../../shared/canonicalJson';
import type {
	AuditEvent,
	ConnectionFacts,
	EndpointRead,
	LeverCollection,
} from '../../../shared/contracts';
import { sha256, sha256OfLines } from '../../../shared/sha256';
import { probeEndpoints, type Probes } from '../../connection/endpoints';
import { grantOf } from '../../connection/grant';
import type { EndpointStatus } from '../../connection/report';
import { collectionRecord, type CollectRun, type ReadOutcome } from '../reading/collectionRecord';
import { readFailureOf } from '../reading/readFailure';
import { ReadMeter } from '../reading/readMeter';

/** What Evidence: Collect reads for checks, each tried with one record. */
const ENDPOINTS: readonly string[] = [
	'/opportunities',
	'/users',
	'/stages',
	'/archive_reasons',
	'/tags',
	'/postings',
	'/requisitions',
	'/audit_events',
	'/contacts/*',
	'/opportunities/*/applications',
	'/opportunities/*/offers',
	'/opportunities/*/feedback',
];

const WHAT_IT_GAVE: Readonly<Record<EndpointStatus, EndpointRead>> = {
	readable: 'allowed',
	refused: 'forbidden',
	noAnswer: 'unknown',
	notTested: 'unknown',
};

type Facts = Omit<ConnectionFacts, 'collectionId' | 'rawSha256'>;

interface ReadConnection {
	collection: LeverCollection;
	/** null when nothing could be found out */
	facts: ConnectionFacts | null;
}

/**
 * What the credential is and may do. Nothing of a secret is kept: of an API key its last four characters, and
 * only where Lever's audit events show them anyway.
 *
 * @param credential as n8n gives it to the node; null when it is not known
 * @param auditEvents those that were read in this run
 * @throws LeverReadError when the key is not accepted or the execution was stopped
 */
export async function readConnection(
	run: CollectRun,
	credential: ICredentialDataDecryptedObject | null,
	auditEvents: readonly AuditEvent[],
): Promise<ReadConnection> {
	const meter = new ReadMeter(run);
	const outcome = {
		resource: 'connection',
		purpose: 'connection',
		rule: 'What this credential is, and whether one record of each endpoint that checks rest on may be read with it.',
		requests: ENDPOINTS.map((path) => ({ path, query: { limit: '1' } })),
		pages: 0,
		visibility: { confidential: 'notApplicable', deactivated: 'notApplicable' },
	} satisfies Partial<ReadOutcome>;
	try {
		const probes = await meter.measure(async () => await probeEndpoints(run.client, ENDPOINTS));
		const facts = factsOf(run, probes, credential, auditEvents);
		const line = canonicalJson(facts);
		const collection = collectionRecord(run, meter, {
			...outcome,
			records: 1,
			uniqueIds: 1,
			recordsSha256: sha256OfLines([line]),
		});
		const { collectionId } = collection;
		return { collection, facts: { ...facts, collectionId, rawSha256: sha256(line) } };
	} catch (error) {
		const failure = readFailureOf(error);
		const collection = collectionRecord(run, meter, {
			...outcome,
			records: 0,
			uniqueIds: 0,
			recordsSha256: sha256OfLines([]),
			failure,
			incompleteBecause: failure.message,
		});
		return { collection, facts: null };
	}
}

function factsOf(
	{ client }: CollectRun,
	{ endpoints, confidential }: Probes,
	credential: ICredentialDataDecryptedObject | null,
	auditEvents: readonly AuditEvent[],
): Facts {
	const { credentialKind } = client.connection;
	const grant = credentialKind === 'oAuth2' && credential ? grantOf(credential) : null;
	const scopes = grant?.scopes.granted ?? [];
	return {
		kind: 'connection',
		connectionId: 'connection',
		credentialKind,
		scopes: scopes.length === 0 ? null : scopes,
		authorisedBy: grant?.userId ?? null,
		keyLastFour: credentialKind === 'apiKey' ? shownEnd(credential, auditEvents) : null,
		reads: Object.fromEntries(
			endpoints.map(({ endpoint, status }) => [endpoint, WHAT_IT_GAVE[status]]),
		),
		confidentialVisible:
			confidential === 'readable' ? true : confidential === 'refused' ? false : null,
	};
}

/** The last four characters of the API key, where an audit event shows them already. */
function shownEnd(
	credential: ICredentialDataDecryptedObject | null,
	auditEvents: readonly AuditEvent[],
): string | null {
	const apiKey = credential?.apiKey;
	if (typeof apiKey !== 'string') return null;
	const end = apiKey.trim().slice(-4);
	return auditEvents.some(({ tokenLastFour }) => tokenLastFour === end) ? end : null;
}
