import { ALTERED, STAMP } from '../pack/stamp';
import { counted, enumerated } from '../pack/words';
import type { Verification } from './verify';

/** More names than this are left to the lists beside the message. */
const NAMES_IN_MESSAGE = 10;

/** What a person needs to know about a pack: the outcome, then what it rests on. */
export function messageOf(
	verification: Omit<Verification, 'message'>,
	payloadUnproven: boolean,
): string {
	const { valid, anchored, changed, added, missing } = verification;
	const sentences: string[] = [];
	if (valid) {
		sentences.push(`All ${counted(verification.files, 'file')} are as sealed.`);
	} else {
		sentences.push(
			...differing('changed', changed),
			...differing('missing', missing),
			...differing('added', added),
			...verification.disagreements,
		);
		if (payloadUnproven) {
			sentences.push('The manifest is not as sealed, so more files may have been changed.');
		}
		if (anchored === false) {
			sentences.push(
				'The expected digest belongs to another pack: this is not the one it anchors.',
			);
		}
	}
	if (valid && anchored === true) sentences.push('The expected digest is met.');
	if (valid && anchored === null) {
		sentences.push(
			'No digest kept elsewhere was compared: a pack that was rewritten as a whole would look the same.',
		);
	}
	if (verification.alteredOrIncomplete.length > 0) {
		sentences.push(
			`When it was sealed it was already ${ALTERED}: ${verification.alteredOrIncomplete.join('; ')}.`,
		);
	}
	if (verification.testData === true) sentences.push(`${STAMP}.`);
	return sentences.join(' ');
}

function differing(what: string, paths: readonly string[]): string[] {
	if (paths.length === 0) return [];
	const named = enumerated(paths.slice(0, NAMES_IN_MESSAGE));
	const rest = paths.length - NAMES_IN_MESSAGE;
	return [`${capital(what)}: ${named}${rest > 0 ? ` and ${rest} more` : ''}.`];
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
