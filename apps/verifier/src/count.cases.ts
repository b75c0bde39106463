/** What stands in one place of a file: a JSON value, or text that is none. */
export type ReadCase = { readonly value: unknown } | { readonly fault: string };

/** The cases of a text in order: one case, an array of cases, or JSON lines. An empty text stands for a case that is none. */
export function casesOf(text: string): readonly ReadCase[] {
  const content = text.replace(/^\uFEFF/, '').trim();
  if (content === '') return [{ fault: 'nothing in it' }];
  const whole = read(content);
  if ('value' in whole) return Array.isArray(whole.value) ? whole.value.map((value: unknown) => ({ value })) : [whole];
  const lines = content
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return areJsonLines(lines) ? lines.map(read) : [whole];
}

/** One case a line: a pretty-printed case with a fault in it has lines that do not stand alone. */
function areJsonLines(lines: readonly string[]): boolean {
  const [first = ''] = lines;
  return lines.length > 1 && ('value' in read(first) || lines.every((line) => line.startsWith('{')));
}

function read(text: string): ReadCase {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { fault: (error as SyntaxError).message };
  }
}
