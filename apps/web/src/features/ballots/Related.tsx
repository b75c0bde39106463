import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BallotView } from '../../api/shapes.js';
import { Section } from '../../shared/page/Section.js';
import { BallotTag } from './BallotTag.js';

/** The votes that this one came of and those that came of it: primary, further rounds, officers from the elected, repeats. */
export function Related({ related }: Pick<BallotView, 'related'>) {
  const { t } = useTranslation('seats');
  if (related.length === 0) return null;
  return (
    <Section title={t('related.title')}>
      <ul className="rows" aria-label={t('related.title')}>
        {related.map(({ id, title, state, calledOff, relation }) => (
          <li key={`${relation}-${id}`}>
            <Link className="row-link" to={`/ballots/${id}`}>
              <div className="row-main">
                <div className="row-title">{t(`related.relation.${relation}`)}</div>
                <div className="quiet small">{title}</div>
              </div>
              <BallotTag ballot={{ state, calledOff }} />
              <RightOutlined className="quiet" aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
