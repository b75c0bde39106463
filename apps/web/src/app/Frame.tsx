import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation, useMatches } from 'react-router';
import { useLiveInbox } from '../features/inbox/use-live-inbox.js';
import { AccountMenu } from './AccountMenu.js';
import { Navigation } from './Navigation.js';
import { useKeptFocus } from './use-kept-focus.js';
import { LeaveGuard } from '../shared/kept-text/LeaveGuard.js';
import { LanguageButton } from '../shared/page/LanguageButton.js';
import { Seal } from '../shared/page/Seal.js';

/** What surrounds every page: brand, navigation (at the side, or at the foot of a phone), language, account. */
export function Frame() {
  const { t } = useTranslation();
  useLiveInbox();
  usePageAhead();
  const content = useFocusOnNewPage();
  useKeptFocus(content);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="frame-head">
        <Seal />
        <span className="frame-brand">{t('brand')}</span>
        <span className="frame-gap" />
        <LanguageButton />
        <AccountMenu />
      </header>
      <Navigation />
      <main id="content" ref={content} className="frame-content" tabIndex={-1}>
        <Outlet />
      </main>
      <LeaveGuard />
      <ScrollRestoration />
    </div>
  );
}

// What the router calls the address that the browser itself went to: there its focus is at the beginning already.
const KEY_OF_LOADED_PAGE = 'default';

/**
 * A new page is begun at its beginning, also by those who read with their ears or move by keyboard, and who come from where there is no
 * frame.
 */
function useFocusOnNewPage(): RefObject<HTMLElement | null> {
  const content = useRef<HTMLElement>(null);
  const { pathname, key } = useLocation();
  const shown = useRef(key === KEY_OF_LOADED_PAGE ? pathname : null);
  useEffect(() => {
    if (shown.current === pathname) return;
    const hasPlace = shown.current === null && document.activeElement !== document.body; // A field that the page itself begins at.
    shown.current = pathname;
    if (!hasPlace) content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return content;
}

/** What a route says of the page at its address. */
export interface PageLoading {
  /** Fetches the code of the page. */
  readonly load: () => Promise<unknown>;
}

/** Fetches the page's own code beside that of what it stands in, not after it. */
function usePageAhead(): void {
  const handle = [...useMatches()].pop()?.handle as PageLoading | undefined;
  useEffect(() => {
    handle?.load().catch(() => undefined); // Whoever shows the page says what went wrong.
  }, [handle]);
}
