import { roleKey, roleKind } from './accountState';

/** Type of Lever's audit event of a changed role (lever-api.md §5.12). */
export const ROLE_CHANGED = 'user.role:changed';

/** Lever's own roles from the least to the most (lever-api.md §5.4). */
const ORDER: readonly string[] = [
	'interviewer',
	'limited team member',
	'team member',
	'admin',
	'super admin',
];

/** What one role is against another; `unknown` where a custom or an empty role hides it. */
type RoleStep = 'raised' | 'same' | 'lowered' | 'unknown';

/**
 * How a change of role is to be taken. What a custom role allows is not known, so it counts as privileged
 * (rules.md §7): more than Lever's lower roles, less than a Super Admin.
 */
export function roleStep(from: string | null, to: string | null): RoleStep {
	const [before, now] = [roleKey(from), roleKey(to)];
	if (before === now) return 'same';
	const [kindBefore, kindNow] = [roleKind({ accessRole: from }), roleKind({ accessRole: to })];
	if (kindBefore === 'none' || kindNow === 'none') return 'unknown';
	if (kindBefore !== 'custom' && kindNow !== 'custom') {
		return ORDER.indexOf(now) > ORDER.indexOf(before) ? 'raised' : 'lowered';
	}
	if (kindBefore === 'lower' || kindNow === 'superAdmin') return 'raised';
	if (kindNow === 'lower' || kindBefore === 'superAdmin') return 'lowered';
	return 'unknown';
}

/** The same for a change that Lever recorded: one that names neither role did not leave it as it was. */
export function roleStepOfChange(from: string | null, to: string | null): RoleStep {
	return roleKey(from) === '' && roleKey(to) === '' ? 'unknown' : roleStep(from, to);
}
