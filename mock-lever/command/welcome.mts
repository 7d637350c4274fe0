import { KEYS } from '../access/keys.mts';
import type { MockLever } from '../index.mts';
import type { Command } from './flags.mts';

/** What a started mock says to people. */
export function welcome(mock: MockLever, command: Command): string {
	const width = Math.max(...Object.values(KEYS).map(({ key }) => key.length)) + 2;
	const keys = Object.values(KEYS).map(({ key, about }) => `  ${key.padEnd(width)}${about}`);
	const { databaseFile, scenario } = command;
	const account = databaseFile === undefined ? `scenario ${scenario}` : `account ${databaseFile}`;
	return `mock-lever, ${account}, evidence date ${mock.asOf}

Base URL        ${mock.baseUrl}
Web page        ${mock.url}/_mock/ (people, faults, scenario, requests, webhooks)
Request log     ${mock.url}/_mock/requests
Lists           ${mock.url}/companion/screening.csv, staff.csv, approvals.csv,
                directory.csv, checkr/v1/reports

API keys
${keys.join('\n')}

OAuth2          client ${mock.oauth.clientId}, secret ${mock.oauth.clientSecret}
                ${mock.oauth.authorizeUrl}
                ${mock.oauth.tokenUrl}
                audience ${mock.oauth.audience}

Try
  curl -u ${mock.keys.all}: '${mock.baseUrl}/opportunities?limit=2'

Stop with Ctrl-C.
`;
}

/** The same for programs: one line. */
export function startLine(mock: MockLever, command: Command): string {
	const { clientId, clientSecret, authorizeUrl, tokenUrl, audience } = mock.oauth;
	const { databaseFile, scenario } = command;
	const companion = `${mock.url}/companion`;
	return `${JSON.stringify({
		url: mock.url,
		baseUrl: mock.baseUrl,
		...(databaseFile === undefined ? { scenario } : { databaseFile }),
		asOf: mock.asOf,
		keys: mock.keys,
		oauth: { clientId, clientSecret, authorizeUrl, tokenUrl, audience },
		page: `${mock.url}/_mock/`,
		requestLog: `${mock.url}/_mock/requests`,
		lists: {
			screening: `${companion}/screening.csv`,
			staff: `${companion}/staff.csv`,
			approvals: `${companion}/approvals.csv`,
			directory: `${companion}/directory.csv`,
			checkr: `${companion}/checkr/v1`,
		},
	})}\n`;
}
