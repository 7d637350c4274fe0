// @ts-check
/** The script of the page at /_mock/: it asks the admin API and shows what it says. */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} id */
const field = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

/**
 * @param {string} tag
 * @param {Record<string, unknown>} properties
 * @param {Array<Node | string>} children
 */
function make(tag, properties = {}, children = []) {
	const element = Object.assign(document.createElement(tag), properties);
	element.append(...children);
	return element;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;

/** @param {string} text */
function say(text, refused = false) {
	const message = byId('message');
	message.textContent = text;
	message.classList.toggle('refused', refused);
	clearTimeout(fading);
	fading = setTimeout(() => (message.textContent = ''), refused ? 12_000 : 4000);
}

/**
 * @param {string} path below /_mock
 * @param {{ method?: string, body?: object }} options
 * @returns {Promise<any>} the answer; rejects with the sentence of a refusal
 */
async function ask(path, { method = 'GET', body } = {}) {
	const response = await fetch(`/_mock${path}`, {
		method,
		headers: body === undefined ? {} : { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.message);
	return answer;
}

/**
 * Does something and shows the result everywhere.
 *
 * @param {string} what for the message, when it was done
 * @param {() => Promise<unknown>} act
 */
async function perform(what, act) {
	try {
		await act();
		say(what);
	} catch (refusal) {
		say(refusal instanceof Error ? refusal.message : String(refusal), true);
	}
	await refresh();
}

/** @param {string} name @param {object} inputs @param {string} what */
const change = (name, inputs, what) =>
	perform(what, () => ask(`/changes/${name}`, { method: 'POST', body: inputs }));

/** @param {number | null} milliseconds */
const day = (milliseconds) =>
	milliseconds === null ? '' : new Date(milliseconds).toISOString().slice(0, 10);

/**
 * @param {string} text
 * @param {() => unknown} act
 * @param {{ danger?: string, about?: string }} options danger: a question to be answered first
 */
function button(text, act, { danger, about } = {}) {
	const element = make('button', { type: 'button', textContent: text });
	if (about !== undefined) element.setAttribute('aria-label', `${text}: ${about}`);
	if (danger !== undefined) element.classList.add('danger');
	element.addEventListener('click', () => {
		if (danger === undefined || confirm(danger)) void act();
	});
	return element;
}

/**
 * A list that does something as soon as an entry is chosen.
 *
 * @param {string} label also its first entry
 * @param {string} about for those who hear the page: whom it acts on
 * @param {Array<[string, string]>} entries value and text
 * @param {(value: string) => unknown} act
 */
function chooser(label, about, entries, act) {
	const options = [['', label], ...entries].map(([value, text]) =>
		make('option', { value, textContent: text }),
	);
	const element = document.createElement('select');
	element.append(...options);
	element.setAttribute('aria-label', `${label}: ${about}`);
	element.addEventListener('change', () => {
		if (element.value !== '') void act(element.value === '(none)' ? '' : element.value);
	});
	return element;
}

/** @type {{ stages: any[], reasons: any[] }} */
let choices = { stages: [], reasons: [] };
const ROLES = ['super admin', 'admin', 'team member', 'limited team member', 'interviewer'];

/** @param {any} person @param {any} offer */
function offerLine(person, offer) {
	const start = offer.startDate === null ? '' : `, start ${day(offer.startDate)}`;
	const signed = offer.companySigned ? ', signed by the company' : '';
	const line = make('p', { textContent: `Offer ${offer.status}${start}${signed}` });
	if (offer.status === 'signed' || offer.status === 'denied') return line;
	const sign = button('Sign', () => change('signOffer', { offer: offer.id }, 'Offer signed.'), {
		about: `offer of ${person.name}`,
	});
	return make('div', { className: 'row' }, [line, sign]);
}

/** @param {any} person */
function personCard(person) {
	const name = person.isAnonymized ? '(anonymised)' : person.name;
	const opportunity = person.id;
	const where = person.archived
		? `Archived ${day(person.archived.archivedAt)}: ${person.archived.reason.text}`
		: `In ${person.stage?.text ?? 'an unknown stage'}`;
	const state = make('p', { textContent: where });
	if (person.archived?.reason.type === 'hired') state.className = 'good';
	/** @type {Array<[string, string]>} */
	const stages = choices.stages
		.filter((stage) => stage.id !== person.stage?.id)
		.map((stage) => [stage.id, stage.text]);
	/** @type {Array<[string, string]>} */
	const reasons = choices.reasons
		.filter((reason) => reason.type === 'non-hired')
		.map((reason) => [reason.id, reason.text]);
	const actions = [
		chooser('Move to…', name, stages, (stage) =>
			change('moveStage', { opportunity, stage }, `${name} moved.`),
		),
		person.archived
			? button(
					'Unarchive',
					() => change('unarchive', { opportunity }, `${name} is active again.`),
					{
						about: name,
					},
				)
			: chooser('Archive as…', name, reasons, (reason) =>
					change('archive', { opportunity, reason }, `${name} archived.`),
				),
		...(person.archived?.reason.type === 'hired'
			? []
			: [button('Hire', () => change('hire', { opportunity }, `${name} hired.`), { about: name })]),
		button('Make offer', () => makeOffer(opportunity, name), { about: name }),
		button('Anonymise', () => change('anonymize', { contact: person.contact }, 'Anonymised.'), {
			about: name,
			danger: `Erase name, addresses and documents of ${name}?`,
		}),
		button('Delete', () => change('deleteOpportunity', { opportunity }, 'Deleted.'), {
			about: name,
			danger: `Delete this opportunity of ${name} with everything in it?`,
		}),
	];
	const facts = [person.emails.join(', '), person.owner && `owner ${person.owner}`];
	if (person.confidential) facts.push('confidential');
	return make('li', {}, [
		make('h3', { textContent: name }),
		make('p', { className: 'quiet', textContent: facts.filter(Boolean).join(' · ') }),
		state,
		...person.offers.map((/** @type {any} */ offer) => offerLine(person, offer)),
		make('div', { className: 'actions' }, actions),
	]);
}

/** @param {string} opportunity @param {string} name */
function makeOffer(opportunity, name) {
	const startDate = prompt(`First day at work of ${name}, like 2026-11-02`);
	if (startDate === null) return undefined;
	const inputs = startDate.trim() === '' ? {} : { startDate: startDate.trim() };
	return change('makeOffer', { opportunity, ...inputs }, 'Offer written (draft).');
}

/** @param {any} user */
function userCard(user) {
	const active = user.deactivatedAt === null;
	const role = user.accessRole || '(no role)';
	const state = active ? role : `${role}, deactivated ${day(user.deactivatedAt)}`;
	/** @type {Array<[string, string]>} */
	const roles = ROLES.filter((each) => each !== user.accessRole).map((each) => [each, each]);
	return make('li', {}, [
		make('h3', { textContent: user.name }),
		make('p', { className: 'quiet', textContent: user.email }),
		make('p', { textContent: state, className: active ? '' : 'bad' }),
		make('div', { className: 'actions' }, [
			chooser('Role…', user.name, [...roles, ['(none)', '(no role)']], (accessRole) =>
				change('changeRole', { user: user.id, accessRole }, `${user.name} has another role.`),
			),
			active
				? button('Deactivate', () => change('deactivateUser', { user: user.id }, 'Deactivated.'), {
						about: user.name,
					})
				: button('Reactivate', () => change('reactivateUser', { user: user.id }, 'Reactivated.'), {
						about: user.name,
					}),
		]),
	]);
}

/** @param {string} id @param {number} shown @param {number} count */
function tell(id, shown, count) {
	byId(`${id}-count`).textContent =
		shown < count ? `${shown} of ${count}; search to see others` : `${count} found`;
}

const searchOf = (/** @type {string} */ id) =>
	`search=${encodeURIComponent(field(`${id}-search`).value)}`;

async function showPeople() {
	const { people, count } = await ask(`/people?limit=12&${searchOf('people')}`);
	byId('people-list').replaceChildren(...people.map(personCard));
	tell('people', people.length, count);
}

async function showUsers() {
	const { users, count } = await ask(`/users?limit=9&${searchOf('users')}`);
	byId('users-list').replaceChildren(...users.map(userCard));
	tell('users', users.length, count);
}

/** @param {any} active */
function faultCard({ id, rule, struck }) {
	const times = rule.times === null ? 'always' : `at most ${rule.times ?? 1} ×`;
	const facts = [rule.path ?? 'any endpoint', times, `struck ${struck}`];
	if (rule.after) facts.push(`after ${rule.after}`);
	const remove = () => perform('Fault removed.', () => ask(`/faults/${id}`, { method: 'DELETE' }));
	return make('li', {}, [
		make('h3', { textContent: rule.fault }),
		make('p', { className: 'quiet', textContent: facts.join(' · ') }),
		make('div', { className: 'actions' }, [button('Remove', remove, { about: rule.fault })]),
	]);
}

async function showFaults() {
	const { faults } = await ask('/faults');
	byId('fault-list').replaceChildren(...faults.map(faultCard));
}

async function showSpeed() {
	const { rateLimit, latencyMilliseconds, jitterMilliseconds } = await ask('/speed');
	field('speed-rate').value = rateLimit === false ? '0' : rateLimit.perSecond;
	field('speed-latency').value = latencyMilliseconds;
	field('speed-jitter').value = jitterMilliseconds;
}

async function showState() {
	const { scenario, now, counts } = await ask('/state');
	byId('state').textContent = `Scenario ${scenario.scenario}. The mock's time is ${now
		.slice(0, 16)
		.replace('T', ' ')} UTC.`;
	const entries = Object.entries(counts).filter(([, count]) => count > 0);
	byId('counts').replaceChildren(
		...entries.map(([name, count]) =>
			make('div', {}, [
				make('dt', { textContent: name.replaceAll('_', ' ') }),
				make('dd', { textContent: String(count) }),
			]),
		),
	);
}

/** @param {any} entry */
function requestRow({ at, method, path, query, status, durationMilliseconds, keyName, fault }) {
	const parameters = Object.entries(query).flatMap(([name, value]) =>
		[value].flat().map((each) => `${name}=${each}`),
	);
	const text = parameters.length === 0 ? path : `${path}?${parameters.join('&')}`;
	/** @type {Array<[string | number, string]>} */
	const cells = [
		[at.slice(11, 19), 'tight'],
		[`${method} ${text}`, 'request'],
		[status || '–', status >= 400 || status === 0 ? 'bad' : 'good'],
		[durationMilliseconds ?? '', 'tight'],
		[keyName ?? '', 'tight'],
		[fault ?? '', fault ? 'bad' : ''],
	];
	const row = cells.map(([content, className]) =>
		make('td', { textContent: String(content), className }),
	);
	return make('tr', {}, row);
}

let shownRequests = '';

async function showRequests() {
	const entries = await ask('/requests?last=100');
	const now = JSON.stringify(entries);
	if (now === shownRequests) return;
	shownRequests = now;
	fillTable('requests-list', entries.reverse().map(requestRow));
}

/** Puts rows into a table, or says that there are none. */
function fillTable(/** @type {string} */ id, /** @type {HTMLElement[]} */ rows) {
	const columns = byId(id).parentElement?.querySelectorAll('th').length ?? 1;
	const nothing = make('tr', {}, [
		make('td', { colSpan: columns, className: 'quiet', textContent: 'Nothing yet.' }),
	]);
	byId(id).replaceChildren(...(rows.length === 0 ? [nothing] : rows));
}

/** @param {any} webhook */
function webhookCard({ id, event, url, configuration }) {
	const test = () =>
		perform('Test sent.', () => ask(`/webhooks/${id}/test`, { method: 'POST', body: {} }));
	const origins = configuration.conditions?.origins;
	const which = origins === undefined || origins.length === 6 ? 'all origins' : origins.join(', ');
	return make('li', {}, [
		make('h3', { textContent: event }),
		make('p', { textContent: url }),
		make('p', { className: 'quiet', textContent: which }),
		make('div', { className: 'actions' }, [button('Send test', test, { about: event })]),
	]);
}

/** @param {any} delivery */
function deliveryRow({ id, event, url, status, attempts }) {
	const last = attempts.at(-1);
	const result = last === undefined ? '' : (last.status ?? last.reason);
	const again = () =>
		perform('Sent once more.', () => ask(`/deliveries/${id}/again`, { method: 'POST', body: {} }));
	return make('tr', {}, [
		make('td', { textContent: event }),
		make('td', { textContent: url }),
		make('td', {
			textContent: `${status} ${result === '' ? '' : `(${result})`}`,
			className: { delivered: 'good', failed: 'bad' }[/** @type {string} */ (status)] ?? '',
		}),
		make('td', { textContent: String(attempts.length) }),
		make('td', { className: 'tight' }, [button('Send again', again, { about: `${event} ${id}` })]),
	]);
}

async function showWebhooks() {
	const { enabled, webhooks, deliveries } = await ask('/webhooks');
	field('webhooks-on').checked = enabled;
	const none = make('li', {
		textContent: 'No webhook is registered. POST /v1/webhooks registers one.',
	});
	byId('webhook-list').replaceChildren(
		...(webhooks.length === 0 ? [none] : webhooks.map(webhookCard)),
	);
	fillTable('delivery-list', deliveries.slice(-100).reverse().map(deliveryRow));
}

/** @param {string} id @param {Array<[string, string]>} entries */
function fill(id, entries) {
	byId(id).replaceChildren(
		...entries.map(([value, text]) => make('option', { value, textContent: text })),
	);
}

async function loadChoices() {
	const [{ stages, reasons }, { names, paths }, { scenarios }, { scenario }] = await Promise.all([
		ask('/choices'),
		ask('/faults'),
		ask('/scenarios'),
		ask('/state'),
	]);
	choices = { stages, reasons };
	fill(
		'fault-name',
		names.map((/** @type {string} */ name) => [name, name]),
	);
	fill('fault-path', [
		['', 'any'],
		...paths.map((/** @type {string} */ path) => /** @type {[string, string]} */ ([path, path])),
	]);
	fill(
		'scenario-name',
		scenarios.map((/** @type {any} */ { name, about }) => [name, `${name}: ${about}`]),
	);
	field('scenario-name').value = scenario.scenario;
}

/**
 * Keeps the keyboard where it was when lists are made anew: at the same control, or at another one of the same
 * person when that is gone.
 *
 * @param {() => Promise<unknown>} act
 */
async function keepingFocus(act) {
	const label = document.activeElement?.getAttribute('aria-label') ?? '';
	await act();
	if (label === '' || document.activeElement !== document.body) return;
	const labelled = Array.from(document.querySelectorAll('[aria-label]'));
	const whom = label.slice(label.indexOf(': '));
	const again =
		labelled.find((element) => element.getAttribute('aria-label') === label) ??
		labelled.find((element) => element.getAttribute('aria-label')?.endsWith(whom));
	if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

const refresh = () =>
	keepingFocus(() =>
		Promise.all([
			showPeople(),
			showUsers(),
			showFaults(),
			showSpeed(),
			showState(),
			showRequests(),
			showWebhooks(),
		]),
	);

/** @param {string} id @param {() => unknown} act */
function onSubmit(id, act) {
	byId(id).addEventListener('submit', (event) => {
		event.preventDefault();
		void act();
	});
}

const optionalNumber = (/** @type {string} */ id) =>
	field(id).value === '' ? undefined : Number(field(id).value);

onSubmit('speed-form', () =>
	perform('Speed set.', () => {
		const perSecond = Number(field('speed-rate').value);
		return ask('/speed', {
			method: 'PUT',
			body: {
				rateLimit: perSecond > 0 ? { perSecond, burst: Math.max(1, perSecond * 2) } : false,
				latencyMilliseconds: Number(field('speed-latency').value),
				jitterMilliseconds: Number(field('speed-jitter').value),
			},
		});
	}),
);

onSubmit('fault-form', () =>
	perform('Fault added.', () => {
		const times = Number(field('fault-times').value);
		const path = field('fault-path').value;
		return ask('/faults', {
			method: 'POST',
			body: {
				fault: field('fault-name').value,
				after: Number(field('fault-after').value),
				times: times === 0 ? null : times,
				...(path === '' ? {} : { path }),
			},
		});
	}),
);

onSubmit('scenario-form', () =>
	perform('Scenario loaded.', async () => {
		const scenario = field('scenario-name').value;
		const made = scenario === 'generated';
		const body = {
			scenario,
			size: made ? optionalNumber('scenario-size') : undefined,
			seed: made ? optionalNumber('scenario-seed') : undefined,
		};
		await ask('/scenario', { method: 'POST', body });
		await loadChoices();
	}),
);

for (const form of Array.from(document.querySelectorAll('form[data-search]'))) {
	const show = form.getAttribute('data-search') === 'people' ? showPeople : showUsers;
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void show();
	});
}

for (const element of Array.from(document.querySelectorAll('button[data-post]'))) {
	element.addEventListener('click', () => {
		const question = element.getAttribute('data-confirm');
		if (question !== null && !confirm(question)) return;
		const method = element.getAttribute('data-method') ?? 'POST';
		const body = method === 'DELETE' ? undefined : {};
		void perform('Done.', () => ask(element.getAttribute('data-post') ?? '', { method, body }));
	});
}

byId('webhooks-on').addEventListener('change', () => {
	const enabled = field('webhooks-on').checked;
	void perform(enabled ? 'Events are sent.' : 'Events are not sent.', () =>
		ask('/webhooks', { method: 'PUT', body: { enabled } }),
	);
});

setInterval(() => {
	if (document.hidden || !field('requests-live').checked) return;
	showRequests().catch(() => say('The mock does not answer. Is it still running?', true));
}, 1000);

loadChoices()
	.then(refresh)
	.catch((refusal) => say(String(refusal.message), true));
