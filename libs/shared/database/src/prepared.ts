const OFTEN = 50; // Until then preparing costs more than it saves, on twenty connections that each prepare for themselves.
const KNOWN_MAX = 500; // What is written anew for each call would otherwise be remembered for ever.
// Nothing that answers rows: PostgreSQL refuses a prepared statement whose columns a migration has changed since.
const WRITES_ALONE = /^\s*INSERT INTO(?!.*\bRETURNING\b)/is;

/** What a process writes over and over: under a name PostgreSQL reads and plans it once a connection, not each time. */
export class PreparedStatements {
  private readonly uses = new Map<string, { readonly name: string; times: number }>();

  /** Counts a use. @returns the name that the statement goes by from now on; undefined where it is not worth one */
  nameOf(sql: string): string | undefined {
    const known = this.uses.get(sql);
    if (known) return ++known.times > OFTEN ? known.name : undefined;
    if (this.uses.size < KNOWN_MAX && WRITES_ALONE.test(sql)) this.uses.set(sql, { name: `write-${this.uses.size + 1}`, times: 1 });
    return undefined;
  }
}
