import type { Plugin } from 'vite';

/**
 * Sizes of text are written as people draw them, in pixels, and built as multiples of the root's: so they follow the size that somebody
 * chose on the account page, and the one that their browser has by itself. Sizes on paper (pt, mm) stay.
 */
export function scaleText(): Plugin {
  return {
    name: 'scale-text',
    enforce: 'pre',
    transform: (code, id) =>
      /\/src\/.*\.css$/.test(id)
        ? code.replace(
            /(font-size:[^;}]*?|font:[^;}]*?)(\d+(?:\.\d+)?)px/g,
            (_, before: string, px: string) => `${before}${Number(px) / 16}rem`,
          )
        : undefined,
  };
}
