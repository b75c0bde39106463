import type { Visitor } from './browser.js';

const TABS_MAX = 90; // More than any page has between its beginning and what is looked for.

/** What has the focus: its accessible name as its label or words give it, or null where nothing has it. */
const IN_FOCUS = `(() => {
  const { activeElement: at } = document;
  if (!at || at === document.body) return null;
  const wordsOf = (elements) => [...elements].map((element) => element?.textContent ?? '').join(' ').trim();
  const named = wordsOf((at.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)));
  return (at.getAttribute('aria-label') || named || wordsOf(at.labels ?? []) || at.textContent || '').replace(/\\s+/g, ' ').trim();
})()`;

/** Moves on by Tab until the thing of that name has the focus. @throws where it cannot be reached, or where the focus is lost on the way */
export async function tabTo({ page }: Visitor, name: string | RegExp): Promise<void> {
  const isMeant = (inFocus: string) => (typeof name === 'string' ? inFocus.startsWith(name) : name.test(inFocus));
  const passed: string[] = [];
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    await page.keyboard.press('Tab');
    const inFocus = await page.evaluate<string | null>(IN_FOCUS);
    if (inFocus === null && passed.length > 0) break; // Past the last thing of the page.
    if (inFocus !== null && isMeant(inFocus)) return;
    passed.push(inFocus ?? '');
  }
  throw new Error(`Nothing called ${String(name)} is reached by Tab at ${page.url()}; passed: ${passed.join(' | ')}`);
}

/** Goes to something by Tab and presses it. */
export async function presses(visitor: Visitor, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(visitor, name);
  await visitor.page.keyboard.press(key);
}

/** Goes to a field by Tab and types. */
export async function types(visitor: Visitor, name: string | RegExp, text: string): Promise<void> {
  await tabTo(visitor, name);
  await visitor.page.keyboard.type(text);
}

/** Whether something has the focus: after an act it must not be thrown to the beginning of the page. */
export const hasFocus = async ({ page }: Visitor): Promise<boolean> => (await page.evaluate<string | null>(IN_FOCUS)) !== null;
