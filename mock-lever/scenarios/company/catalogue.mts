/** What a company's candidacies are made of, each with its share. */
export type Weighted<T> = ReadonlyArray<readonly [value: T, share: number]>;

/** How far an ordinary candidacy came. Beyond these stand the stages with an offer */
export const ORDINARY_STAGES: Weighted<string> = [
	['lead-new', 8],
	['lead-reached-out', 7],
	['lead-responded', 4],
	['applicant-new', 40],
	['stage-recruiter-screen', 18],
	['stage-phone-interview', 12],
	['stage-onsite', 8],
	['stage-reference-check', 3],
];

export const OFFER_STAGES: Weighted<string> = [
	['offer', 4],
	['stage-preboarding', 1],
];

export const LEAD_ORIGINS: Weighted<string> = [
	['sourced', 7],
	['agency', 2],
	['university', 1],
];

export const APPLICANT_ORIGINS: Weighted<string> = [
	['applied', 14],
	['referred', 3],
	['internal', 1],
	['agency', 1],
	['university', 1],
];

export const SOURCES: Weighted<string> = [
	['Job site', 8],
	['LinkedIn', 6],
	['Referral', 3],
	['Agency', 2],
	['University fair', 1],
	['Added manually', 1],
];

/** Never a reason of type hired */
export const OTHER_REASONS: Weighted<string> = [
	['reason-underqualified', 10],
	['reason-withdrew', 5],
	['reason-position-closed', 3],
	['reason-timing', 2],
];

/** A few pairs that differ in case only: Lever keeps both (lever-api.md §9) */
export const TAGS: Weighted<string> = [
	['Full-time', 12],
	['Full-Time', 2],
	['Backend', 6],
	['Frontend', 5],
	['Security', 2],
	['Data', 3],
	['Remote', 4],
	['remote', 1],
	['Referred twice', 1],
	['Zürich', 1],
	['データ', 1],
	['Silver medallist', 2],
];

/** Town → its time zone */
export const TOWNS = {
	Berlin: 'Europe/Berlin',
	London: 'Europe/London',
	Warszawa: 'Europe/Warsaw',
	Nairobi: 'Africa/Nairobi',
	Bengaluru: 'Asia/Kolkata',
	Tokyo: 'Asia/Tokyo',
	Sydney: 'Australia/Sydney',
	Auckland: 'Pacific/Auckland',
	'São Paulo': 'America/Sao_Paulo',
	Toronto: 'America/Toronto',
	'Los Angeles': 'America/Los_Angeles',
	Honolulu: 'Pacific/Honolulu',
} as const;

export type Town = keyof typeof TOWNS;

export const TEAMS: Record<string, readonly string[]> = {
	Platform: ['Backend Engineer', 'Site Reliability Engineer', 'Database Engineer'],
	Product: ['Frontend Engineer', 'Product Manager', 'Product Designer', 'User Researcher'],
	Security: ['Security Engineer', 'Security Analyst'],
	Data: ['Data Engineer', 'Data Scientist', 'Analyst'],
	People: ['People Partner', 'Recruiter'],
	Sales: ['Account Executive', 'Sales Engineer', 'Customer Success Manager'],
	Finance: ['Accountant', 'Financial Controller'],
};

/** Ways a hire's offer, and an offer that led to no hire (yet), can stand; all eight of Lever's (lever-api.md §5.2) */
export const OPEN_OFFERS: Weighted<string> = [
	['draft', 2],
	['approval-sent', 2],
	['approved', 2],
	['sent', 4],
	['sent-manually', 1],
	['opened', 4],
	['denied', 5],
	['signed', 3],
];
