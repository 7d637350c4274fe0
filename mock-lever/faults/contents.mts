import type { Answer } from '../server/answer.mts';
import type { JsonObject } from './body.mts';
import { bytesOf, JSON_TYPE, jsonOf, withRecords } from './body.mts';
import type { Fault } from './fault.mts';

/** Fields that are documented as text, and whose value nothing else hangs on; the first one there is taken. */
const TEXT_FIELDS = ['name', 'text', 'headline', 'subject', 'status'];

const textFieldOf = (record: JsonObject) =>
	TEXT_FIELDS.find((field) => typeof record[field] === 'string');

/** Puts something else into a text of the first record that has one. */
function withOtherText(answer: Answer, other: unknown): Answer | null {
	let found = false;
	const changed = withRecords(answer, (record) => {
		const field = found ? undefined : textFieldOf(record);
		if (field === undefined) return record;
		found = true;
		return { ...record, [field]: other };
	});
	return found ? changed : null;
}

/** Stands where the bytes go that are no UTF-8; ASCII, so that its place in the bytes is easy to find */
const PLACE = 'bytes-that-are-no-utf-8';
const NO_UTF8 = Buffer.from([0x4d, 0xc3, 0x28, 0xff, 0xfe, 0x78]);

function withInvalidUtf8(answer: Answer): Answer | null {
	const marked = withOtherText(answer, PLACE);
	if (marked === null) return null;
	const bytes = bytesOf(marked);
	const begin = bytes.indexOf(PLACE);
	const body = Buffer.concat([
		bytes.subarray(0, begin),
		NO_UTF8,
		bytes.subarray(begin + PLACE.length),
	]);
	return { ...answer, headers: { ...answer.headers, ...JSON_TYPE }, body };
}

const LARGE_TEXT_BYTES = 10_000_000;

const UNKNOWN_FIELDS = {
	mockUnknownText: 'a field that nobody has described',
	mockUnknownNumber: 0.5,
	mockUnknownNothing: null,
	mockUnknownList: [{ id: 'x' }, 2, 'three'],
	mockUnknownObject: { inner: { deep: true } },
};

/** Answers whose contents are not as described. */
export const CONTENT_FAULTS = {
	truncatedJson: {
		about: 'the first half of the JSON, sent as if it were the whole',
		change: (answer) => {
			if (jsonOf(answer) === null) return null;
			const bytes = bytesOf(answer);
			const headers = { ...answer.headers, ...JSON_TYPE };
			return { ...answer, headers, body: bytes.subarray(0, Math.floor(bytes.length / 2)) };
		},
	},
	invalidUtf8: {
		about: 'a text with bytes that are no UTF-8',
		change: withInvalidUtf8,
	},
	largeRecord: {
		about: 'the first record holds a text of 10 MB in an unknown field',
		change: (answer) =>
			withRecords(answer, (record, index) =>
				index > 0 ? record : { ...record, mockLargeText: 'x'.repeat(LARGE_TEXT_BYTES) },
			),
	},
	unknownFields: {
		about: 'every record, and the answer around them, hold fields that nobody has described',
		change: (answer) => {
			const changed = withRecords(answer, (record) => ({ ...record, ...UNKNOWN_FIELDS }));
			const body = changed === null ? null : jsonOf(changed);
			return body === null ? null : { ...answer, body: { ...body, ...UNKNOWN_FIELDS } };
		},
	},
	nullForText: {
		about: 'null where a text is documented, in one record',
		change: (answer) => withOtherText(answer, null),
	},
} as const satisfies Record<string, Fault>;
