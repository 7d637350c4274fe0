import { describe, expect, it } from 'vitest';

import { STYLES } from '../../../nodes/LeverEvidence/report/styles.ts';

/** WCAG 2.2, success criterion 1.4.3, for text of normal size. */
const ENOUGH = 4.5;

/** The palettes of light, dark and paper, in this order. */
const palettes = [...STYLES.matchAll(/:root \{([^}]*)\}/g)].map(
	([, body]) =>
		new Map([...(body ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]])),
);

const PAIRS: Array<[text: string, ground: string]> = [
	...['fail', 'indeterminate', 'warn', 'excepted', 'pass', 'not_applicable'].flatMap(
		(status): Array<[string, string]> => [
			[status, 'paper'],
			[status, `${status}-soft`],
			['ink', `${status}-soft`],
		],
	),
	['ink', 'paper'],
	['ink', 'ground'],
	['quiet', 'paper'],
	['quiet', 'ground'],
	['link', 'paper'],
];

describe('colours of the report', () => {
	it('come in three palettes', () => expect(palettes).toHaveLength(3));

	it.each(PAIRS)('%s can be read on %s in light, dark and print', (text, ground) => {
		for (const palette of palettes) {
			expect(contrast(palette.get(text), palette.get(ground))).toBeGreaterThanOrEqual(ENOUGH);
		}
	});
});

function contrast(a: string | undefined, b: string | undefined): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string | undefined): number {
	if (colour === undefined) throw new Error('A colour is missing in a palette');
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
