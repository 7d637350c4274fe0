import type { Resource } from '../../operation';
import { getContact } from './get';

export const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	description: 'The person behind one or more opportunities',
	operations: [getContact],
};
