/** Everything a stranger may send has a largest size; beyond it we refuse before we parse. */

/** Largest archive, in bytes: 30,000 papers of 29 kB; verified in memory. */
export const ARCHIVE_BYTES_MAX = 1024 * 1024 * 1024;
/** Largest single record, in bytes: the roll of {@link ROLL_MAX} credentials with weights. */
export const RECORD_BYTES_MAX = 32 * 1024 * 1024;
/** Largest paper, in bytes: one question with a list of {@link ANSWERS_MAX} answers takes about 0.9 MB. */
export const PAPER_BYTES_MAX = 4 * 1024 * 1024;
/** Most events of one archive. */
export const EVENTS_MAX = 200_000;
/** Most credentials of one roll. */
export const ROLL_MAX = 50_000;
/** Most questions of one election. */
export const QUESTIONS_MAX = 100;
/** Most answers of one question; bounds `max`, too. */
export const ANSWERS_MAX = 500;
/** Most trustees of one election, over all its items. */
export const TRUSTEES_MAX = 50;
/** Longest text of an election, in UTF-16 units; its spelling is free, so it is read twice. */
export const ELECTION_TEXT_MAX = 2 * 1024 * 1024;
/** Longest title, name, description or answer, in UTF-16 units. */
export const TEXT_MAX = 20_000;
/** Longest message of the key ceremony, in bytes. */
export const MESSAGE_BYTES_MAX = 256 * 1024;
/** Largest weight, and largest sum of weights: counts stay exact JavaScript numbers. */
export const WEIGHT_MAX = Number.MAX_SAFE_INTEGER;
/** Largest total weight whose result we search (square root of it in steps); a given result of any size is checked. */
export const SEARCH_MAX = 2 ** 36;
/** Largest sidecar log, in bytes. */
export const SIDECAR_BYTES_MAX = 1024 * 1024 * 1024;
