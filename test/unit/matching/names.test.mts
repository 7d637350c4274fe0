import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldEmail } from '../../../nodes/LeverCompliance/matching/emails.ts';
import { foldName, namesAgree } from '../../../nodes/LeverCompliance/matching/names.ts';

describe('foldName: spellings of one name (compliance reference B.1, M4)', () => {
	it.each([
		['case', 'ADA LOVELACE', 'Ada Lovelace'],
		['order', 'Lovelace, Ada', 'Ada Lovelace'],
		['spaces', '  Ada \u00a0 Lovelace ', 'Ada Lovelace'],
		['diacritics', 'Zoë Åkerström', 'Zoe Akerstrom'],
		['diacritics written apart', 'Zoe\u0308 A\u030akerstro\u0308m', 'Zoë Åkerström'],
		['Vietnamese', 'Nguyễn Thị Đào', 'Nguyen Thi Dao'],
		['letters that Unicode does not take apart', 'Łukasz Ødegård Weiß', 'Lukasz Odegard Weiss'],
		['Turkish capital I', 'İbrahim Işık', 'ibrahim isik'],
		['Icelandic', 'Þórður Æsa', 'Thordur Aesa'],
		['hyphens', 'Anne-Marie Dubois', 'Anne Marie Dubois'],
		['other hyphens', 'Anne\u2011Marie\u2013Dubois', 'Anne Marie Dubois'],
		['apostrophes', "Sean O'Neill", 'Sean O’Neill'],
		['no apostrophe', 'Sean ONeill', 'Sean Oʼneill'],
		['decorated letters', '𝓐𝓭𝓪 Lovelace', 'Ada Lovelace'],
		['full width letters', 'Ａｄａ Lovelace', 'Ada Lovelace'],
		['zero-width marks', 'Ada\u200b Love\u200dlace\ufeff', 'Ada Lovelace'],
		['right-to-left marks', '\u202bדנה לוי\u202c\u200f', 'דנה לוי'],
		['Cyrillic', 'АНДРЕЙ Семёнов', 'Семенов Андреи'],
		['Greek final sigma', 'ΟΔΥΣΣΕΥΣ Παππάς', 'Οδυσσεύς ΠΑΠΠΑΣ'],
		['Hangul written apart', '김민준'.normalize('NFD'), '김민준'],
		['Arabic stretched', 'محـــمد علي', 'محمد علي'],
		['Arabic with vowel points', 'مُحَمَّد عَلِيّ', 'محمد علي'],
		['Arabic from a Persian keyboard', 'علی کریمی', 'علي كريمي'],
		['Arabic presentation forms', 'ﻣﺤﻤﺪ', 'محمد'],
		['Hebrew with points', 'דָּנָה לֵוִי', 'דנה לוי'],
		['Hebrew hyphen', 'בן־דוד משה', 'בן דוד משה'],
		['Hebrew breath sign', 'ג׳ורג׳', "ג'ורג'"],
		['transliterated breath sign', 'ʿAlī Ḥusayn', 'Ali Husayn'],
		['Hawaiian okina', 'Kaʻiulani', 'Kaiulani'],
		['variation selectors of Han', '葛\u{e0100}城', '葛城'],
		['soft hyphen', 'Love\u00adlace Ada', 'Ada Lovelace'],
		['Azerbaijani', 'Əli Məmmədov', 'Eli Memmedov'],
		['half width kana', 'ﾔﾏﾀﾞ ﾀﾛｳ', 'ヤマダ タロウ'],
		['middle dot between words', 'ジョン・スミス', 'スミス ジョン'],
	])('%s', (_, one, other) => {
		expect(foldName(one).key).toBe(foldName(other).key);
		expect(foldName(one).key).not.toBe('');
	});

	it.each([
		['a middle name', 'Ada M. Lovelace', 'Ada Lovelace'],
		['voiced kana', 'がき', 'かき'],
		['vowel signs', 'कि', 'का'],
		['Arabic', 'محمد علي', 'أحمد علي'],
		['Chinese', '山田太郎', '山田次郎'],
	])('%s makes another name', (_, one, other) => {
		expect(foldName(one).key).not.toBe(foldName(other).key);
	});

	it.each(['', '  ', '-', '\u200b', "''"])('no name in "%s"', (text) => {
		expect(foldName(text)).toMatchObject({ words: [], key: '', isEmpty: true });
	});

	it('does not change any character of Unicode when folded again', () => {
		const changed: string[] = [];
		for (let codePoint = 0; codePoint <= 0x10_ffff; codePoint++) {
			if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
			const { key } = foldName(String.fromCodePoint(codePoint));
			if (foldName(key).key !== key) changed.push(codePoint.toString(16));
		}
		expect(changed).toEqual([]);
	});

	it('does not change with case, composition, invisible signs and signs between words', () => {
		const word = fc.constantFrom(
			'Łukasz',
			'Ødegård',
			'Weiß',
			'İbrahim',
			'Işık',
			'Семёнов',
			'Οδυσσεύς',
			'مُحَمَّد',
			'דָּנָה',
			'山田',
			'김민준',
			'Zoë',
		);
		const written = fc.constantFrom<(text: string) => string>(
			(text) => text.normalize('NFD'),
			(text) => text.normalize('NFC'),
			(text) => text.toLowerCase(),
			(text) => text.toUpperCase(),
			(text) => [...text].join('\u200d'),
			(text) => `\u202b${text}\u202c`,
			(text) => `\ufeff${text}`,
		);
		const between = fc.constantFrom(' ', '-', '\u2011', ', ', ' \u00a0', '・', '\u200f ');
		fc.assert(
			fc.property(
				fc.array(word, { minLength: 1, maxLength: 4 }),
				written,
				between,
				(words, write, sign) => {
					const plain = foldName(words.join(' '));
					expect(foldName(words.map(write).join(sign)).key).toBe(plain.key);
					expect(namesAgree(foldName(words.map(write).join(sign)), plain)).toBe(true);
				},
			),
			{ numRuns: 300 },
		);
	});

	it('does not change when folded again, nor with the order of the words', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 })), (words) => {
				const { key } = foldName(words.join(' '));
				expect(foldName([...words].reverse().join(' ')).key).toBe(key);
				expect(foldName(key).key).toBe(key);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('namesAgree (rules.md §4: one shared name word)', () => {
	it.each([
		['Ada Lovelace', 'Ada King', true],
		['Ada Lovelace', 'Lovelace Ada Augusta', true],
		['Ada Lovelace', 'Grace Hopper', false],
		['A. Lovelace', 'A. Hopper', false],
		['山田 太郎', '山田太郎', true],
		['王 小明', '王 大明', true],
		['Annemarie Weiß', 'Anne-Marie Weiss', true],
		['Annemarie', 'Anne-Marie', true],
		['Dr. Ada Lovelace', 'Dr. Grace Hopper', false],
		['Dr. Ada Lovelace', 'Lovelace, A.', true],
		['И. Петров', 'И. Сидоров', false],
		['И. Петров', 'Петров Иван', true],
		['Γ. Παππάς', 'Γ. Νικολάου', false],
		['', 'Ada Lovelace', null],
		['Ada Lovelace', '', null],
	])('"%s" and "%s": %s', (one, other, expected) => {
		expect(namesAgree(foldName(one), foldName(other))).toBe(expected);
		expect(namesAgree(foldName(other), foldName(one))).toBe(expected);
	});
});

describe('foldEmail (rules.md §4: trimmed, case-folded; no dot or plus folding)', () => {
	it.each([
		[' Ada@Example.COM ', 'ada@example.com', true],
		['ada.lovelace@example.com', 'adalovelace@example.com', false],
		['ada+work@example.com', 'ada@example.com', false],
		['ada@example.com\u200b', '\u202aada@example.com\u202c', true],
		['ADA@EXAMPLE.COM', 'ada@example.com', true],
	])('"%s" and "%s" are the same: %s', (one, other, same) => {
		expect(foldEmail(one) === foldEmail(other)).toBe(same);
	});
});
