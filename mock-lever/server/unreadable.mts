import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { LeverFault } from './faults.mts';

/** How long a client may go on sending what nobody reads, milliseconds */
const PATIENCE = 5000;

/** The words of a request that never became one; Node's own answer has no body. */
function answerOf(fault: NodeJS.ErrnoException): string {
	const tooLong = fault.code === 'HPE_HEADER_OVERFLOW';
	const status = tooLong ? '431 Request Header Fields Too Large' : '400 Bad Request';
	const message = tooLong ? 'The address or the headers are too long' : 'The request is no HTTP';
	const body = JSON.stringify(new LeverFault(400, message).body);
	return [
		`HTTP/1.1 ${status}`,
		'Connection: close',
		'Content-Type: application/json; charset=utf-8',
		`Content-Length: ${Buffer.byteLength(body)}`,
		'',
		body,
	].join('\r\n');
}

/** Refused already: what else comes of the same request fails again and is of no interest */
const refused = new WeakSet<Duplex>();

function refuse(fault: NodeJS.ErrnoException, socket: Duplex): void {
	if (refused.has(socket)) return;
	refused.add(socket);
	if (!socket.writable || fault.code === 'ECONNRESET') {
		socket.destroy();
		return;
	}
	socket.end(answerOf(fault));
	// Closed with data unread, the client would see a reset instead of the answer.
	socket.resume();
	setTimeout(() => socket.destroy(), PATIENCE).unref();
}

/** Answers in Lever's form also where Node gives up before there is a request. */
export function refuseUnreadable(server: Server): void {
	server.on('clientError', refuse);
}
