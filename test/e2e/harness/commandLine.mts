import { inject } from 'vitest';

import { execute, importCredentials, importWorkflow } from '../../../scripts/support/dailyRun.mts';
import { openUserFolder } from './n8n.mts';
import type { OpenN8n } from './n8n.mts';

/**
 * Each run is an n8n of its own (`n8n execute`), as the demo does it: nothing of the workflow is changed,
 * and each may have an environment of its own. Takes about ten seconds more than the server.
 */
export const openCommandLine: OpenN8n = async (mock, choice) => {
	const installation = inject('installation');
	const user = await openUserFolder();
	await importCredentials(installation, user, mock, choice);
	return {
		filesFolder: user.filesFolder,
		async run(workflow, settings) {
			await importWorkflow(installation, user, workflow);
			return execute(installation, user, String(workflow.id), settings);
		},
	};
};
