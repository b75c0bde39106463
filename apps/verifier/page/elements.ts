type Child = Node | string;

/** An element with its text or children; texts are never read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  options: { readonly class?: string; readonly scope?: string } = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (options.class) made.className = options.class;
  if (options.scope) made.setAttribute('scope', options.scope);
  made.append(...children);
  return made;
}

export function section(title: string, ...children: readonly Child[]): HTMLElement {
  return element('section', {}, element('h2', {}, title), ...children);
}

/** Names with what they say. */
export const facts = (pairs: readonly (readonly [name: string, value: string])[], className = 'facts'): HTMLElement =>
  element(
    'dl',
    { class: className },
    ...pairs.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );

export const list = (lines: readonly string[], className = ''): HTMLElement =>
  element('ul', { class: className }, ...lines.map((line) => element('li', {}, line)));
