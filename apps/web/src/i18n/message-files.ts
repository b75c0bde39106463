/** The messages of one namespace. */
export interface MessageFile {
  readonly [key: string]: string | MessageFile;
}

/** What the sign-in, the frame and the vote say: fetched by everybody. The rest comes with the other pages. */
const OF_EVERYBODY: readonly string[] = ['common', 'errors', 'signIn', 'voting'];

export const ofEverybody = (namespace: string): boolean => OF_EVERYBODY.includes(namespace);

/** The namespace that a file of messages is read under: `./en/sign-in.json` -> `signIn`. */
export function namespaceOf(path: string): string {
  const [, name = ''] = /([\w-]+)\.json$/.exec(path) ?? [];
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Refusals that no request of the sign-in, the frame or the vote is answered with, by service: they come with the other pages. */
export const REFUSALS = ['congressRefusals', 'proposalsRefusals', 'ballotRefusals', 'notifierRefusals'] as const;

/** A code as a key of the message files, where a dot would open a level: `proposals.not-found` -> `proposals/not-found`. */
export const messageKeyOf = (code: string): string => code.replaceAll('.', '/');

/** Where the text of a refusal may stand: with what everybody fetches, or with the refusals of a service. */
export const refusalKeysOf = (code: string): readonly string[] =>
  [`errors:codes.`, ...REFUSALS.map((namespace) => `${namespace}:`)].map((place) => `${place}${messageKeyOf(code)}`);
