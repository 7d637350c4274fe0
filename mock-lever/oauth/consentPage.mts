import type { Authoriser } from './authorisers.mts';
import { scopeInWords } from './scopes.mts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
fieldset { margin: 1.5rem 0; padding: .5rem 1rem 1rem; border: 1px solid; border-radius: .25rem; }
legend { font-weight: 600; padding: 0 .25rem; }
label { display: grid; grid-template-columns: auto 1fr; gap: .5rem; align-items: baseline; padding: .25rem 0; }
fieldset p:last-child { margin-bottom: 0; }
li { margin: .25rem 0; }
code { font-size: .875rem; overflow-wrap: anywhere; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; }
button { font: inherit; padding: .5rem 1.25rem; border: 1px solid; border-radius: .25rem; cursor: pointer; }
button.first { background: #1c4f8f; border-color: #1c4f8f; color: #fff; }
:focus-visible { outline: 3px solid #d97706; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>
`;

export interface Consent {
	/** Goes back with the answer, so that each request is answered once */
	request: string;
	scopes: readonly string[];
	/** The first one is chosen already */
	authorisers: readonly Authoriser[];
	/** What happens to a grant by anybody but a Super Admin, in a sentence */
	aboutLesserRoles: string;
}

const scopeItem = (scope: string) =>
	`<li>${escape(scopeInWords(scope))} <code>${escape(scope)}</code></li>`;

const person = ({ user, role }: Authoriser, index: number) =>
	`<label><input type="radio" name="user" value="${escape(user.id)}"${index === 0 ? ' checked' : ''}> <span>${escape(user.name)} (${role})</span></label>`;

/** The page on which a person accepts or denies: a plain form, no script. */
export function consentPage(consent: Consent): string {
	const { request, scopes, authorisers, aboutLesserRoles } = consent;
	return page(
		'mock-lever: allow access?',
		`<p>An app asks for access to this mock of a Lever account. It would be allowed:</p>
<ul>
${scopes.map(scopeItem).join('\n')}
</ul>
<form method="post" action="/authorize/answer">
<input type="hidden" name="request" value="${escape(request)}">
<fieldset aria-describedby="about-roles">
<legend>Who are you?</legend>
${authorisers.map(person).join('\n')}
<p id="about-roles">${escape(aboutLesserRoles)}</p>
</fieldset>
<div class="buttons">
<button class="first" id="accept" name="answer" value="accept">Accept</button>
<button id="deny" name="answer" value="deny">Deny</button>
</div>
</form>`,
	);
}

/** Why the consent page cannot be shown, for the person in the browser. */
export function refusalPage(reason: string): string {
	return page('mock-lever: this app cannot be authorised', `<p>${escape(reason)}</p>`);
}

/** What Lever shows for a redirect URI that is not registered (lever-api.md §1.3), and why. */
export function undefinedPage(redirectUri: string): string {
	return page(
		'undefined',
		`<p>Lever's own page says no more than this. The mock adds the reason: the redirect URI
<code>${escape(redirectUri)}</code> is not registered for this app. Start the mock with
<code>--redirect-uri</code> and this address to register it.</p>`,
	);
}
