import type { FaultRule } from './rule.mts';
import { checkRule } from './rule.mts';

const ALWAYS = 'always';

function valueOf(name: string, text: string): unknown {
	if (name === 'path') return text;
	if (name === 'times' && text === ALWAYS) return Infinity;
	return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/**
 * Reads `name`, or `name:key=value,key=value`, for instance `unavailable:path=/users,after=2,times=always`.
 *
 * @param paths of all endpoints
 * @throws Error with a sentence
 */
export function faultOf(text: string, paths: readonly string[]): FaultRule {
	const colon = text.indexOf(':');
	const fault = colon < 0 ? text : text.slice(0, colon);
	const rest = colon < 0 ? '' : text.slice(colon + 1);
	const members = rest.split(',').filter((part) => part !== '');
	const entries = members.map((part) => {
		const [name = '', ...value] = part.split('=');
		return [name, valueOf(name, value.join('='))];
	});
	return checkRule({ fault, ...Object.fromEntries(entries) }, paths);
}
