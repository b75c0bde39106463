/** The pattern by which LIKE finds whatever contains this text, as it stands: its own signs are no wildcards. */
export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
