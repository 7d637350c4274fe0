export { packFiles } from './packFiles';
export { NO_PREVIOUS_RUN, readPreviousRun, type History } from './readPreviousRun';
