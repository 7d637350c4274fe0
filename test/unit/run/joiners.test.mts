import { describe, expect, it } from 'vitest';

import type { Joiner } from '../../../nodes/shared/contracts/index.ts';
import { aHired, aUser, check, employed, millis, screened, type Company } from './company.mts';

const joinersOf = (company: Company): Joiner[] =>
	check(company).evidence.filter((item): item is Joiner => item.kind === 'joiner');

const WORK_ZONES = { Berlin: 'Europe/Berlin' };

describe('the joiners of a run', () => {
	it('have every date that joiner controls ask for, in the days of the work zone', () => {
		const user = aUser('joiner', {
			email: 'A@Example.com',
			createdAt: millis('2026-10-11T22:30:00Z'),
			deactivatedAt: millis('2026-10-30T09:00:00Z'),
		});
		const [joiner, ...others] = joinersOf({
			hires: [aHired('a')],
			users: [user],
			screening: [
				screened('early', { email: 'a@example.com', completed_at: '2026-10-01T22:30:00Z' }),
				screened('late', { email: 'a@example.com', completed_at: '2026-10-20T10:00:00Z' }),
			],
			staff: [employed('a', { start_date: '2026-10-13' })],
			policy: { workZones: WORK_ZONES },
		});
		expect(others).toEqual([]);
		expect(joiner).toMatchObject({
			hireId: 'contact-a:opp-a',
			zone: 'Europe/Berlin',
			offerId: 'offer-a',
			offerSentOn: '2026-09-02',
			acceptedOn: '2026-09-10',
			acceptedAtSource: 'candidateSignature',
			firstDay: '2026-10-13',
			firstDaySource: 'staffList',
			screeningRecordId: 'report-early',
			screeningState: 'done',
			screeningOrderedOn: '2026-09-20',
			screeningCompletedOn: '2026-10-02',
			staffRecordId: 'E-a',
			userId: 'user-joiner',
			accountCreatedOn: '2026-10-12',
			accountDeactivatedOn: '2026-10-30',
		});
	});

	it('leave out who starts outside the period, and keep those whose start is not known', () => {
		const company = {
			hires: [
				aHired('in'),
				aHired('none', {}, { startDateRaw: null }),
				aHired('later', {}, { startDateRaw: millis('2026-12-03T00:00:00Z') }),
			],
		};
		expect(joinersOf(company).map(({ hireId, firstDay }) => [hireId, firstDay])).toEqual([
			['contact-in:opp-in', '2026-10-12'],
			['contact-none:opp-none', null],
		]);
	});

	it('say that nothing is known where nothing is', () => {
		const [joiner] = joinersOf({ hires: [aHired('a', { offers: [] })] });
		expect(joiner).toMatchObject({
			offerId: null,
			firstDay: null,
			screeningRecordId: null,
			staffRecordId: null,
			userId: null,
			accountCreatedOn: null,
		});
	});
});
