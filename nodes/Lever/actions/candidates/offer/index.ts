import type { Resource } from '../../operation';
import { downloadOffer } from './download';
import { getManyOffers } from './getAll';

export const offer: Resource = {
	name: 'Offer',
	value: 'offer',
	description: 'Offer of employment',
	operations: [downloadOffer, getManyOffers],
};
