import { RightOutlined } from '@ant-design/icons';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BallotRow } from '../../api/shapes.js';
import { useBallots } from '../../shared/ballot-queries.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { Mark } from '../../shared/Mark.js';
import { Page } from '../../shared/Page.js';
import { QueryView } from '../../shared/QueryView.js';
import { BallotTag } from './BallotTag.js';

/** Every vote of the congress, the latest first. */
export function BallotsPage() {
  const { t } = useTranslation('ballots');
  const ballots = useBallots();
  return (
    <Page title={t('title')} intro={t('intro')}>
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
            {ballot.allowedActions.includes('sign') && <Mark tone="waiting">{t('sign.title')}</Mark>}
          </div>
        </div>
        <BallotTag state={ballot.state} />
        <RightOutlined className="quiet" aria-hidden />
      </Link>
    </li>
  );
}
