import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../shared/plain/Icon.js';
import { useMe } from '../shared/congress/use-me.js';
import { useSignOut } from './use-sign-out.js';

/** Who one is here, in which roles, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const [leave, dialog] = useSignOut();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const name = me.data?.member.name ?? '';
  const roles = [...new Set(me.data?.offices.map(({ office }) => office))].map((office) => t(`roles.${office}`));
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const leaveAt = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    <div className="menu" onBlur={leaveAt} onKeyDown={(event) => moveIn(event, close)}>
      <button
        ref={button}
        type="button"
        className="button button-text menu-button"
        title={t('account')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="person" />
        <span className="frame-name">{name}</span>
      </button>
      {isOpen && (
        <div className="menu-list">
          <div className="menu-lines">
            {[me.data?.organisation.name ?? '', ...roles].map((line) => (
              <div key={line}>{line}</div>
            ))}
          </div>
          <div role="menu" aria-label={t('account')}>
            <Link to="/account" role="menuitem" autoFocus onClick={() => setOpen(false)}>
              <Icon name="person" />
              {t('account')}
            </Link>
            <button type="button" role="menuitem" onClick={() => (close(), void leave())}>
              <Icon name="leave" />
              {t('signOut')}
            </button>
          </div>
        </div>
      )}
      {dialog}
    </div>
  );
}

/** A menu is walked with the arrows and left by Escape. */
function moveIn(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  if (event.key === 'Escape') return close();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  if (items.length === 0) return;
  event.preventDefault();
  const at = items.findIndex((item) => item === document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
  items[(at + items.length) % items.length]?.focus();
}
