import { RUNNING, STOPPED, type ScreeningProvider } from './provider';

/** Statuses: Certn's case lifecycle (centric-api-docs.certn.co) and order statuses (docs.certn.co). */
export const CERTN: ScreeningProvider = {
	name: 'Certn',
	statuses: {
		'case ordered': RUNNING,
		'applicant invited': RUNNING,
		'applicant opened': RUNNING,
		'applicant started': RUNNING,
		'applicant submitted': RUNNING,
		'applicant action required': RUNNING,
		'client action required': RUNNING,
		'action required': RUNNING,
		'waiting on candidate': RUNNING,
		'in dispute': RUNNING,
		'applicant expired': STOPPED,
		unresponsive: STOPPED,
	},
	results: {},
	adjudications: {},
};
