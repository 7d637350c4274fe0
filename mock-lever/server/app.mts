import type { ErrorRequestHandler, RequestHandler } from 'express';
import jsonServer from 'json-server';
import { adminAnswers, adminGate } from '../admin/admin.mts';
import type { AdminParts } from '../admin/parts.mts';
import { companionLists } from '../companion/routes.mts';
import { storage } from '../documents/routes.mts';
import type { AuthorizationSettings } from '../oauth/authorize.mts';
import { Authorization } from '../oauth/authorize.mts';
import type { TokenRequest } from '../oauth/token.mts';
import { tokenEndpoint } from '../oauth/token.mts';
import type { Companion } from '../scenarios/records.mts';
import type { ApiParts } from './api.mts';
import { api } from './api.mts';
import { LeverFault } from './faults.mts';
import type { RequestLog } from './requestLog.mts';
import { storeRoutes } from './storeRoutes.mts';
import { webhookWrites } from '../webhooks/routes.mts';

const unknownPath: RequestHandler = (request, _response, next) => {
	next(new LeverFault(404, `${request.path} does not exist`));
};

/** The deprecated paths mirror the new ones; an old candidate id is a valid opportunity id (lever-api.md §1.1). */
const asOpportunities: RequestHandler = (request, _response, next) => {
	request.url = request.url.replace(/^\/candidates(?=[/?]|$)/, '/opportunities');
	next();
};

/** Express and its body parser mark what the client did wrong with a status below 500. */
const isClientsFault = (fault: unknown) =>
	fault instanceof Error && 'status' in fault && Number(fault.status) < 500;

function asLeverFault(fault: unknown): LeverFault {
	if (fault instanceof LeverFault) return fault;
	return isClientsFault(fault)
		? new LeverFault(400, 'The request could not be read')
		: new LeverFault(500, `Defect in mock-lever: ${String(fault)}`);
}

/** Every fault leaves in Lever's form. A defect of the mock itself says so, without a stack. */
const answerFault: ErrorRequestHandler = (fault: unknown, _request, response, _next) => {
	const known = asLeverFault(fault);
	response.status(known.status).set(known.headers).json(known.body);
};

export interface AppParts extends ApiParts {
	/** Looks at every answer below `/v1` before it leaves */
	answerChecks?: RequestHandler;
	companion: Companion;
	log: RequestLog;
	admin: AdminParts;
	authorization: AuthorizationSettings;
	/** Filled by the token endpoint */
	tokenRequests: TokenRequest[];
}

/** The whole mock as one Express application. */
export function createApp(parts: AppParts) {
	const app = jsonServer.create();
	// Express's own header and cache answers (304) are not Lever's.
	app.disable('x-powered-by').set('etag', false).set('json spaces', 0);
	const authorization = new Authorization(parts.access.grants, parts.authorization);
	app.use(parts.log.record);
	app.get('/_mock', (request, response, next) => {
		if (request.path.endsWith('/')) next();
		else response.redirect('/_mock/');
	});
	app.use('/_mock', adminGate(parts.admin));
	app.use('/_mock/store', storeRoutes(parts.store));
	app.use('/_mock', jsonServer.bodyParser, adminAnswers(parts.admin));
	app.get('/authorize', authorization.ask);
	app.post('/authorize/answer', jsonServer.bodyParser, authorization.answer);
	app.post(
		'/oauth/token',
		jsonServer.bodyParser,
		tokenEndpoint(parts.access.grants, parts.tokenRequests),
	);
	app.use('/companion', companionLists(parts));
	app.get('/storage/:token', storage(parts.documents));
	app.use('/v1', asOpportunities);
	app.use('/v1/webhooks', jsonServer.bodyParser, webhookWrites(parts));
	if (parts.answerChecks !== undefined) app.use('/v1', parts.answerChecks);
	app.use('/v1', api(parts));
	app.use(unknownPath);
	app.use(answerFault);
	return app;
}
