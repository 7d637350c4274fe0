import type { Request, Response } from 'express';
import type { Answer } from '../server/answer.mts';
import type { LeverCall } from '../server/call.mts';
import type { Elsewhere } from './elsewhere.mts';
import type { PageMemory } from './pageMemory.mts';
import type { FaultRule } from './rule.mts';

/** One request that a fault strikes, with all that a fault may touch. */
export interface Struck {
	rule: FaultRule;
	/** Path of the endpoint with this request's ids, below `/v1` */
	path: string;
	call: LeverCall;
	request: Request;
	response: Response;
	memory: PageMemory;
	elsewhere: Elsewhere;
}

/** The fault has dealt with the connection itself: nothing is left to send. */
export const DONE = Symbol('the fault has dealt with the connection');

/** Answers instead of the endpoint, which is not asked. May throw a LeverFault. */
interface InsteadFault {
	about: string;
	/** Whether it makes sense for this request; default: for any */
	fits?: (call: LeverCall) => boolean;
	instead: (struck: Struck) => Answer | typeof DONE | Promise<Answer>;
}

/** Changes what the endpoint answered; null = it makes no sense for this answer, which goes out as it is. */
interface ChangeFault {
	about: string;
	fits?: (call: LeverCall) => boolean;
	change: (answer: Answer, struck: Struck) => Answer | typeof DONE | null;
}

export type Fault = InsteadFault | ChangeFault;
