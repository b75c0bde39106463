import { type RefObject, useEffect } from 'react';

/**
 * Keeps the focus on the page when what had it goes: a button whose act is done disappears or has nothing left to send, and browsers then
 * begin again at the top of the document, which people who move by keyboard or read with their ears take for another page.
 */
export function useKeptFocus(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: Element | null = null;
    const remember = ({ target }: FocusEvent) => (last = target instanceof Element ? target : null);
    const isGone = () => last !== null && (!last.isConnected || last.matches(':disabled'));
    const keep = () => {
      if (!isGone() || document.activeElement !== document.body) return;
      last = null;
      content.current?.focus({ preventScroll: true });
    };
    // Whatever gives the focus on by itself does so by then, and browsers take it from a disabled button only when they draw.
    const look = () => void (isGone() && requestAnimationFrame(() => requestAnimationFrame(keep)));
    const observer = new MutationObserver(look);
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [content]);
}
