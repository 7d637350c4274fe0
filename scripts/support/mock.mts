import { startMock } from '../../mock-lever/index.mts';
import type { MockLever, MockOptions } from '../../mock-lever/index.mts';
import { atEnd } from './program.mts';
import { PlainMessage } from './steps.mjs';

/**
 * The mock Lever, until the program ends.
 *
 * @throws PlainMessage for a scenario or a date that the mock does not have
 */
export async function openMock(options: MockOptions): Promise<MockLever> {
	try {
		const mock = await startMock(options);
		atEnd(mock.close);
		return mock;
	} catch (error) {
		// The mock says in a sentence what it cannot do.
		throw new PlainMessage(error instanceof Error ? error.message : String(error), 2);
	}
}
