import type { Request, Response } from 'express';
import { Random } from '../scenarios/company/random.mts';
import type { Answer } from '../server/answer.mts';
import type { LeverCall } from '../server/call.mts';
import { listOf } from './body.mts';
import type { ElsewhereRequest } from './elsewhere.mts';
import { Elsewhere } from './elsewhere.mts';
import type { Fault } from './fault.mts';
import { DONE } from './fault.mts';
import { PageMemory } from './pageMemory.mts';
import type { FaultRule } from './rule.mts';
import { checkRule, pathShape } from './rule.mts';
import type { FaultName } from './table.mts';
import { FAULTS } from './table.mts';

/** A rule at work. */
export interface ActiveFault {
	id: string;
	rule: FaultRule;
	/** Requests that it struck so far */
	struck: number;
}

interface Armed extends ActiveFault {
	seen: number;
	random: Random;
}

/** A request on its way to its endpoint. */
export interface Passage {
	/** Path of the endpoint, with names for ids */
	endpoint: string;
	call: LeverCall;
	request: Request;
	response: Response;
	/** The endpoint itself */
	answer: (call: LeverCall) => Answer | Promise<Answer>;
}

/** Decides which requests go wrong, and how. Only requests that are let in and allowed are looked at. */
export class Faults {
	private readonly armed = new Map<string, Armed>();
	private readonly memory = new PageMemory();
	private readonly other = new Elsewhere();
	private readonly seed: number;
	private readonly paths: readonly string[];
	private added = 0;

	/**
	 * @param seed of the chance in rules with a share
	 * @param paths of all endpoints
	 */
	constructor(seed: number, paths: readonly string[]) {
		this.seed = seed;
		this.paths = paths;
	}

	/**
	 * @returns the id of the rule
	 * @throws Error with a sentence for a rule that makes no sense
	 */
	add(rule: FaultRule): string {
		const checked = checkRule(rule, this.paths);
		this.added += 1;
		const id = `fault-${this.added}`;
		const random = new Random(this.seed + this.added);
		this.armed.set(id, { id, rule: checked, struck: 0, seen: 0, random });
		return id;
	}

	/** Does nothing when there is no such rule. */
	remove(id: string): void {
		this.armed.delete(id);
	}

	clear(): void {
		this.armed.clear();
		this.memory.forget();
	}

	/** Every rule, those that have struck as often as they may included */
	list(): ActiveFault[] {
		return [...this.armed.values()].map(({ id, rule, struck }) => ({ id, rule, struck }));
	}

	/** What followed a `redirectElsewhere` */
	elsewhere(): ElsewhereRequest[] {
		return this.other.requests();
	}

	close(): Promise<void> {
		return this.other.close();
	}

	/**
	 * Lets a request pass to its endpoint, or not.
	 *
	 * @returns the answer to send; null when the fault has dealt with the connection
	 * @throws LeverFault of the endpoint or of a fault
	 */
	async pass(passage: Passage): Promise<Answer | null> {
		const { request, response } = passage;
		const { path } = request;
		const call = { ...passage.call, query: this.memory.queryOf(path, passage.call.query) };
		if (this.armed.size === 0) return passage.answer(call);
		const chosen = this.choose(passage.endpoint, call);
		if (chosen === null) return this.noted(path, await passage.answer(call));
		const fault: Fault = FAULTS[chosen.rule.fault];
		const struck = {
			rule: chosen.rule,
			path,
			call,
			request,
			response,
			memory: this.memory,
			elsewhere: this.other,
		};
		if ('instead' in fault) {
			mark(response, chosen.rule.fault);
			const answer = await fault.instead(struck);
			return answer === DONE ? null : answer;
		}
		const real = await this.realAnswer(chosen, passage, call);
		mark(response, chosen.rule.fault);
		const changed = fault.change(this.noted(path, real), struck);
		if (changed !== null) return changed === DONE ? null : changed;
		unmark(response);
		chosen.struck -= 1;
		return real;
	}

	/** What the endpoint answers; a refusal gives the strike back, as there is nothing to change. */
	private async realAnswer(chosen: Armed, passage: Passage, call: LeverCall): Promise<Answer> {
		try {
			return await passage.answer(call);
		} catch (refusal) {
			chosen.struck -= 1;
			throw refusal;
		}
	}

	/** The first rule that strikes. All that match count the request, so that each sees the same number. */
	private choose(endpoint: string, call: LeverCall): Armed | null {
		let chosen: Armed | null = null;
		for (const armed of this.armed.values()) {
			if (!matches(armed.rule, endpoint, call)) continue;
			armed.seen += 1;
			const { after = 0, times = 1, share = 1 } = armed.rule;
			const due = armed.seen > after && armed.struck < times && armed.random.chance(share);
			if (due && chosen === null) chosen = armed;
		}
		if (chosen !== null) chosen.struck += 1;
		return chosen;
	}

	private noted(path: string, answer: Answer): Answer {
		const list = listOf(answer);
		if (list !== null) this.memory.note(path, list);
		return answer;
	}
}

function matches(rule: FaultRule, endpoint: string, call: LeverCall): boolean {
	if (rule.path !== undefined && pathShape(rule.path) !== pathShape(endpoint)) return false;
	const fault: Fault = FAULTS[rule.fault];
	return fault.fits?.(call) ?? true;
}

/** The request log and the check of answers read this. */
function mark(response: Response, fault: FaultName): void {
	response.locals.fault = fault;
}

function unmark(response: Response): void {
	delete response.locals.fault;
}
