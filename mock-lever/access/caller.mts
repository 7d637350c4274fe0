/** What an endpoint asks of whoever calls it (lever-api.md §1.4, §8). */
export interface Need {
	/** For a key: the label ticked when it is made, for instance `list opportunity offers` */
	permission: string;
	/** For OAuth: the scope, for instance `offers:read:admin`; the `write` of the resource includes it */
	scope: string;
}

/** Who sends a request, once the credentials are accepted. */
export interface Caller {
	/** The rate limit counts per bucket: one for each key, one for all OAuth tokens of the account */
	bucket: string;
	/** For the request log; says which key or grant it was without being usable as one */
	name: string;
	may(need: Need): boolean;
	/** Whether confidential data may be asked for */
	confidential: boolean;
	/** User whose own and followed opportunities are all this caller sees; null = everything */
	onlyOf: string | null;
	/** Ends the access token that was presented, so that a refresh is needed; does nothing to a key */
	expire(): void;
}
