import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useUnreadCount } from '../features/inbox/notices.js';
import type { MeView } from '../api/shapes.js';
import { Icon, type IconName } from '../shared/plain/Icon.js';
import { holds, isOfUnit, useMe } from '../shared/congress/use-me.js';

interface NavigationItem {
  readonly name: 'home' | 'proposals' | 'board' | 'unit' | 'ledger' | 'opinions' | 'ballots' | 'roster' | 'year' | 'ways' | 'inbox';
  readonly to: string;
  readonly icon: IconName;
  /** Whom it concerns; everybody when left out. */
  readonly isFor?: (me: MeView) => boolean;
}

const ITEMS: readonly NavigationItem[] = [
  { name: 'home', to: '/', icon: 'home' },
  { name: 'proposals', to: '/proposals', icon: 'document' },
  { name: 'board', to: '/board', icon: 'review', isFor: (me) => holds(me, 'PROPOSALS_COMMITTEE') },
  { name: 'unit', to: '/unit', icon: 'handling', isFor: isOfUnit },
  { name: 'ledger', to: '/ledger', icon: 'ledger', isFor: (me) => holds(me, 'PROPOSALS_COMMITTEE') || isOfUnit(me) },
  { name: 'opinions', to: '/opinions', icon: 'opinions' },
  { name: 'ballots', to: '/ballots', icon: 'ballots' },
  { name: 'roster', to: '/roster', icon: 'people', isFor: (me) => holds(me, 'SECRETARIAT') },
  { name: 'year', to: '/year', icon: 'year', isFor: (me) => holds(me, 'PRESIDIUM', 'SECRETARIAT') },
  { name: 'ways', to: '/ways', icon: 'ways', isFor: (me) => holds(me, 'PRESIDIUM', 'SECRETARIAT') },
  { name: 'inbox', to: '/inbox', icon: 'bell' },
];

const COUNT_MAX = 99; // What fits beside the picture.

/** The main navigation: the places that concern this person, with the number of unread messages. */
export function Navigation() {
  const { t } = useTranslation();
  const me = useMe();
  const unread = useUnreadCount();
  const items = ITEMS.filter(({ isFor }) => !isFor || (me.data !== undefined && isFor(me.data)));
  return (
    <nav className="frame-nav" aria-label={t('nav.label')}>
      <ul>
        {items.map(({ name, to, icon }) => (
          <li key={name}>
            <NavLink to={to} end={to === '/'}>
              <span className="frame-icon">
                <Icon name={icon} size={20} />
                {name === 'inbox' && unread > 0 && <span className="frame-count">{unread > COUNT_MAX ? `${COUNT_MAX}+` : unread}</span>}
              </span>
              <span>{t(`nav.${name}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
