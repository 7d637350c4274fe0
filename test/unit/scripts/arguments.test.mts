import { describe, expect, it } from 'vitest';

import { refuseWithoutOffset } from '../../../scripts/support/arguments.mts';

describe('evidence date of the command line', () => {
	it.each(['2026-11-02T06:00:00Z', '2026-11-02T06:00Z', '2026-11-02T06:00:00.123+05:30'])(
		'takes %s',
		(text) => expect(() => refuseWithoutOffset(text)).not.toThrow(),
	);

	it.each(['2026-11-02T06:00:00', '2026-11-02', '02.11.2026', 'now', '', '2026-13-02T06:00:00Z'])(
		'refuses "%s" with exit code 2',
		(text) => {
			expect(() => refuseWithoutOffset(text)).toThrow(
				expect.objectContaining({ exitCode: 2, message: expect.stringContaining('offset') }),
			);
		},
	);
});
