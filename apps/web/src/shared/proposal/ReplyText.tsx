import { useTranslation } from 'react-i18next';
import type { ReplyView } from '../../api/shapes.js';
import { formatInstant } from '../text/formats.js';
import { StatusTag } from '../page/StatusTag.js';
import { useNameOf } from '../text/use-name-of.js';
import { useTextOr } from '../text/use-text-or.js';
import { RatingFacts } from './RatingFacts.js';

/** What a unit replied, how, and how it was rated as far as one may see that. */
export function ReplyText({ reply }: { readonly reply: ReplyView }) {
  const { t, i18n } = useTranslation('proposals');
  const nameOf = useNameOf();
  const textOr = useTextOr();
  return (
    <article>
      <div className="row-facts">
        <StatusTag tone="running">{textOr(`proposals:reply.category.${reply.resultCategory}`, reply.resultCategory)}</StatusTag>
        <span className="quiet small">{textOr(`proposals:reply.channel.${reply.channel}`, reply.channel)}</span>
        <span className="quiet small">{t('reply.by', { name: nameOf(reply.by), instant: formatInstant(reply.at, i18n.language) })}</span>
        {reply.overdue && <span className="overdue small">{t('reply.overdue')}</span>}
      </div>
      <p className="prose">{reply.text}</p>
      {reply.basis && <p className="prose">{t('reply.basis', { basis: reply.basis })}</p>}
      {reply.ratings.map((rating) => (
        <RatingFacts key={rating.by?.id ?? rating.at} rating={rating} isNamed={reply.ratings.length > 1} />
      ))}
    </article>
  );
}
