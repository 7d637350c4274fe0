const section = (id: string, title: string, body: string) => `
<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>`;

const search = (id: string, label: string) => `
<form class="row" role="search" data-search="${id}">
<label for="${id}-search">${label}</label>
<input id="${id}-search" name="search" type="search" autocomplete="off">
<button>Search</button>
</form>
<p class="count" id="${id}-count" aria-live="polite"></p>
<ul class="cards" id="${id}-list"></ul>`;

const number = (id: string, label: string, more: string) => `
<div class="field"><label for="${id}">${label}</label><input id="${id}" type="number" inputmode="numeric" ${more}></div>`;

const select = (id: string, label: string) => `
<div class="field"><label for="${id}">${label}</label><select id="${id}"></select></div>`;

const table = (id: string, caption: string, columns: readonly string[]) => `
<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => `<th scope="col">${column}</th>`).join('')}</tr></thead>
<tbody id="${id}"></tbody>
</table></div>`;

const SECTIONS = [
	['people', 'People'],
	['users', 'Users'],
	['faults', 'Faults and speed'],
	['scenario', 'Scenario'],
	['requests', 'Requests'],
	['webhooks', 'Webhooks'],
] as const;

const FAULTS = `
<form id="speed-form" class="fields">
${number('speed-rate', 'Requests per second (0 = no limit)', 'min="0" max="10000" step="any"')}
${number('speed-latency', 'Latency, milliseconds', 'min="0" max="600000"')}
${number('speed-jitter', 'Jitter, milliseconds', 'min="0" max="600000"')}
<button>Set speed</button>
</form>
<form id="fault-form" class="fields">
${select('fault-name', 'Fault')}
${select('fault-path', 'Endpoint')}
${number('fault-after', 'Let through first', 'min="0" value="0"')}
${number('fault-times', 'Times (0 = always)', 'min="0" value="1"')}
<button>Add fault</button>
</form>
<ul class="cards" id="fault-list"></ul>
<div class="row">
<button type="button" data-post="/faults" data-method="DELETE">Remove all faults</button>
<button type="button" data-post="/tokens/expire">Expire access tokens</button>
</div>`;

const SCENARIO = `
<p id="state"></p>
<form id="scenario-form" class="fields">
${select('scenario-name', 'Scenario')}
${number('scenario-size', 'Opportunities (generated only)', 'min="1" max="1000000" placeholder="1000"')}
${number('scenario-seed', 'Seed (generated only)', 'min="0" placeholder="1"')}
<button>Load</button>
<button type="button" data-confirm="Put back the data the mock started with? All changes are lost." data-post="/reset">Reset</button>
</form>
<dl id="counts" class="counts"></dl>`;

const REQUESTS = `
<div class="row">
<label class="check"><input id="requests-live" type="checkbox" checked> Live</label>
<button type="button" data-post="/requests" data-method="DELETE">Clear</button>
</div>
${table('requests-list', 'The last 100 requests, newest first', ['Time', 'Request', 'Status', 'ms', 'Who', 'Fault'])}`;

const WEBHOOKS = `
<div class="row">
<label class="check"><input id="webhooks-on" type="checkbox"> Send events</label>
<button type="button" data-post="/deliveries" data-method="DELETE">Clear deliveries</button>
</div>
<ul class="cards" id="webhook-list"></ul>
${table('delivery-list', 'Deliveries, newest first', ['Event', 'To', 'Result', 'Tries', 'Action'])}`;

/** The page at `/_mock/`. It says what there is; `page.js` fills it in and sends what a person does. */
export const pageHtml = (): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>mock-lever</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="page.css">
<script src="page.js" type="module"></script>
</head>
<body>
<header>
<h1>mock-lever</h1>
<nav aria-label="Sections"><ul>
${SECTIONS.map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`).join('\n')}
</ul></nav>
</header>
<p id="message" role="status" aria-live="polite"></p>
<noscript><p>This page needs JavaScript. Everything on it can be done by requests too: see <a href="api">the list</a>.</p></noscript>
<main>
${section('people', 'People', search('people', 'Name, address or id'))}
${section('users', 'Users', search('users', 'Name, address or id'))}
${section('faults', 'Faults and speed', FAULTS)}
${section('scenario', 'Scenario', SCENARIO)}
${section('requests', 'Requests', REQUESTS)}
${section('webhooks', 'Webhooks', WEBHOOKS)}
</main>
<footer><p>Sample data only. <a href="api">Everything here as requests</a> · <a href="changes">All changes</a></p></footer>
</body>
</html>
`;
