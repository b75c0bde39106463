import type { Plugin } from 'vite';

const STYLE = /\s*<link rel="stylesheet"[^>]*>/g;
const CODE = /<(script type="module"|link rel="modulepreload")/g;

/**
 * On a slow line everything that is fetched at once comes late: the code waits until what the first view needs, a few kB of style, is
 * there.
 */
export function firstViewFirst(): Plugin {
  const handler = (html: string): string => {
    const styles = (html.match(STYLE) ?? []).join('');
    return html.replace(STYLE, '').replace('</title>', `</title>${styles}`).replace(CODE, '<$1 fetchpriority="low"');
  };
  return { name: 'first-view-first', apply: 'build', transformIndexHtml: { order: 'post', handler } };
}
