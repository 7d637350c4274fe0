import { defineChange } from '../change.mts';
import { milliseconds, opportunity, orNull, user } from '../inputs.mts';
import { changeOpportunity } from '../opportunities.mts';
import { ChangeRefused } from '../refused.mts';

export const setOwner = defineChange({
	about: 'Gives an opportunity another owner, or none',
	inputs: { opportunity, owner: orNull(user) },
	run: (account, { opportunity: before, owner }) =>
		changeOpportunity(account, before, { owner: owner?.id ?? null }),
});

export const addFollower = defineChange({
	about: 'Lets a user follow an opportunity',
	inputs: { opportunity, user },
	run(account, { opportunity: before, user: follower }) {
		if (before.followers.includes(follower.id)) {
			throw new ChangeRefused('This user follows the opportunity already.');
		}
		return changeOpportunity(account, before, {
			followers: [...before.followers, follower.id],
		});
	},
});

export const removeFollower = defineChange({
	about: 'Ends that a user follows an opportunity',
	inputs: { opportunity, user },
	run(account, { opportunity: before, user: follower }) {
		if (!before.followers.includes(follower.id)) {
			throw new ChangeRefused('This user does not follow the opportunity.');
		}
		const followers = before.followers.filter((each) => each !== follower.id);
		return changeOpportunity(account, before, { followers });
	},
});

export const snooze = defineChange({
	about: 'Puts an opportunity off until a moment, or ends that',
	inputs: { opportunity, until: orNull(milliseconds) },
	run: (account, { opportunity: before, until }) =>
		changeOpportunity(account, before, { snoozedUntil: until }),
});
