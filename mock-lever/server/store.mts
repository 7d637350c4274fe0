import type { NextFunction, Request, Response } from 'express';
import jsonServer from 'json-server';
import type { LeverDatabase } from '../scenarios/records.mts';

/** One read of the store. */
interface StoreRead {
	/** Path in json-server's routing */
	path: string;
	/** Makes the body of the answer from what was found; undefined = nothing found */
	body: (stored: unknown) => object;
}

/** The part of json-server's router that its types leave out. */
interface Rendering {
	render: (request: Request, response: Response) => void;
}

const READ = Symbol('the read that json-server answers');

/** The account in lowdb, read through json-server's own routes. */
export class LeverStore {
	private readonly router;

	/** @param database becomes the store; it is not copied */
	constructor(database: LeverDatabase) {
		this.router = jsonServer.router<LeverDatabase>(database);
		const render: Rendering['render'] = (request, response) => {
			const read = (request as Request & { [READ]?: StoreRead })[READ];
			if (read === undefined) throw new Error('json-server answered a request it was not given.');
			// json-server puts {} and status 404 where it found nothing.
			const nothing = response.statusCode === 404;
			try {
				const body = read.body(nothing ? undefined : response.locals.data);
				response.status(200).json(body);
			} catch (fault) {
				// json-server's own handler would print a stack; the mock's handler stands outside its router.
				response.locals.refuse(fault);
			}
		};
		Object.assign(this.router, { render });
	}

	database(): LeverDatabase {
		return this.router.db.getState();
	}

	/** Lets json-server find the records and answers with what `read.body` makes of them. */
	read(request: Request, response: Response, next: NextFunction, read: StoreRead): void {
		Object.assign(request, { [READ]: read });
		response.locals.refuse = next;
		request.url = read.path;
		// Lever's parameters are not json-server's: filters are applied to what it returns.
		request.query = {};
		this.router(request, response, next);
	}
}
