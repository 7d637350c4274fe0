import type { Endpoint } from '../server/endpoint.mts';
import { applicationEndpoints } from './applications.mts';
import { auditEventEndpoints } from './auditEvents.mts';
import { fileEndpoints } from './files.mts';
import { formEndpoints, templateEndpoints } from './forms.mts';
import { interviewEndpoints } from './interviews.mts';
import { offerEndpoints } from './offers.mts';
import { opportunityEndpoints } from './opportunities.mts';
import { contactEndpoints, userEndpoints } from './people.mts';
import { pipelineEndpoints } from './pipeline.mts';
import { postingEndpoints } from './postings.mts';
import { requisitionEndpoints } from './requisitions.mts';
import { webhookEndpoints } from './webhooks.mts';

/**
 * Everything the mock answers below `/v1`, in the order of lever-api.md §5. A path is looked up from the top,
 * so fixed words stand before ids.
 */
export const ENDPOINTS: readonly Endpoint[] = [
	...opportunityEndpoints,
	...offerEndpoints,
	...contactEndpoints,
	...userEndpoints,
	...pipelineEndpoints,
	...postingEndpoints,
	...requisitionEndpoints,
	...applicationEndpoints,
	...interviewEndpoints,
	...formEndpoints,
	...templateEndpoints,
	...fileEndpoints,
	...auditEventEndpoints,
	...webhookEndpoints,
];
