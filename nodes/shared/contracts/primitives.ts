/** 64 lower-case hexadecimal digits */
export type Sha256 = string;

/** A calendar day without zone, `YYYY-MM-DD` */
export type CivilDate = string;

/** ISO 8601 instant in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ` */
export type IsoInstant = string;

/** Milliseconds since 1970-01-01T00:00:00Z, as everywhere in Lever's API (lever-api.md §4.2) */
export type EpochMilliseconds = number;
