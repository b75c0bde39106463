/** The id of a choice, short and unique on its ballot. */
export const CHOICE_ID = /^[\w.-]{1,60}$/;

/** Blanks alone say nothing. */
export const SOMETHING = /\S/;

/** A text that says something, on one line. */
export const ONE_LINE = /^(?=.*\S)\P{Cc}+$/u;
