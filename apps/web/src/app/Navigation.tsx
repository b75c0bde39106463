import { AuditOutlined, BellOutlined, CheckSquareOutlined, FileTextOutlined, HomeOutlined, SolutionOutlined, TeamOutlined } from '@ant-design/icons';
import { Badge } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useUnreadCount } from '../features/inbox/notices.js';
import type { MeView } from '../api/shapes.js';
import { holds, useMe } from '../shared/use-me.js';

interface Place {
  readonly name: 'home' | 'proposals' | 'board' | 'unit' | 'ballots' | 'roster' | 'inbox';
  readonly to: string;
  readonly icon: ReactNode;
  /** Whom it concerns; everybody when left out. */
  readonly isFor?: (me: MeView) => boolean;
}

const PLACES: readonly Place[] = [
  { name: 'home', to: '/', icon: <HomeOutlined /> },
  { name: 'proposals', to: '/proposals', icon: <FileTextOutlined /> },
  { name: 'board', to: '/board', icon: <AuditOutlined />, isFor: (me) => holds(me, 'PROPOSALS_COMMITTEE') },
  { name: 'unit', to: '/unit', icon: <SolutionOutlined />, isFor: (me) => holds(me, 'UNIT_HANDLER', 'UNIT_HEAD') },
  { name: 'ballots', to: '/ballots', icon: <CheckSquareOutlined /> },
  { name: 'roster', to: '/roster', icon: <TeamOutlined />, isFor: (me) => holds(me, 'SECRETARIAT') },
  { name: 'inbox', to: '/inbox', icon: <BellOutlined /> },
];

/** The main navigation: the places that concern this person, with the number of unread messages. */
export function Navigation() {
  const { t } = useTranslation();
  const me = useMe();
  const unread = useUnreadCount();
  const places = PLACES.filter(({ isFor }) => !isFor || (me.data !== undefined && isFor(me.data)));
  return (
    <nav className="frame-nav" aria-label={t('nav.label')}>
      <ul>
        {places.map(({ name, to, icon }) => (
          <li key={name}>
            <NavLink to={to} end={to === '/'}>
              {name === 'inbox' ? <Badge count={unread} size="small" overflowCount={99}>{icon}</Badge> : icon}
              <span>{t(`nav.${name}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
