import { useTranslation } from 'react-i18next';
import type { Objection } from '../../api/shapes.js';
import { formatInstant } from '../../shared/text/formats.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { useNameOf } from '../../shared/text/use-name-of.js';

interface ObjectionTextProps {
  readonly objection: Objection;
  readonly isOwn: boolean;
}

/** An objection with its answer. */
export function ObjectionText({ objection: { member, text, at, answer }, isOwn }: ObjectionTextProps) {
  const { t, i18n } = useTranslation('objections');
  const nameOf = useNameOf();
  return (
    <article>
      <div className="marks">
        <span className="row-title">{isOwn ? t('list.own') : nameOf(member)}</span>
        <span className="quiet small">{formatInstant(at, i18n.language)}</span>
        {answer ? (
          <StatusTag tone={answer.upheld ? 'bad' : 'quiet'}>{t(answer.upheld ? 'answer.upheld' : 'answer.dismissed')}</StatusTag>
        ) : (
          <StatusTag tone="waiting">{t('list.open')}</StatusTag>
        )}
      </div>
      <p className="prose">{text}</p>
      {answer && (
        <p className="prose objection-answer">
          <span className="quiet small">{t('answer.given', { at: formatInstant(answer.at, i18n.language) })}</span>
          {'\n'}
          {answer.reason}
        </p>
      )}
    </article>
  );
}
