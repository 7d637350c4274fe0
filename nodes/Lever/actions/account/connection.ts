import { checkOperation } from '../../connection/checkOperation';
import type { Resource } from '../operation';

export const connection: Resource = {
	name: 'Connection',
	value: 'connection',
	description: 'The credential itself: what it may read, and who stands behind it',
	operations: [checkOperation],
};
