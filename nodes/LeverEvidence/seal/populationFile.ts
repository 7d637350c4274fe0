import { populationLines, type PopulationKind } from '../../shared/populations';
import { packFile, type PackFile } from '../bag/packFile';
import { linesText } from '../pack/json';
import type { Intake } from './intake';

/** A population as a file of a pack; in the evidence pack its SHA-256 is the population's seal. */
export function populationFile(path: string, kind: PopulationKind, { items }: Intake): PackFile {
	const records = items[kind].map(({ value }) => value);
	return packFile(path, linesText(populationLines(kind, records)));
}
