import { RightOutlined } from '@ant-design/icons';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BallotRow } from '../../api/shapes.js';
import { useBallots } from '../../shared/ballot/ballot-queries.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { BallotTag } from './BallotTag.js';

/** Every vote of the congress, the latest first. */
export function BallotsPage() {
  const { t } = useTranslation('ballots');
  const { t: organising } = useTranslation('organising');
  const ballots = useBallots();
  const me = useMe();
  const organises = me.data !== undefined && holds(me.data, 'PRESIDIUM', 'SECRETARIAT');
  const create = organises && (
    <LinkButton to="/ballots/new" type="primary">
      {organising('create')}
    </LinkButton>
  );
  return (
    <Page title={t('title')} intro={t('intro')} actions={create || undefined}>
      <Card>
        <QueryView query={ballots}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState text={t('none')} hint={t('noneHint')} />
            ) : (
              <ul className="rows" aria-label={t('title')}>
                {items.map((ballot) => (
                  <BallotLink key={ballot.id} ballot={ballot} />
                ))}
              </ul>
            )
          }
        </QueryView>
      </Card>
    </Page>
  );
}

function BallotLink({ ballot }: { readonly ballot: BallotRow }) {
  const { t } = useTranslation('ballots');
  return (
    <li>
      <Link className="row-link" to={`/ballots/${ballot.id}`}>
        <div className="row-main">
          <div className="row-title">{ballot.title}</div>
          <div className="row-facts quiet small">
            <span>{t(`kind.${ballot.kind}`)}</span>
            <span>{t(`channel.${ballot.channel}`)}</span>
            {ballot.allowedActions.includes('sign') && <StatusTag tone="waiting">{t('sign.title')}</StatusTag>}
          </div>
        </div>
        <BallotTag ballot={ballot} />
        <RightOutlined className="quiet" aria-hidden />
      </Link>
    </li>
  );
}
