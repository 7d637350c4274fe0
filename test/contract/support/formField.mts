import type { Json } from './account.mts';
import type { Fields, Fits } from './shape.mts';
import {
	anything,
	either,
	list,
	matching,
	ms,
	number,
	object,
	oneOf,
	optional,
	orNull,
	stageId,
	text,
	uid,
	wholeNumber,
} from './shape.mts';

const options = list(object({ text, optionId: optional(text) }));

/** What is particular to each type of field (lever-api.md §5.10). */
const TYPES: Record<string, Fields> = {
	text: { value: orNull(text) },
	textarea: { value: orNull(text) },
	university: { value: orNull(text), prompt: text },
	code: { value: orNull(text), language: text },
	date: { value: orNull(ms) },
	currency: { value: orNull(number), currency: matching(/^[A-Z]{3}$/) },
	'yes-no': { value: orNull(oneOf('yes', 'no')) },
	dropdown: { value: orNull(text), options, prompt: text },
	'multiple-choice': { value: orNull(text), options, prompt: text },
	'multiple-select': { value: list(text), options, prompt: optional(text) },
	'score-system': { value: orNull(matching(/^[1-4] - /)), options, prompt: text },
	score: { value: orNull(oneOf(1, 2, 3, 4)) },
	scorecard: {
		value: list(object({ score: orNull(wholeNumber), comment: orNull(text) })),
		scores: list(object({ text, description: orNull(text) })),
	},
	'file-upload': { value: orNull(either(text, anything)) },
	// A comment of a note: the recorded one has no id, no description, and is not required.
	note: {
		value: text,
		user: uid,
		stage: orNull(stageId),
		createdAt: ms,
		score: optional(orNull(number)),
		id: optional(uid),
		description: optional(text),
		required: optional(anything),
	},
};

const COMMON: Fields = {
	id: uid,
	type: text,
	text,
	description: text,
	required: oneOf(true, false),
};

/** One field of a form, by its type; a choice is one of the options. */
export const formField: Fits = (value, place) => {
	const { type, value: content, options: choices } = value as Json;
	const own = TYPES[String(type)];
	if (own === undefined) return [`${place} has the unknown type ${String(type)}`];
	const whole = object({ ...COMMON, ...own })(value, place);
	if (!Array.isArray(choices)) return whole;
	const texts = (choices as Json[]).map((choice) => choice.text);
	const chosen = (Array.isArray(content) ? content : [content]).filter((one) => one !== null);
	const strange = chosen.filter((one) => !texts.includes(one));
	const four = type === 'score-system' && texts.length !== 4;
	return [
		...whole,
		...strange.map((one) => `${place} has the value ${String(one)}, which is no option`),
		...(four ? [`${place} has ${texts.length} options, not four`] : []),
	];
};

/** Types that §5.10 lists, but for that of comments. */
export const FIELD_TYPES = Object.keys(TYPES).filter((type) => type !== 'note');
