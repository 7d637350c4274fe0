/**
 * The mock's own time: it starts at the evidence date of the data and goes on as real time does, so that
 * what is changed while the mock runs is later than all data it started with.
 */
export class MockClock {
	private readonly elapsed: () => number;
	private start = { asOf: 0, elapsed: 0 };

	/**
	 * @param asOf the evidence date, milliseconds
	 * @param elapsed milliseconds that only grow; tests hand in a clock of their own
	 */
	constructor(asOf: number, elapsed: () => number = () => performance.now()) {
		this.elapsed = elapsed;
		this.restart(asOf);
	}

	/** The evidence date, milliseconds */
	get asOf(): number {
		return this.start.asOf;
	}

	/** Whole milliseconds since 1970 UTC */
	readonly now = (): number => Math.floor(this.start.asOf + (this.elapsed() - this.start.elapsed));

	/** Begins again at another evidence date. */
	restart(asOf: number): void {
		this.start = { asOf, elapsed: this.elapsed() };
	}
}
