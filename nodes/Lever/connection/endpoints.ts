import { mapConcurrently, type LeverClient, type LeverQuery } from '../../shared/transport';
import { LeverReadError } from '../../shared/transport/faults/leverReadError';
import { permissionFor, READ_PATHS } from '../../shared/transport/faults/permissions';
import { readPath } from '../../shared/transport/unknown';
import type { EndpointAccess, EndpointStatus } from './report';

/** Requests at the same time; the pace itself is the client's. */
const STREAMS = 8;

/** An id that no record has: Lever refuses it without the permission, and does not find it with it. */
const NO_RECORD = '00000000-0000-4000-8000-000000000000';

/** Not tried: the list that Lever's documentation does not name (lever-api.md §7). */
const UNDOCUMENTED = ['/offers'];

/** Every endpoint that is tried. */
const TRIED: readonly string[] = READ_PATHS.filter((shape) => !UNDOCUMENTED.includes(shape));

/** What the endpoints answered. */
export interface Probes {
	/** In the order of the table of permissions */
	endpoints: EndpointAccess[];
	confidential: EndpointStatus;
}

/**
 * Asks each endpoint that this package reads for one record, and for no file's content. Ids come from the
 * lists: a path with an id is tried with the first record of its list.
 *
 * @param shapes endpoints to try, the list of opportunities first; all unless given
 * @throws LeverReadError when the credential is not accepted, or nothing behind its address is Lever
 */
export async function probeEndpoints(
	client: LeverClient,
	shapes: readonly string[] = TRIED,
): Promise<Probes> {
	const probing = new Probing(client);
	const found = new Map<string, EndpointAccess>();
	const [first = '/opportunities', ...others] = shapes;
	found.set(first, await probing.first(first));
	for (const ids of [0, 1, 2]) {
		const level = others.filter((shape) => idsIn(shape) === ids);
		await mapConcurrently(level, STREAMS, async (shape) => {
			found.set(shape, await probing.probe(shape));
		});
	}
	return {
		endpoints: shapes.flatMap((shape) => found.get(shape) ?? []),
		confidential: (await probing.ask('/opportunities', { confidentiality: 'confidential' })).status,
	};
}

class Probing {
	/** Shape of a list → id of its first record */
	private readonly ids = new Map<string, string>();

	constructor(private readonly client: LeverClient) {}

	/** A fault that says that there is no Lever is thrown here, instead of being met at every endpoint. */
	async first(shape: string): Promise<EndpointAccess> {
		const outcome = await this.ask(shape, {});
		const { fault } = outcome;
		if (fault !== undefined && NOT_LEVER.includes(fault.failure.reason)) throw fault;
		return this.access(shape, outcome);
	}

	async probe(shape: string): Promise<EndpointAccess> {
		if (shape.endsWith('/download')) {
			return this.access(shape, {
				status: 'notTested',
				note: 'Left out, so that no document is opened.',
			});
		}
		const { path, known } = this.pathOf(shape);
		const outcome = await this.ask(path, {});
		if (known || outcome.httpStatus !== 404) return this.access(shape, outcome);
		return this.access(shape, {
			status: 'notTested',
			note: 'The credential sees no record to try it with.',
		});
	}

	async ask(path: string, query: LeverQuery): Promise<Outcome> {
		try {
			const data = await this.client.get<unknown>(path, { limit: 1, ...query });
			return { status: 'readable', httpStatus: 200, data };
		} catch (error) {
			return outcomeOf(error);
		}
	}

	private access(shape: string, outcome: Outcome): EndpointAccess {
		const { status, httpStatus, note, data } = outcome;
		this.keepIds(shape, data);
		const { records, keyPermission, scope } = permissionFor(shape);
		return {
			endpoint: shape,
			reads: records,
			status,
			...(httpStatus !== undefined && { httpStatus }),
			...(note !== undefined && { note }),
			permission: keyPermission,
			scope,
		};
	}

	private keepIds(shape: string, data: unknown): void {
		const first: unknown = Array.isArray(data) ? data[0] : undefined;
		const id = readPath(first, 'id');
		if (typeof id === 'string') this.ids.set(shape, id);
		// Contacts have no list (lever-api.md §5.3); opportunities name theirs.
		const contact = readPath(first, 'contact');
		if (shape === '/opportunities' && typeof contact === 'string') {
			this.ids.set('/contacts', contact);
		}
	}

	private pathOf(shape: string): { path: string; known: boolean } {
		let known = true;
		let list = '';
		let path = '';
		for (const segment of shape.split('/').slice(1)) {
			const id = this.ids.get(list);
			if (segment === '*' && id === undefined) known = false;
			path += `/${segment === '*' ? encodeURIComponent(id ?? NO_RECORD) : segment}`;
			list += `/${segment}`;
		}
		return { path, known };
	}
}

interface Outcome {
	status: EndpointStatus;
	httpStatus?: number;
	note?: string;
	data?: unknown;
	fault?: LeverReadError;
}

const NOT_LEVER = ['network', 'unknown', 'malformedAnswer', 'notFound'];

/** With these nothing more is to be asked. */
const ENDS_THE_CHECK = ['unauthorized', 'cancelled'];

function outcomeOf(error: unknown): Outcome {
	if (!(error instanceof LeverReadError) || ENDS_THE_CHECK.includes(error.failure.reason)) {
		throw error;
	}
	const { reason, httpStatus } = error.failure;
	return {
		status: reason === 'forbidden' ? 'refused' : 'noAnswer',
		...(httpStatus !== undefined && { httpStatus }),
		...(reason !== 'forbidden' && { note: error.happened }),
		fault: error,
	};
}

function idsIn(shape: string): number {
	return shape.split('*').length - 1;
}
