/** A fact that the congress must end in, and what it ended in. */
interface Fact {
  readonly name: string;
  readonly expected: string;
  readonly found: string;
}

/** The minutes of a scenario: each step as it is taken, the facts at the end. */
export class Record {
  private readonly facts: Fact[] = [];
  private readonly startedAt = performance.now();

  constructor(private readonly print: (line: string) => void) {}

  /** A new part of the congress. */
  chapter(title: string): void {
    this.print(`\n${title}`);
  }

  /** Something that was done. */
  step(what: string): void {
    const seconds = ((performance.now() - this.startedAt) / 1000).toFixed(1).padStart(6);
    this.print(`${seconds} s  ${what}`);
  }

  /** Something that must be so. Values are compared as they are printed. */
  fact(name: string, found: unknown, expected: unknown): void {
    this.facts.push({ name, found: worded(found), expected: worded(expected) });
  }

  /** Prints the table of facts. @returns how many hold and how many do not */
  conclude(): { readonly passed: number; readonly failed: number } {
    const width = Math.max(...this.facts.map(({ name }) => name.length));
    this.print('\nFacts');
    for (const { name, found, expected } of this.facts) {
      this.print(
        `${found === expected ? '  ok  ' : ' WRONG'}  ${name.padEnd(width)}  ${found}${found === expected ? '' : `, expected ${expected}`}`,
      );
    }
    const failed = this.facts.filter(({ found, expected }) => found !== expected).length;
    return { passed: this.facts.length - failed, failed };
  }
}

const worded = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
