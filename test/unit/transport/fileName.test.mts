import { describe, expect, it } from 'vitest';

import {
	fallbackFileName,
	fileNameIn,
	mimeTypeIn,
} from '../../../nodes/shared/transport/files/fileName.ts';

describe('the name of a file', () => {
	it.each([
		['attachment; filename="cv.pdf"', 'cv.pdf'],
		['attachment; filename=cv.pdf', 'cv.pdf'],
		['attachment; filename="cv \\"new\\".pdf"', 'cv new.pdf'],
		['attachment; filename="cv.pdf"; filename*=UTF-8\'\'L%C3%A9a%20CV.pdf', 'Léa CV.pdf'],
		['attachment; filename*=UTF-8\'\'%E0%A4; filename="cv.pdf"', 'cv.pdf'],
		['attachment; filename="../../etc/passwd"', 'passwd'],
		['attachment; filename="C:\\\\Users\\\\x\\\\cv.doc"', 'cv.doc'],
		["attachment; filename*=UTF-8''..%2F..%2Fcv.pdf", 'cv.pdf'],
		['attachment; filename="..."', undefined],
		['attachment; filename="a\u0000b\u202Efdp.exe"', 'abfdp.exe'],
		['attachment; filename=""', undefined],
		['inline', undefined],
		['', undefined],
		[undefined, undefined],
	])('%s is %s', (header, name) => {
		expect(fileNameIn(header)).toBe(name);
	});

	it('is shortened before its extension', () => {
		const name = fileNameIn(`attachment; filename="${'é'.repeat(300)}.docx"`);
		expect(name).toHaveLength(120);
		expect(name).toMatch(/é\.docx$/);
	});

	it('is made of record and id when there is none', () => {
		expect(fallbackFileName('resume', 'r1', 'application/pdf')).toBe('resume-r1.pdf');
		expect(fallbackFileName('resume', 'r1', 'application/x-unknown')).toBe('resume-r1');
		expect(fallbackFileName('file', 'a/../b', 'text/plain')).toBe('b.txt');
	});
});

describe('the type of a file', () => {
	it.each([
		['application/pdf', 'application/pdf'],
		['Text/Plain; charset=utf-8', 'text/plain'],
		['nonsense', 'application/octet-stream'],
		['text/html\r\nx: y', 'application/octet-stream'],
		[undefined, 'application/octet-stream'],
	])('%s is %s', (header, type) => {
		expect(mimeTypeIn(header)).toBe(type);
	});
});
