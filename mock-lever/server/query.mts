import { LeverFault } from './faults.mts';

const queryOf = (url: string): string => {
	const begin = url.indexOf('?');
	return begin < 0 ? '' : url.slice(begin + 1);
};

/**
 * @param url path and query as on the wire
 * @throws LeverFault 400 for percent signs that encode nothing, which would be taken as they stand
 */
export function refuseBadEncoding(url: string): void {
	try {
		decodeURIComponent(queryOf(url));
	} catch {
		throw new LeverFault(400, 'The query holds a malformed percent-encoding');
	}
}

/**
 * Query parameters of a request. `x=a&x=b` and `x[]=a&x[]=b` mean the same (lever-api.md §4.2). Parsed here
 * and not by Express, whose parser turns long lists into objects.
 */
export class LeverQuery {
	private readonly values = new Map<string, string[]>();

	/** @param url path and query as on the wire */
	constructor(url: string) {
		for (const [name, value] of new URLSearchParams(queryOf(url))) {
			const plain = name.endsWith('[]') ? name.slice(0, -2) : name;
			this.values.set(plain, [...(this.values.get(plain) ?? []), value]);
		}
	}

	names(): string[] {
		return [...this.values.keys()];
	}

	/** Every value of a parameter; empty when it is absent */
	all(name: string): string[] {
		return this.values.get(name) ?? [];
	}

	/** The value of a parameter that may stand once; the last one counts */
	one(name: string): string | undefined {
		return this.all(name).at(-1);
	}

	/** @throws LeverFault 400 unless it is a whole number of milliseconds */
	moment(name: string): number | undefined {
		const text = this.one(name);
		if (text === undefined) return undefined;
		if (!/^-?\d{1,16}$/.test(text)) throw new LeverFault(400, `Invalid timestamp at /${name}`);
		return Number(text);
	}

	/** @throws LeverFault 400 unless it is `true` or `false` */
	flag(name: string): boolean | undefined {
		const text = this.choice(name, ['true', 'false']);
		return text === undefined ? undefined : text === 'true';
	}

	/** @throws LeverFault 400 for any other value */
	choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
		const text = this.one(name);
		if (text === undefined) return undefined;
		const chosen = allowed.find((each) => each === text);
		if (chosen === undefined) {
			throw new LeverFault(400, `Must be one of: ${allowed.join(', ')}. at /${name}`);
		}
		return chosen;
	}

	/** For the request log */
	toObject(): Record<string, string | string[]> {
		return Object.fromEntries(
			[...this.values].map(([name, values]) => [
				name,
				values.length === 1 ? (values[0] ?? '') : values,
			]),
		);
	}
}
