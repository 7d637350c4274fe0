import { expect, test } from 'vitest';
import type { MockLever } from '../../../mock-lever/index.mts';
import { send } from '../../unit/mock/client.mts';
import type { Json } from '../support/account.mts';
import { everyOpportunity, readOne, useMock } from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import { EXAMPLES } from '../support/examples.mts';
import { list, ms, object, optional, orNull, text, uid, yesNo } from '../support/shape.mts';

const contacts = async (mock: MockLever): Promise<Json[]> => {
	const opportunities = await everyOpportunity(mock);
	const wanted = new Set(opportunities.map(({ contact }) => String(contact)));
	return Promise.all([...wanted].map((id) => readOne(mock, `/contacts/${id}`)));
};

describeShape({
	title: '§5.3 contact',
	shape: object({
		id: uid,
		name: text,
		headline: text,
		isAnonymized: yesNo,
		location: object({ name: text }),
		emails: list(text),
		phones: list(object({ type: optional(orNull(text)), value: text })),
		dataProtection: object({
			interviewIntelligence: object({ allowed: yesNo, expiresAt: orNull(ms) }),
		}),
	}),
	example: EXAMPLES.contact,
	read: contacts,
});

const account = useMock();

test('§5.3 [doc] there is no list of contacts', async () => {
	expect((await send(account.mock, '/contacts')).status).toBe(404);
});

test('§5.3 [doc] a contact says what its opportunities repeat', async () => {
	for (const opportunity of (await everyOpportunity(account.mock)).slice(0, 30)) {
		const contact = await readOne(account.mock, `/contacts/${String(opportunity.contact)}`);
		expect(contact).toMatchObject({
			name: opportunity.name,
			headline: opportunity.headline,
			emails: opportunity.emails,
			isAnonymized: opportunity.isAnonymized,
			location: { name: opportunity.location },
		});
	}
});
