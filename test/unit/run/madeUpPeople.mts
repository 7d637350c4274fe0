import fc from 'fast-check';

import { aHired, anOffer, aUser, employed, screened, type Company } from './company.mts';

const DAY = 86_400_000;
const BASE = Date.parse('2026-10-12T00:00:00Z');

/** Whatever a hire, its screening and its staff row may look like. */
const person = fc.record({
	start: fc.oneof(fc.integer({ min: -400, max: 60 }), fc.constantFrom(null, 'soon', '03/04/2026')),
	signed: fc.option(fc.integer({ min: -60, max: 30 })),
	offerStatus: fc.constantFrom('signed', 'opened', 'denied', 'sent-manually'),
	offersRead: fc.boolean(),
	anonymised: fc.boolean(),
	tagged: fc.boolean(),
	screening: fc.option(
		fc.record({
			status: fc.constantFrom('complete', 'pending', 'canceled', 'purple'),
			completed: fc.constantFrom(
				'',
				'2025-01-05',
				'2026-10-01',
				'2026-10-14T23:00:00Z',
				'13/13/2026',
			),
			email: fc.boolean(),
			name: fc.boolean(),
		}),
	),
	staff: fc.option(
		fc.record({
			status: fc.constantFrom('active', 'terminated', 'purple'),
			start: fc.constantFrom('', '2026-10-12', '2026-10-15', '2026-11-20', 'x'),
			end: fc.constantFrom('', '2026-10-30', '2026-12-30'),
		}),
	),
	user: fc.option(fc.record({ deactivated: fc.boolean(), listed: fc.boolean() })),
});
export type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

export function companyOf(people: readonly Person[]): Required<Pick<Company, 'hires' | 'users'>> & {
	screening: Array<Record<string, unknown>>;
	staff: Array<Record<string, unknown>>;
} {
	const company = { hires: [], users: [], screening: [], staff: [] } as ReturnType<
		typeof companyOf
	>;
	for (const [index, one] of people.entries()) {
		const key = `p${index}`;
		const candidateSignedAt = one.signed === null ? null : BASE + one.signed * DAY;
		const startDateRaw = typeof one.start === 'number' ? BASE + one.start * DAY : one.start;
		company.hires.push(
			aHired(key, {
				isAnonymized: one.anonymised,
				screeningTags: one.tagged ? ['reportReturned'] : [],
				offersRead: one.offersRead || { reason: 'forbidden', message: 'Lever refused it.' },
				offers: [
					anOffer(key, {
						status: one.offerStatus,
						candidateSignedAt,
						candidateSigned: candidateSignedAt !== null,
						startDateRaw,
					}),
				],
			}),
		);
		if (one.screening) {
			const { status, completed, email, name } = one.screening;
			company.screening.push(
				screened(key, {
					status,
					completed_at: completed,
					...(email ? {} : { email: `unknown-${key}@example.com` }),
					...(name ? {} : { name: 'Kim Doe' }),
				}),
			);
		}
		if (one.staff) {
			const { status, start, end } = one.staff;
			company.staff.push(employed(key, { status, start_date: start, end_date: end }));
		}
		if (one.user) {
			company.users.push(
				aUser(key, {
					deactivatedAt: one.user.deactivated ? BASE : null,
					externalDirectoryId: one.user.listed ? `E-${key}` : null,
				}),
			);
		}
	}
	return company;
}

/** A company of a few people. */
export const people = fc.array(person, { minLength: 1, maxLength: 6 });
