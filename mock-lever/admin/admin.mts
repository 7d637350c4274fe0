import type { RequestHandler, Response } from 'express';
import { matchPath } from '../server/matchPath.mts';
import { guard } from './guard.mts';
import { pageFile } from './page/files.mts';
import type { AdminParts, AdminRequest, AdminRoute } from './parts.mts';
import { AdminRefusal, isRefusal, statusOf } from './refusal.mts';
import { ADMIN_ROUTES } from './routes/index.mts';

function find(method: string, path: string): { route: AdminRoute; params: Record<string, string> } {
	for (const route of ADMIN_ROUTES) {
		const params = matchPath(route.path, path);
		if (params !== null && route.method === method) return { route, params };
	}
	throw new AdminRefusal(
		`There is no ${method} /_mock${path}. GET /_mock/api lists what there is.`,
		404,
	);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function bodyOf(value: unknown): AdminRequest['body'] {
	if (value === undefined) return {};
	if (isObject(value)) return value;
	throw new AdminRefusal('The body must be one JSON object.');
}

function refuse(response: Response, refusal: Error): void {
	response.status(statusOf(refusal)).json({ message: refusal.message });
}

/** Nothing from elsewhere runs in the page, and no other page shows it. */
const HEADERS = {
	'cache-control': 'no-store',
	'content-security-policy':
		"default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
	'x-content-type-options': 'nosniff',
};

/** Stands before everything below `/_mock`, bodies included: who may not come in is not listened to. */
export function adminGate(parts: AdminParts): RequestHandler {
	return (request, response, next) => {
		response.set(HEADERS);
		try {
			guard(request, parts.from);
			next();
		} catch (refusal) {
			if (refusal instanceof AdminRefusal) refuse(response, refusal);
			else next(refusal);
		}
	};
}

/** Everything below `/_mock`: the page for people and the JSON that it, and scripts, work with. */
export function adminAnswers(parts: AdminParts): RequestHandler {
	return (request, response, next) => {
		try {
			const file = request.method === 'GET' ? pageFile(request.path) : null;
			if (file !== null) {
				response.type(file.type).send(file.body);
				return;
			}
			const { route, params } = find(request.method, request.path);
			const query = new URL(request.url, 'http://127.0.0.1').searchParams;
			const body = bodyOf(request.body);
			response.json(route.answer(parts, { params, query, body }));
		} catch (thrown) {
			if (isRefusal(thrown)) refuse(response, thrown);
			else next(thrown);
		}
	};
}
