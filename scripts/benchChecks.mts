/** `npm run bench:checks`: see scripts/bench/checks.mts. */
import './bench/checks.mts';
