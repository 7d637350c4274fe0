import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { RESOURCES } from './actions';
import { propertiesOf } from './actions/properties';
import { runOperations } from './actions/router';
import { OUTPUTS } from './fields/collectionRecord';
import { listSearches } from './methods/listSearch';
import { loadOptions } from './methods/loadOptions';

export class Lever implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lever',
		name: 'lever',
		icon: { light: 'file:lever.svg', dark: 'file:lever.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Read candidates, jobs, interviews, offers, files, users and evidence from the applicant tracking system Lever; it never writes',
		defaults: { name: 'Lever' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS,
		credentials: [
			{
				name: 'leverApi',
				required: true,
				displayOptions: { show: { authentication: ['apiKey'] } },
			},
			{
				name: 'leverOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'API Key',
						value: 'apiKey',
						description: 'For everybody who is not a registered Lever partner',
					},
					{
						name: 'OAuth2',
						value: 'oAuth2',
						description: 'For apps that Lever has registered',
					},
				],
				default: 'apiKey',
			},
			...propertiesOf(RESOURCES, 'opportunity'),
		],
	};

	methods = { listSearch: listSearches, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, RESOURCES);
	}
}
