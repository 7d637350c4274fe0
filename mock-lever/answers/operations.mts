import { matchPath } from '../server/matchPath.mts';
import type { Description, DescribedParameter } from './description.mts';
import { pointer } from './description.mts';

/** One read that the description knows. */
export interface Operation {
	/** For instance `listUsers` */
	id: string;
	/** As in the description: `/users/{user}` */
	path: string;
	/** Query parameters; path parameters are exercised by every request */
	parameters: ReadonlySet<string>;
	/** Status → place of the answer in the description, as JSON Pointer */
	answers: ReadonlyMap<string, AnswerPlace>;
}

export interface AnswerPlace {
	/** JSON Pointer of the response */
	place: string;
	/** Content type → whether there is a schema; empty when the answer has no described body */
	contents: ReadonlyMap<string, boolean>;
}

/** Every operation, in the order in which paths are looked up: fixed words stand before ids. */
export function operationsOf(description: Description): readonly Operation[] {
	const operations = Object.entries(description.paths).map(([path, { get }]) => ({
		id: get.operationId,
		path,
		parameters: new Set(
			(get.parameters ?? []).map((parameter) => parameterOf(description, parameter).name),
		),
		answers: new Map(
			Object.keys(get.responses).map((status) => [status, answerOf(description, path, status)]),
		),
	}));
	return operations.toSorted((a, b) => idsIn(a.path) - idsIn(b.path));
}

/** @param path below `/v1`, as on the wire */
export function findOperation(
	operations: readonly Operation[],
	path: string,
): Operation | undefined {
	return operations.find(
		(operation) => matchPath(operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), path) !== null,
	);
}

const idsIn = (path: string) => path.split('{').length - 1;

/** The part that a reference names, or the part itself. */
function parameterOf(
	description: Description,
	parameter: DescribedParameter | { $ref: string },
): DescribedParameter {
	if (!('$ref' in parameter)) return parameter;
	const name = parameter.$ref.split('/').at(-1) ?? '';
	const found = description.components.parameters[name];
	if (found === undefined) throw new Error(`The API description has no parameter ${name}.`);
	return found;
}

function answerOf(description: Description, path: string, status: string): AnswerPlace {
	const response = description.paths[path]?.get.responses[status];
	if (response === undefined) throw new Error(`${path} describes no answer ${status}.`);
	const shared = '$ref' in response ? response.$ref.slice(1) : null;
	const described =
		'$ref' in response
			? description.components.responses[response.$ref.split('/').at(-1) ?? '']
			: response;
	return {
		place: shared ?? pointer('paths', path, 'get', 'responses', status),
		contents: new Map(
			Object.entries(described?.content ?? {}).map(([type, { schema }]) => [
				type,
				schema !== undefined,
			]),
		),
	};
}
