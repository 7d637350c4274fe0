import { startMock } from '../../mock-lever/index.mts';
import type { MockOptions } from '../../mock-lever/index.mts';

/** Options of the mock as JSON in the first argument → where it listens, as one line of JSON, until it is ended. */
const options = JSON.parse(process.argv[2] ?? '{}') as MockOptions;
const mock = await startMock(options);
console.log(JSON.stringify({ url: mock.url, baseUrl: mock.baseUrl, apiKey: mock.keys.all }));
process.once('SIGTERM', () => {
	void mock.close().then(() => process.exit(0));
});
