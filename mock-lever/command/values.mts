/** Reads the value of the option `name`, or throws an Error with a sentence that names it. */
type Reader<T> = (name: string, text: string) => T;

export const between =
	(low: number, high: number): Reader<number> =>
	(name, text) => {
		const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
		if (number >= low && number <= high) return number;
		throw new Error(`--${name} needs a number from ${low} to ${high}, not "${text}".`);
	};

export const wholeNumber: Reader<number> = (name, text) => {
	if (/^\d{1,10}$/.test(text)) return Number(text);
	throw new Error(`--${name} needs a whole number, not "${text}".`);
};

export const positive: Reader<number> = (name, text) => {
	if (/^\d{1,10}$/.test(text) && Number(text) > 0) return Number(text);
	throw new Error(`--${name} needs a whole number, 1 or more, not "${text}".`);
};

export const address: Reader<string> = (name, text) => {
	if (URL.canParse(text)) return text;
	throw new Error(`--${name} needs an address with its scheme, not "${text}".`);
};

export const notNegative: Reader<number> = (name, text) => {
	if (/^\d{1,9}(\.\d{1,9})?$/.test(text)) return Number(text);
	throw new Error(`--${name} needs a number, 0 or more, not "${text}".`);
};

/** A day at most */
export const milliseconds = between(0, 86_400_000);

export const oneOf =
	<T extends string>(choices: readonly T[]): Reader<T> =>
	(name, text) => {
		const choice = choices.find((each) => each === text);
		if (choice !== undefined) return choice;
		throw new Error(`--${name} is ${choices.join(' or ')}, not "${text}".`);
	};
