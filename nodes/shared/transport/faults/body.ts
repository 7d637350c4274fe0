import { LeverReadError } from './leverReadError';

/**
 * An answer's body: parsed JSON, or the text where it is none. Bytes that are no UTF-8 are refused: a
 * replaced character would change a record, and its hash, without anybody knowing.
 *
 * @throws LeverReadError with reason `malformedAnswer`
 */
export function jsonOrText(bytes: Uint8Array): unknown {
	const text = textOf(bytes, true);
	if (text !== null) return parsed(text);
	throw new LeverReadError(
		'malformedAnswer',
		"Lever's answer holds bytes that are no text in UTF-8.",
		'Nothing of it was used, so that no character is changed unnoticed. Run it again. If it stays, something between n8n and Lever changes the answers: check the proxy of n8n, and ask Lever support.',
	);
}

/** The same for answers of which only the sense matters: what is no UTF-8 is replaced. */
export function jsonOrRest(bytes: Uint8Array): unknown {
	return parsed(textOf(bytes, false) ?? '');
}

/** Web pages come in any encoding; they are only told apart. */
const LESS_THAN = 0x3c;

function textOf(bytes: Uint8Array, strict: boolean): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: strict && bytes[0] !== LESS_THAN }).decode(bytes);
	} catch {
		return null;
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
