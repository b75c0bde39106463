import { useTranslation } from 'react-i18next';
import type { ReplyView } from '../../api/shapes.js';
import { formatInstant } from '../formats.js';
import { Mark } from '../Mark.js';
import { useNameOf } from '../use-name-of.js';
import { useWordOr } from '../use-word-or.js';
import { RatingFacts } from './RatingFacts.js';

/** What a unit replied, how, and how it was rated as far as one may see that. */
export function ReplyText({ reply }: { readonly reply: ReplyView }) {
  const { t, i18n } = useTranslation('proposals');
  const nameOf = useNameOf();
  const wordOr = useWordOr();
  return (
    <article>
      <div className="row-facts">
        <Mark tone="running">{wordOr(`proposals:reply.category.${reply.resultCategory}`, reply.resultCategory)}</Mark>
        <span className="quiet small">{wordOr(`proposals:reply.channel.${reply.channel}`, reply.channel)}</span>
        <span className="quiet small">{t('reply.by', { name: nameOf(reply.by), instant: formatInstant(reply.at, i18n.language) })}</span>
        {reply.overdue && <span className="overdue small">{t('reply.overdue')}</span>}
      </div>
      <p className="prose">{reply.text}</p>
      {reply.rating && <RatingFacts rating={reply.rating} />}
    </article>
  );
}
