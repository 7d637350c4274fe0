/** A generated company. Whatever is left out follows from the size. */
export interface GeneratedOptions {
	/** Another seed gives another company; default 1 */
	seed?: number;
	/** Opportunities that are not deleted; default 1,000 */
	size?: number;
	/**
	 * - `even` (default): as many opportunities were created in each month of three years
	 * - `skewed`: 80 % of them in the last three months
	 */
	shape?: CompanyShape;
	/** Opportunities archived as hired, each with a signed offer; default 2 % of the size */
	hires?: number;
	/** Offers altogether, those of the hires included; default a half more than hires */
	offers?: number;
}

export const COMPANY_SHAPES = ['even', 'skewed'] as const;
export type CompanyShape = (typeof COMPANY_SHAPES)[number];

const LARGEST = 1_000_000;

function wholeNumber(name: string, value: number, low: number, high: number): number {
	if (Number.isSafeInteger(value) && value >= low && value <= high) return value;
	throw new Error(`The ${name} must be a whole number from ${low} to ${high}, not ${value}.`);
}

/**
 * Fills in what was left out.
 *
 * @throws Error with a sentence for a number out of range
 */
export function completeOptions(options: GeneratedOptions): Required<GeneratedOptions> {
	const size = wholeNumber('size', options.size ?? 1000, 1, LARGEST);
	const hires = wholeNumber('number of hires', options.hires ?? Math.round(size / 50), 0, size);
	const offers = options.offers ?? Math.min(size, Math.round(hires * 1.5));
	return {
		seed: wholeNumber('seed', options.seed ?? 1, 0, 2 ** 32 - 1),
		size,
		shape: options.shape ?? 'even',
		hires,
		offers: wholeNumber('number of offers', offers, hires, size),
	};
}
