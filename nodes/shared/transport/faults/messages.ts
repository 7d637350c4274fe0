import { withoutAddresses } from '../../addresses';
import type { ReadFailureReason } from '../../contracts';
import { LeverReadError, type FaultDetails } from './leverReadError';
import { ENVIRONMENT_NAMES } from '../hosts';
import { CONFIDENTIAL_SCOPE, permissionFor } from './permissions';
import type { LeverConnection } from '../types';

/** What was being read when something went wrong. */
export interface Situation {
	connection: LeverConnection;
	/** Below `/v1`, without query: a query can hold an e-mail address */
	path: string;
	asksForConfidential: boolean;
}

type AnsweredReason = Extract<
	ReadFailureReason,
	'unauthorized' | 'forbidden' | 'notFound' | 'badRequest' | 'rateLimited' | 'serverFault'
>;

interface Text {
	happened: string;
	advice: string;
}

/** One text per reason; which reason a status has is decided in classify.ts. */
const TEXTS: Record<AnsweredReason, (situation: Situation, saidByLever: string) => Text> = {
	unauthorized: ({ connection }) =>
		connection.credentialKind === 'apiKey'
			? {
					happened: 'Lever did not accept the API key.',
					advice:
						"Open the credential, check that 'Environment' is the one the key was made in, and paste the key again. If the key was revoked, a Super Admin makes a new one in Lever under Settings > Integrations and API > API Credentials.",
				}
			: {
					happened: 'Lever no longer accepts this connection.',
					advice:
						"Open the credential and connect it again as a Super Admin, with the 'Environment' that the app is registered for. A connection ends when it is revoked in Lever, when the Super Admin who gave it is deactivated or demoted, or after 90 days without use.",
				},
	forbidden: (situation) => {
		const { connection, path, asksForConfidential } = situation;
		const { records, keyPermission, scope } = permissionFor(path);
		const what = `${records}${asksForConfidential ? ' with the confidential ones' : ''}`;
		if (connection.credentialKind === 'apiKey') {
			return {
				happened: `Lever does not let this API key read ${what}.`,
				advice: `The permissions of a key are fixed when it is made: make a new key with '${keyPermission}' ${asksForConfidential ? 'and access to confidential data ' : ''}ticked, and put it into the credential.${asksForConfidential ? " Or set 'Confidentiality' to 'Non-Confidential'." : ifConfidential(path, 'access to confidential data')}`,
			};
		}
		return {
			happened: `Lever does not let this connection read ${what}.`,
			advice: `If 'Also Read' in the credential offers it, choose it there. Check that the app is registered with the scope ${scope}${asksForConfidential ? ` and ${CONFIDENTIAL_SCOPE}` : ''}, and connect the credential again as a Super Admin.${asksForConfidential ? '' : ifConfidential(path, `the scope ${CONFIDENTIAL_SCOPE}`)}`,
		};
	},
	notFound: ({ path, connection }) => {
		const { record, records } = permissionFor(path);
		if (path === '/offers') {
			return {
				happened: 'This Lever account has no list of all offers.',
				advice:
					"Lever's documentation does not name such a list. Set 'Offers Of' to 'One Opportunity', and read the opportunities first.",
			};
		}
		if (path.split('/').length > 2 && !path.endsWith('/deleted')) {
			return {
				happened: `Lever has no ${record} with this ID.`,
				advice: `Check the ID. ${whyNoDocument(path)}The ${record} may have been deleted, or may belong to another environment than the credential's (${ENVIRONMENT_NAMES[connection.environment]}).`,
			};
		}
		return {
			happened: `Lever has no list of ${records} at this address.`,
			advice: "Check 'Environment' and 'Base URL' in the credential: the base URL ends in /v1.",
		};
	},
	badRequest: ({ path }, saidByLever) => ({
		happened: `Lever did not accept the request for ${permissionFor(path).records}${saidByLever === '' ? '.' : `: "${saidByLever}".`}`,
		advice: "Check the values in 'Filters' and 'Options' of the node.",
	}),
	rateLimited: () => ({
		happened: 'Lever refused requests because too many came in, also after waiting.',
		advice:
			"Run it again later, lower 'Requests per Second', or give this workflow an API key of its own: the limit is shared by everything that uses the same key.",
	}),
	serverFault: ({ path }) => ({
		happened: `Lever could not answer the request for ${permissionFor(path).records}, also after several tries.`,
		advice: 'Run it again in some minutes. Lever may be in maintenance.',
	}),
};

/** Records that can be there without a document (lever-api.md §5.2, §5.11). */
const WITHOUT_DOCUMENT: Readonly<Record<string, string>> = {
	offers:
		'An offer has a document when it was sent, and a signed one when somebody signed it in Lever. ',
	resumes:
		"A resume that came from an online profile has none: 'fileName' of Resume: Get Many is empty then. ",
};

/** For a download: why the record may be there and its document not; with a space at the end. */
function whyNoDocument(path: string): string {
	if (!path.endsWith('/download')) return '';
	return WITHOUT_DOCUMENT[path.split('/').at(-3) ?? ''] ?? '';
}

/** An answer of Lever with a status that is no success. */
export function answeredFault(
	reason: AnsweredReason,
	situation: Situation,
	details: FaultDetails,
	saidByLever = '',
): LeverReadError {
	const { happened, advice } = TEXTS[reason](situation, quotable(saidByLever));
	const status = details.httpStatus === undefined ? '' : ` (status ${details.httpStatus})`;
	return new LeverReadError(reason, withStatus(happened, status), advice, details);
}

function withStatus(sentence: string, status: string): string {
	return sentence.endsWith('.') ? `${sentence.slice(0, -1)}${status}.` : `${sentence}${status}`;
}

const LONGEST_QUOTE = 160;
/** Characters that are looked at; enough for a quote even after much white space */
const LONGEST_READ = 4000;

/** Lever's own words without addresses, in one line. */
function quotable(text: string): string {
	const line = withoutAddresses(text).slice(0, LONGEST_READ).replace(/\s+/g, ' ').trim();
	return [...line.toWellFormed()].slice(0, LONGEST_QUOTE).join('');
}

/** A single record, and what belongs to it, is refused too when it is confidential (lever-api.md §4.2). */
function ifConfidential(path: string, needed: string): string {
	const [, collection = '', id = 'deleted'] = path.split('/');
	const isOne = MAY_BE_CONFIDENTIAL.includes(collection) && id !== 'deleted';
	return isOne ? ` If this one is confidential, ${needed} is needed too.` : '';
}

const MAY_BE_CONFIDENTIAL = ['opportunities', 'postings', 'requisitions'];
