import type { Response } from 'express';

/** What an endpoint says, before it goes over the wire. */
export interface Answer {
	/** Default 200 */
	status?: number;
	headers?: Record<string, string>;
	/** An object goes out as JSON, bytes and text as they are; left out: no body */
	body?: object | Uint8Array | string;
}

export const json = (body: object): Answer => ({ body });

/** Sends an answer as it stands. */
export function sendAnswer(response: Response, answer: Answer): void {
	const { status = 200, headers = {}, body } = answer;
	response.status(status).set(headers);
	if (body === undefined) response.end();
	else if (body instanceof Uint8Array) response.send(Buffer.from(body));
	else if (typeof body === 'string') response.send(body);
	else response.json(body);
}
