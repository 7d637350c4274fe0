/** `npm run bench:mock`: see scripts/bench/mock.mts. */
import './bench/mock.mts';
