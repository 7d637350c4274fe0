/**
 * A message without the word by which n8n takes a stopped run for one that a person cancelled: n8n then
 * starts no error workflow, and nobody hears of it (n8n-core, `processSuccessExecution`). Names of columns
 * and statuses of lists bring that word.
 */
export function notTakenForCancelled(message: string): string {
	return message.replaceAll('canceled', 'cancelled');
}
