import type { Visitor } from './browser.js';

/** 20 minutes of arc at 20 m: how tall a capital stands on a picture 3 m wide, of which it is 0.72 of the font's size. */
export const CAPITAL_MIN_M = 2 * 20 * Math.tan(((10 / 60) * Math.PI) / 180);
const PICTURE_M = 3;
const CAPITAL_OF_SIZE = 0.72;

/** The smallest text on the wall, as the height of a capital in metres; and what does not fit on it. */
export async function onTheWall(
  { page }: Visitor,
  size: { readonly width: number; readonly height: number },
): Promise<{ readonly capital: number; readonly hidden: number }> {
  await page.setViewportSize(size);
  const smallest = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('.screen *')].filter((element) => {
      const { left, width: wide } = element.getBoundingClientRect();
      return (
        left >= 0 &&
        wide > 0 &&
        [...element.childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim())
      );
    });
    return Math.min(...shown.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)));
  });
  const hidden = await page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  return { capital: ((smallest * CAPITAL_OF_SIZE) / size.width) * PICTURE_M, hidden };
}
