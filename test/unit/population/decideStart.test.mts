import { describe, expect, it } from 'vitest';

import {
	decideAcceptance,
	decideStart,
	startMessage,
} from '../../../nodes/LeverCompliance/population/index.ts';
import type { HireOffer } from '../../../nodes/shared/contracts/index.ts';
import { timeZone } from '../../../nodes/shared/dates/index.ts';
import { aHire, anOffer, aStaffRow, day } from '../matching/people.mts';

const ZONES = [timeZone('America/Los_Angeles'), timeZone('UTC')];
const at = (text: string) => Date.parse(text);
const staffStarting = (date: string) => aStaffRow('E-1', {}, { startDate: day(date) });

function startOf(offers: HireOffer[], staff: ReturnType<typeof aStaffRow> | null = null) {
	return decideStart(aHire(1, { offers }), staff, ZONES);
}

describe('decideStart (rules.md §3: the staff list’s start, else the newest signed offer’s)', () => {
	it('uses the offer without a staff row', () => {
		const start = startOf([anOffer('o1')]);
		expect(start).toMatchObject({ date: '2026-10-05', source: 'offer', staff: null });
		expect(startMessage(start)).toBe(
			'Start 2026-10-05 by the signed offer; the staff list has no row for this hire.',
		);
	});

	it('uses the staff list, keeps both and says which', () => {
		const start = startOf([anOffer('o1')], staffStarting('2026-10-12'));
		expect(start).toMatchObject({
			date: '2026-10-12',
			source: 'staffList',
			offer: { reading: { kind: 'date', date: '2026-10-05' } },
			staff: { recordId: 'E-1', reading: { kind: 'date', date: '2026-10-12' } },
		});
		expect(startMessage(start)).toBe(
			'Start 2026-10-12 by the staff list; the signed offer says 2026-10-05.',
		);
	});

	it.each([
		['missing', { precision: 'missing' as const }],
		['unreadable', { precision: 'unreadable' as const }],
		[
			'a moment within a day',
			{ precision: 'instant' as const, instant: at('2026-10-12T15:00:00Z') },
		],
	])('falls back to the offer when the staff list’s start is %s', (_, startDate) => {
		expect(startOf([anOffer('o1')], aStaffRow('E-1', {}, { startDate }))).toMatchObject({
			date: '2026-10-05',
			source: 'offer',
		});
	});

	it.each([
		['empty', null, 'missing'],
		['ambiguous', '03/04/2026', 'ambiguous'],
		['impossible', '2026-02-30', 'impossible'],
		['words', 'as soon as possible', 'unparsable'],
		['an odd moment', at('2026-10-05T15:00:00Z'), 'notADate'],
	])('has no date when the field is %s', (_, startDateRaw, kind) => {
		const start = startOf([anOffer('o1', { startDateRaw })]);
		expect(start).toMatchObject({ date: null, source: 'none', reading: { kind } });
		expect(startMessage(start)).toMatch(/^No start date: the signed offer names /);
	});

	it('reads midnight of the work zone as that day (rules.md §2)', () => {
		const startDateRaw = at('2026-10-05T07:00:00Z');
		expect(startOf([anOffer('o1', { startDateRaw })]).date).toBe('2026-10-05');
	});

	it.each([
		[
			'the later candidate signature',
			{ candidateSignedAt: at('2026-09-01T00:00:00Z') },
			{ candidateSignedAt: at('2026-09-02T00:00:00Z') },
		],
		[
			'a candidate signature before none',
			{ candidateSignedAt: null, createdAt: at('2026-12-01T00:00:00Z') },
			{},
		],
		[
			'the later creation',
			{ createdAt: at('2026-09-01T00:00:00Z') },
			{ createdAt: at('2026-09-02T00:00:00Z') },
		],
		['the later id', {}, {}],
	])('takes as newest signed offer the one with %s', (_, older, newer) => {
		const offers = [
			anOffer('o1', { ...older, startDateRaw: '2026-10-01' }),
			anOffer('o2', { ...newer, startDateRaw: '2026-10-08' }),
		];
		for (const order of [offers, [...offers].reverse()]) {
			expect(startOf(order)).toMatchObject({
				date: '2026-10-08',
				earlierSignedStarts: [{ offerId: 'o1', date: '2026-10-01' }],
			});
		}
	});

	it('keeps no older start that is the same, and none that cannot be read', () => {
		const older = at('2026-08-01T00:00:00Z');
		const { earlierSignedStarts } = startOf([
			anOffer('o1', { candidateSignedAt: older }),
			anOffer('o2', { candidateSignedAt: older + 1, startDateRaw: 'soon' }),
			anOffer('o3'),
		]);
		expect(earlierSignedStarts).toEqual([]);
	});

	it.each([
		[
			'sent, not signed',
			{ status: 'sent', candidateSignedAt: null, candidateSigned: false },
			false,
		],
		[
			'sent by hand without a document',
			{ status: 'sent-manually', candidateSignedAt: null, candidateSigned: false },
			false,
		],
		[
			'sent by hand with a signed document',
			{
				status: 'sent-manually',
				candidateSignedAt: null,
				candidateSigned: false,
				signedDocumentAt: 1,
			},
			true,
		],
		['signed without a date', { candidateSignedAt: null, candidateSigned: false }, true],
		['denied, but the candidate signed', { status: 'denied' }, true],
	])('an offer that is %s counts as signed: %s', (_, changes, signed) => {
		expect(startOf([anOffer('o1', changes)]).offer !== null).toBe(signed);
	});
});

describe('decideAcceptance (rules.md §3)', () => {
	const signedAt = at('2026-09-05T10:00:00Z');
	const documentAt = at('2026-09-07T10:00:00Z');
	const archivedAt = at('2026-09-06T10:00:00Z');
	const unsigned = { candidateSignedAt: null, candidateSigned: false };

	it.each([
		[
			'the candidate’s signature',
			[anOffer('o1', { signedDocumentAt: documentAt })],
			signedAt,
			'candidateSignature',
		],
		[
			'the signed document',
			[anOffer('o1', { ...unsigned, signedDocumentAt: documentAt })],
			documentAt,
			'document',
		],
		[
			'the archiving, not the company’s signature',
			[anOffer('o1', { ...unsigned, otherSignedAt: documentAt })],
			archivedAt,
			'archive',
		],
		['the archiving without any offer', [], archivedAt, 'archive'],
	])('is %s', (_, offers, instant, source) => {
		expect(decideAcceptance(aHire(1, { offers }))).toMatchObject({ at: instant, source });
	});

	it('is nothing without signature, document and archiving', () => {
		expect(decideAcceptance(aHire(1, { archivedAt: null, archives: [] }))).toEqual({
			at: null,
			source: 'none',
			earliestCandidateSignature: null,
		});
	});

	it('keeps the earliest candidate signature of the episode (rules.md §6 OFR-04)', () => {
		const offers = [anOffer('o1'), anOffer('o2', { candidateSignedAt: signedAt - 1000 })];
		expect(decideAcceptance(aHire(1, { offers }))).toMatchObject({
			at: signedAt,
			earliestCandidateSignature: signedAt - 1000,
		});
	});
});
