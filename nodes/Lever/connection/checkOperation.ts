import type { INodeProperties, NodeExecutionHint } from 'n8n-workflow';

import { CREDENTIAL_TYPES } from '../../shared/transport/connection';
import type { Operation } from '../actions/operation';
import { optionsCollection } from '../fields/options';
import { checkConnection } from './checkConnection';
import type { ConnectionReport } from './report';

const countTeamsField: INodeProperties = {
	displayName: 'Count Opportunities by Team',
	name: 'countTeams',
	type: 'boolean',
	default: true,
	description:
		'Whether to count up to about 100 opportunities in each team that has postings, one request per team, so that a credential that sees only a part of the account shows',
};

/** *Connection: Check*: what the credential may read, who stands behind it, and what to do. */
export const checkOperation: Operation = {
	name: 'Check',
	value: 'check',
	action: 'Check the connection',
	description:
		'Find out what this credential may read in Lever, who authorised it or how old its key is, which compliance checks it is enough for, and what to do about the rest',
	properties: [optionsCollection([countTeamsField])],
	async *execute({ context, client, itemIndex }) {
		// One credential per node, however many items arrive.
		if (itemIndex > 0) return;
		const { credentialKind } = client.connection;
		const report = await checkConnection({
			client,
			credential: await context.getCredentials(CREDENTIAL_TYPES[credentialKind]),
			countTeams: context.getNodeParameter('options.countTeams', itemIndex, true) !== false,
		});
		context.addExecutionHints(...hintsOf(report));
		yield report;
	},
};

function hintsOf({ summary, status, production, problems }: ConnectionReport): NodeExecutionHint[] {
	return [
		hint(status === 'ready' ? 'info' : 'warning', summary),
		...problems.map(({ what, whatToDo }) => hint('warning', `${what} ${whatToDo}`)),
		...(production
			? []
			: [
					hint(
						'info',
						"Not Lever's production host: what is read here is test data, not evidence.",
					),
				]),
	];
}

function hint(type: NodeExecutionHint['type'], message: string): NodeExecutionHint {
	return { type, message, location: 'outputPane' };
}
