import { createHash } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID (version 5 layout) that is the same for the same text on every machine. */
export function uuidFor(text: string): string {
	const hash = createHash('sha1').update(`mock-lever:${text}`).digest('hex');
	const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16);
	return [
		hash.slice(0, 8),
		hash.slice(8, 12),
		`5${hash.slice(13, 16)}`,
		`${variant}${hash.slice(17, 20)}`,
		hash.slice(20, 32),
	].join('-');
}

/** The names of one scenario file, over those of the company. */
export class SymbolicIds {
	private readonly ids = new Map<string, string>();
	private readonly scope: string;
	private readonly outer: SymbolicIds | undefined;

	/** @param scope makes the ids of two files differ although their names are the same */
	constructor(scope: string, outer?: SymbolicIds) {
		this.scope = scope;
		this.outer = outer;
	}

	/** Gives a record its id. `fixed` for the stages whose id Lever fixes (lever-api.md §5.5). */
	define(name: string, fixed?: string): string {
		if (this.ids.has(name)) throw new Error(`"${name}" is used for two records.`);
		const id = fixed ?? uuidFor(`${this.scope}/${name}`);
		this.ids.set(name, id);
		return id;
	}

	/** @throws Error when neither this file nor the company knows the name */
	resolve(name: string): string {
		const id = this.ids.get(name) ?? this.outer?.resolveOrNothing(name);
		if (id !== undefined) return id;
		if (UUID.test(name)) return name;
		throw new Error(`"${name}" is not the id of any record of this file or of the company.`);
	}

	/** Whether this file or the company has a record of that name */
	knows(name: string): boolean {
		return this.resolveOrNothing(name) !== undefined;
	}

	resolveAll(names: readonly string[]): string[] {
		return names.map((name) => this.resolve(name));
	}

	private resolveOrNothing(name: string): string | undefined {
		return this.ids.get(name) ?? this.outer?.resolveOrNothing(name);
	}
}
