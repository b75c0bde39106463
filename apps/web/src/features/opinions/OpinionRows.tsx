import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag, type Tone } from '../../shared/page/StatusTag.js';
import { DueDate } from '../../shared/proposal/DueDate.js';
import { formatDate, formatDay } from '../../shared/text/formats.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import type { OpinionItem, PublishedOpinion } from './opinion-requests.js';

const TONES: Readonly<Record<OpinionItem['state'], Tone>> = {
  RECEIVED: 'waiting',
  ACCEPTED: 'running',
  ROUTED: 'running',
  REPLIED: 'good',
  JUDGED: 'good',
  DECLINED: 'quiet',
  HINT: 'good',
  WITHDRAWN: 'quiet',
};

/** Where an opinion stands; one that is past its day is said so. */
export function OpinionTag({ opinion: { state, overdue } }: { readonly opinion: Pick<OpinionItem, 'state' | 'overdue'> }) {
  const { t } = useTranslation('opinions');
  return overdue ? <StatusTag tone="bad">{t('overdue')}</StatusTag> : <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>;
}

/** Opinions one below the other; reads well on a phone. */
export function OpinionRows({ items, label }: { readonly items: readonly OpinionItem[]; readonly label: string }) {
  const { t, i18n } = useTranslation('opinions');
  const nameOf = useNameOf();
  return (
    <ul className="rows" aria-label={label}>
      {items.map((opinion) => (
        <li key={opinion.id}>
          <Link className="row-link" to={`/opinions/${opinion.id}`}>
            <div className="row-main">
              <div className="row-title">{opinion.subject}</div>
              <div className="row-facts quiet small">
                <span>{t('no', { no: opinion.number })}</span>
                <span>{formatDate(opinion.suggestedOn, i18n.language)}</span>
                {opinion.suggester && <span>{t('from', { name: nameOf(opinion.suggester) })}</span>}
                {opinion.unit && <span>{t('with', { unit: nameOf(opinion.unit) })}</span>}
                {opinion.dueOn && <DueDate date={opinion.dueOn} />}
                {opinion.isPublished && <span>{t('published')}</span>}
              </div>
            </div>
            <OpinionTag opinion={opinion} />
            <RightOutlined className="quiet" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What was asked, and what was answered to it. */
export function PublishedRows({ items, label }: { readonly items: readonly PublishedOpinion[]; readonly label: string }) {
  const { t, i18n } = useTranslation('opinions');
  return (
    <ul className="rows" aria-label={label}>
      {items.map(({ id, subject, text, reply, at }) => (
        <li key={id} className="opinion-published">
          <div className="row-title">{subject}</div>
          <p className="prose">{text}</p>
          {reply === null ? (
            <StatusTag tone="waiting">{t('hint')}</StatusTag>
          ) : (
            <p className="prose opinion-answer">
              <strong>{t('answer')}</strong> {reply}
            </p>
          )}
          <p className="quiet small">{formatDay(at, i18n.language)}</p>
        </li>
      ))}
    </ul>
  );
}
