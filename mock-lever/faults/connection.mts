import type { Answer } from '../server/answer.mts';
import { bytesOf, JSON_TYPE, jsonOf } from './body.mts';
import type { Fault, Struck } from './fault.mts';
import { DONE } from './fault.mts';

/** Ends a connection the hard way: the other side sees a reset, not an end. */
const reset = ({ request }: Struck) => void request.socket.resetAndDestroy();

function resetInsideBody(answer: Answer, struck: Struck): typeof DONE {
	const { response } = struck;
	const bytes = bytesOf(answer);
	const headers = { ...(jsonOf(answer) === null ? {} : JSON_TYPE), ...answer.headers };
	response.status(answer.status ?? 200).set(headers);
	response.setHeader('content-length', bytes.length);
	response.flushHeaders();
	// The reset must not overtake the half body: it would throw away what is still to be sent.
	response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => {
		setImmediate(() => reset(struck));
	});
	return DONE;
}

/** What happens to the connection itself. */
export const CONNECTION_FAULTS = {
	resetBeforeAnswer: {
		about: 'the connection is reset instead of an answer',
		instead: (struck) => {
			reset(struck);
			return DONE;
		},
	},
	resetInsideBody: {
		about: 'the real headers and half of the body, then the connection is reset',
		change: (answer, struck) =>
			bytesOf(answer).length < 2 ? null : resetInsideBody(answer, struck),
	},
	noAnswer: {
		about: 'nothing at all, until the client gives up',
		instead: () => DONE,
	},
} as const satisfies Record<string, Fault>;
