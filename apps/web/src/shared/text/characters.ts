/** How many characters a text has as people count them: 𬱖 is one, as for the services and the database. */
export const charactersOf = (text: string): number => [...text].length;
