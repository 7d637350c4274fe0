/** Status → `code` of Lever's flat error body (lever-api.md §2.2, §2.3). */
const CODES = {
	400: 'BadRequestError',
	401: 'UnauthorizedError',
	403: 'ForbiddenError',
	404: 'ResourceNotFound',
	422: 'UnprocessableEntityError',
	429: 'TooManyRequestsError',
	500: 'InternalServerError',
	503: 'ServiceUnavailableError',
} as const;

export type FaultStatus = keyof typeof CODES;

/** An answer other than success, in Lever's words. */
export class LeverFault extends Error {
	readonly status: FaultStatus;
	readonly headers: Record<string, string>;

	constructor(status: FaultStatus, message: string, headers: Record<string, string> = {}) {
		super(message);
		this.name = 'LeverFault';
		this.status = status;
		this.headers = headers;
	}

	/** Always two strings, nothing around them */
	get body(): { code: string; message: string } {
		return { code: CODES[this.status], message: this.message };
	}
}
