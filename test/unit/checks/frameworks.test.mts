import { describe, expect, it } from 'vitest';

import {
	FRAMEWORK_CONTROLS,
	FRAMEWORK_DOCUMENTS,
} from '../../../nodes/LeverCompliance/checks/frameworks.ts';
import { CHECKS } from '../../../nodes/LeverCompliance/checks/index.ts';

const keyOf = ({ framework, id }: { framework: string; id: string }) => `${framework} ${id}`;
const named = CHECKS.flatMap(({ controls }) => controls.map(keyOf));
const listed = FRAMEWORK_CONTROLS.map(keyOf);

/** The ids of compliance reference B.2, without its names of open methods. */
const B2: Record<string, string[]> = {
	'SCR-01': ['A.6.1', 'CC1.4', 'PS-3a', '12.7.1', '10.2'],
	'SCR-02': ['A.6.1', 'CC1.4', 'PS-3a', '12.7.1'],
	'SCR-03': ['A.6.1', 'CC1.4', 'PS-3'],
	'SCR-04': ['A.6.1', 'CC1.4'],
	'SCR-05': ['A.6.1', 'CC1.4', '12.7.1', '10.2.2(a)', 'BS 7858'],
	'SCR-07': ['A.5.16'],
	'SCR-08': ['A.6.1', 'PS-3b', 'BS 7858'],
	'SCR-09': ['A.6.1', 'CC1.4', 'CC4.1'],
	'SCR-10': ['BS 7858', 'A.6.1'],
	'SCR-14': ['A.6.1', 'PS-3b'],
	'SCR-15': ['PS-7', 'CC1.5', 'A.6.1'],
	'OFR-01': ['A.6.2', 'PS-6', 'CC1.1'],
	'OFR-02': ['CC5.1', 'A.5.3', 'AC-5'],
	'OFR-04': ['A.6.2', 'PS-6c'],
	'OFR-07': ['A.6.1'],
	'OFR-08': ['A.5.16'],
	'UAR-01': ['CC6.2', 'CC6.3', 'A.5.18', 'A.6.5', 'PS-4', 'AC-2(3)', '8.2.5'],
	'UAR-02': ['A.8.2', 'CC6.3', 'AC-6', 'AC-6(7)', '7.2.5'],
	'UAR-03': ['CC6.3', 'A.5.18', 'AC-6'],
	'UAR-04': ['A.5.16', 'AC-2'],
	'UAR-05': ['AC-2(3)d', '8.2.6'],
	'UAR-06': ['CC6.2', 'CC6.3', 'A.5.18', 'AC-2j', '7.2.4'],
	'UAR-07': ['CC6.3', 'AC-2', 'A.8.15'],
	'UAR-08': ['PS-3a', '12.7.1'],
	'PRV-01': ['Art. 5(1)(c)', 'Art. 10', 'A.5.34'],
	'PRV-02': ['Art. 5(1)(e)', 'Art. 17', 'A.5.33', 'A.5.34'],
	'PIP-01': ['A.6.1', 'CC1.4'],
	'PIP-02': ['CC1.4', '7.2'],
};

describe('the table of frameworks', () => {
	it('has every control that a check names, and no other', () => {
		expect([...new Set(named)].sort()).toEqual([...listed].sort());
	});

	it('has every control and every document once', () => {
		expect(new Set(listed).size).toBe(listed.length);
		const documents = FRAMEWORK_DOCUMENTS.map(({ framework }) => framework);
		expect(new Set(documents).size).toBe(documents.length);
		expect(new Set(FRAMEWORK_CONTROLS.map(({ framework }) => framework))).toEqual(
			new Set(documents),
		);
	});

	it('says of each where it stands, in a sentence of our own', () => {
		for (const { title, section } of FRAMEWORK_CONTROLS) {
			expect(section).not.toBe('');
			expect(title).toMatch(/^[A-Z].{10,90}[^.]$/);
		}
		for (const { url, readThrough = url } of FRAMEWORK_DOCUMENTS) {
			expect([url, readThrough].every((one) => URL.canParse(one))).toBe(true);
		}
	});

	it.each(CHECKS.filter(({ id }) => B2[id]).map(({ id, controls }) => [id, controls] as const))(
		'%s names what compliance reference B.2 maps',
		(id, controls) => {
			expect(controls.map((control) => control.id)).toEqual(expect.arrayContaining(B2[id] ?? []));
		},
	);
});
