import type { Milliseconds } from './common.mts';

/** Facts of the account itself */
export interface StoredAccount {
	id: string;
	name: string;
	/** First part of the addresses of its public job pages */
	site: string;
	/** Audit events are a paid addition: without it Lever refuses to read them (lever-api.md §5.12) */
	auditEvents: boolean;
}

export interface AuditUser {
	/** Absent when nobody knows who it was */
	id?: string;
	email: string | null;
	name: string | null;
	role: string | null;
}

/** lever-api.md §5.12 */
export interface StoredAuditEvent {
	id: string;
	createdAt: Milliseconds;
	/** For instance `user.role:changed` */
	type: string;
	user: AuditUser | null;
	/** `type`: the part of the event's type before `:` or `.` */
	target: { id: string; type: string; label: string };
	/** By type */
	meta: Record<string, unknown>;
}

/** lever-api.md §6.4 */
export interface StoredWebhook {
	id: string;
	event: string;
	url: string;
	configuration: { conditions?: { origins: string[] } };
	/** Shown by the POST that made it and by nothing else */
	signatureToken: string;
	createdAt: Milliseconds;
	updatedAt: Milliseconds;
}
