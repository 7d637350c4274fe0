import { RUNNING, type ScreeningProvider } from './provider';

export const HIRERIGHT: ScreeningProvider = {
	name: 'HireRight',
	statuses: { 'applicant pending': RUNNING, 'pending applicant': RUNNING },
	results: {},
	adjudications: {},
};
