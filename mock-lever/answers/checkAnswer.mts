import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Description } from './description.mts';
import { pointer } from './description.mts';
import type { AnswerPlace, Operation } from './operations.mts';
import { findOperation, operationsOf } from './operations.mts';

/** One answer as it goes over the wire. */
export interface GivenAnswer {
	/** Path below `/v1`, without the query */
	path: string;
	/** Names of the query parameters that were sent */
	asked: readonly string[];
	status: number;
	/** Value of the header, empty when there is none */
	contentType: string;
	body: Uint8Array;
}

export interface AnswerVerdict {
	/** undefined for a path that the description does not know */
	operation: Operation | undefined;
	/** What the description does not know in the answer, without any value of it; empty when all is well */
	complaints: string[];
}

/** So many complaints are enough to find the place. */
const MOST = 3;
const JSON_TYPE = 'application/json';
/** Any response with Lever's error body, for paths that nobody describes */
const ERROR_SCHEMA = 'lever#/components/schemas/Error';
/** With `include` a record has fewer fields; that holds for the record itself and not for what is in it. */
const RECORD = /^\/data(\/\d+)?$/;

/** Compares answers with the description. Schemas are compiled when they are first needed. */
export class AnswerChecker {
	private readonly operations: readonly Operation[];
	private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
	private readonly compiled = new Map<string, ValidateFunction>();

	constructor(description: Description) {
		this.operations = operationsOf(description);
		this.ajv.addSchema(description, 'lever');
	}

	check(answer: GivenAnswer): AnswerVerdict {
		const operation = findOperation(this.operations, answer.path);
		return { operation, complaints: this.complaints(operation, answer).slice(0, MOST) };
	}

	private complaints(operation: Operation | undefined, answer: GivenAnswer): string[] {
		if (operation === undefined) {
			if (answer.status < 400) return ['the path'];
			return this.bodyComplaints(ERROR_SCHEMA, answer);
		}
		const described = operation.answers.get(String(answer.status));
		if (described === undefined) return [`status ${answer.status}`];
		return this.contentComplaints(described, answer);
	}

	private contentComplaints({ place, contents }: AnswerPlace, answer: GivenAnswer): string[] {
		// A file has a content type of its own.
		if (contents.size === 0 || contents.has('*/*')) return [];
		const type = answer.contentType.split(';', 1)[0] ?? '';
		if (!contents.has(type)) return [`content type "${type}"`];
		const schema = pointer('content', JSON_TYPE, 'schema');
		return this.bodyComplaints(`lever#${encodeURI(place + schema)}`, answer);
	}

	private bodyComplaints(schema: string, { body, asked }: GivenAnswer): string[] {
		let value: unknown;
		try {
			value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
		} catch {
			return ['a body that is no JSON in UTF-8'];
		}
		const validate = this.validator(schema);
		if (validate(value)) return [];
		const shortened = asked.includes('include');
		return (validate.errors ?? [])
			.filter((error) => !(shortened && isLeftOutField(error)))
			.map(({ instancePath, message }) => `${instancePath || 'the body'} ${message ?? 'is wrong'}`);
	}

	private validator(schema: string): ValidateFunction {
		const known = this.compiled.get(schema);
		if (known !== undefined) return known;
		const validate = this.ajv.compile({ $ref: schema });
		this.compiled.set(schema, validate);
		return validate;
	}
}

const isLeftOutField = ({ keyword, instancePath }: ErrorObject) =>
	keyword === 'required' && RECORD.test(instancePath);
