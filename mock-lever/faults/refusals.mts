import { LeverFault } from '../server/faults.mts';
import { HTML_TYPE } from './body.mts';
import type { Fault } from './fault.mts';

const GATEWAY_PAGE = `<html>
<head><title>502 Bad Gateway</title></head>
<body>
<center><h1>502 Bad Gateway</h1></center>
<hr><center>gateway</center>
</body>
</html>
`;

const SIGN_IN_PAGE = `<!doctype html>
<html lang="en"><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>
`;

/** Answers that refuse, or that come from something in between, instead of what was asked for. */
export const REFUSALS = {
	rateLimited: {
		about: '429 without Retry-After, although the limit is not reached',
		instead: () => {
			throw new LeverFault(429, 'Too many requests');
		},
	},
	rateLimitedWithRetryAfter: {
		about: '429 with Retry-After (retryAfterSeconds, default 1)',
		instead: ({ rule }) => {
			const seconds = String(rule.retryAfterSeconds ?? 1);
			throw new LeverFault(429, 'Too many requests', { 'retry-after': seconds });
		},
	},
	serverError: {
		about: "500 in Lever's form",
		instead: () => {
			throw new LeverFault(500, 'Internal server error');
		},
	},
	badGatewayPage: {
		about: '502 with the HTML page of a gateway',
		instead: () => ({ status: 502, headers: HTML_TYPE, body: GATEWAY_PAGE }),
	},
	unavailable: {
		about: '503, as in maintenance',
		instead: () => {
			throw new LeverFault(503, 'Service unavailable');
		},
	},
	pageInsteadOfData: {
		about: '200 with an HTML page, as a proxy that wants a sign-in gives',
		instead: () => ({ headers: HTML_TYPE, body: SIGN_IN_PAGE }),
	},
	cursorInvalid: {
		about: '400 Invalid offset token, on a request with a cursor',
		fits: ({ query }) => query.one('offset') !== undefined,
		instead: () => {
			throw new LeverFault(400, 'Invalid offset token');
		},
	},
	tokenExpired: {
		about: '401; an OAuth access token really ends, so that only a refresh helps',
		instead: ({ call }) => {
			call.caller.expire();
			throw new LeverFault(401, 'Invalid or missing credentials');
		},
	},
	forbidden: {
		about: '403, as without the permission',
		instead: () => {
			throw new LeverFault(403, 'Not authorized');
		},
	},
	redirectElsewhere: {
		about: '302 to another host, which notes whether credentials come along',
		instead: async ({ elsewhere, request }) => ({
			status: 302,
			headers: { location: `${await elsewhere.url()}${request.originalUrl}` },
			body: '',
		}),
	},
} as const satisfies Record<string, Fault>;
