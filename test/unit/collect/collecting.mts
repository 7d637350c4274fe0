import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { collect, type Collected } from '../../../nodes/Lever/evidence/collect.ts';
import {
	type CheckFamily,
	collectSettings,
	type ChosenSettings,
} from '../../../nodes/Lever/evidence/settings.ts';
import type {
	CollectionPurpose,
	Definition,
	Hire,
	LeverCollection,
	Opportunity,
	User,
} from '../../../nodes/shared/contracts/index.ts';
import { at } from './account.mts';
import { fakeLever, type FakeAccount, type FakeLever, type FakeOptions } from './fakeLever.mts';

export const AS_OF = '2026-11-02T06:00:00Z';

export interface CollectedFake extends Collected, FakeLever {
	hires: Hire[];
	users: User[];
	opportunities: Opportunity[];
	definitions: Definition[];
	/** The only collection with this purpose */
	only: (purpose: CollectionPurpose) => LeverCollection;
}

/** What hires, users and archive records are read for. The reads of other families have tests of their own. */
export const FIRST_FAMILIES: readonly CheckFamily[] = ['hires', 'users', 'records'];

/** Settings of a run on the golden evidence date; what is given wins. */
export function settings(chosen: Partial<ChosenSettings> = {}) {
	return collectSettings({
		asOf: at(AS_OF),
		workflowZone: 'UTC',
		periodDaysBack: 365,
		periodDaysAhead: 30,
		families: FIRST_FAMILIES,
		exhaustive: false,
		signIns: false,
		...chosen,
	});
}

/** A clock that moves on by a second with every look. */
export function tickingClock(start = AS_OF): () => number {
	let now = at(start);
	return () => (now += 1000);
}

export async function collectFrom(
	account: FakeAccount,
	chosen: Partial<ChosenSettings> = {},
	options: FakeOptions & {
		now?: () => number;
		credential?: ICredentialDataDecryptedObject;
	} = {},
): Promise<CollectedFake> {
	const fake = fakeLever(account, options);
	const collected = await collect({
		client: fake.client,
		settings: settings(chosen),
		now: options.now ?? tickingClock(),
		credential: options.credential ?? null,
	});
	const { collections, population } = collected;
	return {
		...collected,
		...fake,
		hires: population.filter((item) => item.kind === 'hire'),
		users: population.filter((item) => item.kind === 'user'),
		opportunities: population.filter((item) => item.kind === 'opportunity'),
		definitions: population.filter((item) => item.kind === 'definition'),
		only: (purpose) => {
			const [collection, another] = collections.filter((one) => one.purpose === purpose);
			if (collection === undefined || another !== undefined) {
				throw new Error(`There is not exactly one collection for ${purpose}`);
			}
			return collection;
		},
	};
}
