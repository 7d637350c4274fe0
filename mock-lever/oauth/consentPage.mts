const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem; }
a { display: inline-block; padding: .5rem 1.25rem; margin-right: .75rem; border: 1px solid; border-radius: .25rem; }
</style>
</head>
<body>
<h1>${escape(title)}</h1>
${body}
</body>
</html>
`;

/** The page on which a person accepts or denies; plain links, no script. */
export function consentPage(scopes: readonly string[], accept: string, deny: string): string {
	const items = scopes.map((scope) => `<li><code>${escape(scope)}</code></li>`).join('\n');
	return page(
		'mock-lever: allow access?',
		`<p>An app asks for access to this mock of a Lever account:</p>
<ul>
${items}
</ul>
<p><a id="accept" href="${escape(accept)}">Accept</a><a id="deny" href="${escape(deny)}">Deny</a></p>`,
	);
}

/** Why the consent page cannot be shown, for the person in the browser. */
export function refusalPage(reason: string): string {
	return page('mock-lever: this app cannot be authorised', `<p>${escape(reason)}</p>`);
}
