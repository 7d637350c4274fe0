import { collectOperation } from '../../evidence/collectOperation';
import type { Resource } from '../operation';

export const evidence: Resource = {
	name: 'Evidence',
	value: 'evidence',
	description: 'What Lever Compliance checks',
	operations: [collectOperation],
};
