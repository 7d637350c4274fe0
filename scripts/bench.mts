/** `npm run bench`: see scripts/bench/lever.mts. */
import './bench/lever.mts';
