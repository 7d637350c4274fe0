import { foldEmail } from '../../matching/emails';

/** What an address of an account says about who it belongs to. */
interface AddressMeaning {
	/** Everything after the last @; empty for a text that is no address */
	domain: string;
	/** Of a provider that gives an address to everybody */
	isFreeMail: boolean;
	/** Belongs to a function and to no person, for instance recruiting@ */
	isGeneric: boolean;
}

/** Providers whose addresses anybody can have; their country domains are known by the first word. */
const FREE_MAIL_NAMES: ReadonlySet<string> = new Set([
	'aol',
	'fastmail',
	'gmail',
	'gmx',
	'googlemail',
	'hotmail',
	'hushmail',
	'icloud',
	'laposte',
	'libero',
	'live',
	'mail',
	'mailfence',
	'mailinator',
	'me',
	'msn',
	'naver',
	'outlook',
	'posteo',
	'proton',
	'protonmail',
	'qq',
	'rediffmail',
	'rocketmail',
	'seznam',
	'tutanota',
	'ukr',
	'wanadoo',
	'web',
	'yahoo',
	'yandex',
	'ymail',
	'zoho',
	'163',
	'126',
]);

/** Last parts of free-mail domains; `mail.example.com` is nobody's free mail. */
const FREE_MAIL_ENDINGS: ReadonlySet<string> = new Set([
	'at',
	'ca',
	'ch',
	'co.in',
	'co.jp',
	'co.uk',
	'com',
	'com.au',
	'com.br',
	'cz',
	'de',
	'es',
	'fr',
	'in',
	'it',
	'jp',
	'me',
	'net',
	'org',
	'ru',
]);

/** Words of which addresses of functions are made, alone or together: `hr`, `talent-team`, `no.reply`. */
const GENERIC_WORDS: ReadonlySet<string> = new Set([
	'admin',
	'administrator',
	'applications',
	'apply',
	'ats',
	'bot',
	'career',
	'careers',
	'contact',
	'hello',
	'helpdesk',
	'hiring',
	'hr',
	'info',
	'integration',
	'interviews',
	'it',
	'jobs',
	'lever',
	'mail',
	'no',
	'noreply',
	'office',
	'people',
	'recruiter',
	'recruiting',
	'recruitment',
	'reply',
	'resourcing',
	'root',
	'service',
	'shared',
	'staffing',
	'support',
	'system',
	'talent',
	'team',
	'test',
]);

export function addressMeaning(address: string): AddressMeaning {
	const folded = foldEmail(address);
	const at = folded.lastIndexOf('@');
	if (at < 1) return { domain: '', isFreeMail: false, isGeneric: false };
	const domain = folded.slice(at + 1);
	return { domain, isFreeMail: isFreeMail(domain), isGeneric: isGeneric(folded.slice(0, at)) };
}

function isFreeMail(domain: string): boolean {
	const dot = domain.indexOf('.');
	return FREE_MAIL_NAMES.has(domain.slice(0, dot)) && FREE_MAIL_ENDINGS.has(domain.slice(dot + 1));
}

/** What follows a plus sign is a tag; digits number mailboxes. */
function isGeneric(localPart: string): boolean {
	const words = localPart
		.replace(/\+.*$/, '')
		.split(/[^\p{L}]+/u)
		.filter((word) => word !== '');
	return words.length > 0 && words.every((word) => GENERIC_WORDS.has(word));
}

/** Whether a domain is one of the company's, or below one. */
export function isCompanyDomain(domain: string, companyDomains: readonly string[]): boolean {
	return companyDomains.some((one) => {
		const own = one.trim().toLowerCase().replace(/^@/, '');
		return domain === own || domain.endsWith(`.${own}`);
	});
}
