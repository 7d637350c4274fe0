import { compareCodeUnits } from '../../shared/canonicalJson';
import { makeBag, type Bag } from '../bag/bag';
import type { BagDescription } from '../bag/bagInfo';
import { packFile } from '../bag/packFile';
import { csvText } from '../pack/csv';
import { prettyJsonWithHead } from '../pack/json';
import { IDENTITIES_FILES } from '../pack/names';
import { STAMP } from '../pack/stamp';
import { stampOf } from './evidencePack';
import { populationFile } from './populationFile';
import type { SealedRun } from './sealedRun';

/**
 * The identities pack: who the ids are, and which rows of the lists were linked to whom. It names the
 * evidence pack by digest and not the other way round, so deleting it leaves the evidence pack
 * verifying (rules.md §10).
 */
export function identitiesPack(sealed: SealedRun, evidence: Bag): Bag {
	const { reliability } = sealed;
	const description: BagDescription = {
		pack: 'identities',
		bagName: sealed.bagNames.identities,
		asOf: sealed.asOf,
		software: sealed.software,
		testData: reliability.testData,
		reliable: reliability.reliable,
		alteredOrIncomplete: reliability.alteredOrIncomplete,
		evidencePack: {
			bagName: sealed.bagNames.evidence,
			tagManifestSha256: evidence.tagManifestSha256,
		},
	};
	return makeBag(
		[
			packFile(IDENTITIES_FILES.about, prettyJsonWithHead(stampOf(sealed), description)),
			populationFile(IDENTITIES_FILES.identities, 'identity', sealed.intake),
			populationFile(IDENTITIES_FILES.matches, 'match', sealed.intake),
			packFile(IDENTITIES_FILES.people, peopleTable(sealed)),
		],
		description,
	);
}

/** `people.csv`: to look up an id that the report names. */
function peopleTable(sealed: SealedRun): string {
	const stamp = sealed.reliability.testData ? [STAMP] : [];
	const people = sealed.intake.items.identity
		.map(({ value }) => value)
		.sort(
			(a, b) =>
				compareCodeUnits(a.subjectType, b.subjectType) ||
				compareCodeUnits(a.subjectId, b.subjectId) ||
				compareCodeUnits(a.name, b.name),
		);
	return csvText([
		[...stamp, 'subject_type', 'id', 'name', 'emails'],
		...people.map((person) => [
			...stamp,
			person.subjectType,
			person.subjectId,
			person.name,
			person.emails.join('; '),
		]),
	]);
}
