/** Stands in every file a person opens when anything was not read from Lever's production host (design: evidence pack). */
export const STAMP = 'TEST DATA, NOT EVIDENCE';

/** First words of a pack whose parts do not agree with the run that made them. */
export const ALTERED = 'ALTERED OR INCOMPLETE';
