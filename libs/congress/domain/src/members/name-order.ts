/** Compares two names; the service injects one by strokes or by pinyin, of the platform's own data. */
export interface NameCollator {
  compare(a: string, b: string): number;
}

/** What is put in the order of names. */
export interface NamedPerson {
  readonly name: string;
  readonly staffNo: string;
}

/** In the order of names (姓氏笔画为序, or by pinyin); the same name by staff number, so that the order is one and the same each time. */
export function inNameOrder<N extends NamedPerson>(people: readonly N[], collator: NameCollator): readonly N[] {
  return [...people].sort((a, b) => collator.compare(a.name, b.name) || byCode(a.staffNo, b.staffNo));
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
