import type { ICredentialsHelper, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { core } from './engine.mts';

const baseUrl = 'http://localhost:5678/';

/** What the engine expects of the n8n around it: URLs (absolute), hooks and nothing else. */
export function additionalData(helper: ICredentialsHelper): IWorkflowExecuteAdditionalData {
	const hooks = new core.ExecutionLifecycleHooks('manual', '1', {
		id: 'harness',
		name: 'Harness',
		active: false,
		activeVersionId: null,
		isArchived: false,
		nodes: [],
		connections: {},
		createdAt: new Date(0),
		updatedAt: new Date(0),
	});
	const parts = {
		hooks,
		credentialsHelper: helper,
		executionId: '1',
		variables: {},
		currentNodeExecutionIndex: 0,
		restApiUrl: `${baseUrl}rest`,
		instanceBaseUrl: baseUrl,
		webhookBaseUrl: `${baseUrl}webhook`,
		formWaitingBaseUrl: `${baseUrl}form-waiting`,
		webhookWaitingBaseUrl: `${baseUrl}webhook-waiting`,
		webhookTestBaseUrl: `${baseUrl}webhook-test`,
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
		logAiEvent: () => undefined,
	};
	// The interface also holds functions for sub-workflows, agents and forms, which no node here calls.
	return parts as unknown as IWorkflowExecuteAdditionalData;
}
