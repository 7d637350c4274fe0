/** Who may use the admin API and its page. */
export const ADMIN_FROM = ['machine', 'anywhere', 'nowhere'] as const;
export type AdminFrom = (typeof ADMIN_FROM)[number];

export interface AdminOptions {
	/** Default `machine`: this one only, also when the mock itself listens to others */
	adminFrom?: AdminFrom;
}
