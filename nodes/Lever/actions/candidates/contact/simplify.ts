import type { ContactRecord } from '../../records';

export function simplifyContact(record: ContactRecord): object {
	return {
		id: record.id,
		name: record.name,
		headline: record.headline,
		location: record.location?.name ?? null,
		email: record.emails?.[0] ?? null,
		phone: record.phones?.[0]?.value ?? null,
		isAnonymized: record.isAnonymized,
	};
}
