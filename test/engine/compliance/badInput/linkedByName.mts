/** Check → result of a hire whose record was found by name and time of order only. */
export const LINKED_BY_NAME = {
	'SCR-01': 'warn linked-by-name-only',
	'SCR-02': 'warn linked-by-name-only',
	'SCR-04': 'warn linked-by-name-only',
	'SCR-07': 'warn name-only',
	'SCR-08': 'warn linked-by-name-only',
};
