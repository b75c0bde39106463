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
