import type { RequestHandler, Response } from 'express';
import { LeverQuery } from '../server/query.mts';
import { AnswerChecker } from './checkAnswer.mts';
import type { AnswerVerdict } from './checkAnswer.mts';
import { noteCoverage } from './coverage.mts';
import { placeOfDescription, readDescription } from './description.mts';
import { holdBack } from './heldBack.mts';

export interface AnswerChecks {
	/** For everything below `/v1` */
	handle: RequestHandler;
	/** Answers that the description does not know, one sentence each */
	defects(): string[];
	/** @throws Error that lists the defects, if there are any */
	refuseDefects(): void;
}

export interface AnswerChecksOptions {
	/** Folder that is told what was exercised; left out: nobody is told */
	coverage?: string;
}

/** An answer that a fault rule made is wrong on purpose. */
const isMadeByFault = (response: Response) => response.locals.fault !== undefined;

let shared: AnswerChecker | undefined;
/** Made when the first answer is due, so that a start stays quick */
const checker = () => (shared ??= new AnswerChecker(readDescription()));

/**
 * Holds every answer below `/v1` against the API description. One that does not fit goes out as status 500
 * that names the place, and is remembered.
 */
export function answerChecks(options: AnswerChecksOptions = {}): AnswerChecks {
	const defects: string[] = [];
	return {
		handle(request, response, next) {
			const asked = new LeverQuery(request.url).names();
			const { path } = request;
			const letThrough = () => request.method !== 'GET' || isMadeByFault(response);
			holdBack(response, letThrough, (body) => {
				const { statusCode: status } = response;
				const contentType = String(response.getHeader('content-type') ?? '');
				const verdict = checker().check({ path, asked, status, contentType, body });
				const defect = defectIn(path, status, body, verdict);
				if (defect !== null) defects.push(defect);
				else if (options.coverage !== undefined) cover(options.coverage, verdict, status, asked);
				send(response, body, status < 500 ? defect : null);
			});
			next();
		},
		defects: () => [...defects],
		refuseDefects() {
			if (defects.length > 0) throw new Error(defects.join('\n'));
		},
	};
}

/** Environment variables, so that a whole test run can be checked, child processes included */
const SWITCH = 'MOCK_LEVER_CHECK_ANSWERS';
const COVERAGE = 'MOCK_LEVER_COVERAGE';

/**
 * The checks of a mock that was told to check, else undefined.
 *
 * @param wanted default: whether `MOCK_LEVER_CHECK_ANSWERS` is 1
 * @throws Error when they are wanted and the description is missing
 */
export function openAnswerChecks(
	wanted: boolean = process.env[SWITCH] === '1',
): AnswerChecks | undefined {
	if (!wanted) return undefined;
	placeOfDescription();
	return answerChecks({ coverage: process.env[COVERAGE] });
}

function defectIn(
	path: string,
	status: number,
	body: Buffer,
	{ complaints }: AnswerVerdict,
): string | null {
	const what = `GET ${path}`;
	if (status === 500) return `${what} answers 500: ${body.toString('utf8').slice(0, 500)}`;
	if (complaints.length === 0) return null;
	return `Defect in mock-lever: ${what} answers something the API description does not know: ${complaints.join('; ')}`;
}

/** Downloads may be answered with a redirect. */
function cover(
	folder: string,
	{ operation }: AnswerVerdict,
	status: number,
	asked: readonly string[],
): void {
	if (operation === undefined || status >= 400) return;
	noteCoverage(folder, {
		operation: operation.id,
		known: asked.filter((name) => operation.parameters.has(name)),
		unknown: asked.filter((name) => !operation.parameters.has(name)),
	});
}

function send(response: Response, body: Buffer, defect: string | null): void {
	if (defect === null || response.headersSent) {
		response.end(body);
		return;
	}
	const answer = JSON.stringify({ code: 'InternalServerError', message: defect });
	for (const name of ['content-length', 'content-disposition', 'location']) {
		response.removeHeader(name);
	}
	response.statusCode = 500;
	response.setHeader('content-type', 'application/json; charset=utf-8');
	response.end(answer);
}
