import { useTranslation } from 'react-i18next';
import type { ReplyView } from '../../api/shapes.js';
import { fetchReplyFile } from '../files/file-requests.js';
import { FileRows } from '../files/FileRows.js';
import { formatDay, formatInstant } from '../text/formats.js';
import { StatusTag } from '../page/StatusTag.js';
import { useNameOf } from '../text/use-name-of.js';
import { useTextOr } from '../text/use-text-or.js';
import { RatingFacts } from './RatingFacts.js';

interface ReplyTextProps {
  readonly proposalId: string;
  readonly handlingId: string;
  readonly reply: ReplyView;
  /** The unit that gave it, where it was entered from earlier records: whoever entered it has not replied. */
  readonly enteredFor?: string | undefined;
}

/** What a unit replied, how, and how it was rated as far as one may see that. */
export function ReplyText({ proposalId, handlingId, reply, enteredFor }: ReplyTextProps) {
  const { t: ofFiles } = useTranslation('files');
  const { t, i18n } = useTranslation('proposals');
  const nameOf = useNameOf();
  const textOr = useTextOr();
  return (
    <article>
      <div className="row-facts">
        <StatusTag tone="running">{textOr(`proposals:reply.category.${reply.resultCategory}`, reply.resultCategory)}</StatusTag>
        <span className="quiet small">{textOr(`proposals:reply.channel.${reply.channel}`, reply.channel)}</span>
        <span className="quiet small">
          {enteredFor === undefined
            ? t('reply.by', { name: nameOf(reply.by), instant: formatInstant(reply.at, i18n.language) })
            : t('reply.entered', { unit: enteredFor, date: formatDay(reply.at, i18n.language), name: nameOf(reply.by) })}
        </span>
        {reply.overdue && <span className="overdue small">{t('reply.overdue')}</span>}
      </div>
      <p className="prose">{reply.text}</p>
      {reply.basis && <p className="prose">{t('reply.basis', { basis: reply.basis })}</p>}
      {reply.files.length > 0 && (
        <FileRows files={reply.files} label={ofFiles('evidence.title')} fetchFile={(id) => fetchReplyFile(proposalId, handlingId, id)} />
      )}
      {reply.ratings.map((rating) => (
        <RatingFacts key={rating.by?.id ?? rating.at} rating={rating} isNamed={reply.ratings.length > 1} />
      ))}
    </article>
  );
}
