import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { useWordOr } from '../../shared/use-word-or.js';
import { linesOf, type Reading } from './sheet-entry.js';

interface ReadingTextProps {
  readonly title: string;
  readonly ballot: BallotView;
  readonly reading: Pick<Reading, 'marks' | 'writeIns'> & { readonly doubt?: Reading['doubt'] };
}

/** A sheet as somebody read it, in words. */
export function ReadingText({ title, ballot, reading }: ReadingTextProps) {
  const { t } = useTranslation('sheets');
  const wordOr = useWordOr();
  const { doubt = null } = reading;
  const marked = linesOf(ballot).flatMap(({ id, label }) => {
    const mark = reading.marks[id];
    return mark === undefined ? [] : [{ id, label, mark: wordOr(`voting:answer.${mark}`, mark) }];
  });
  return (
    <div className="reading">
      <div className="quiet small">{title}</div>
      {marked.length === 0 && reading.writeIns.length === 0 && <div>{t('blank')}</div>}
      {marked.map(({ id, label, mark }) => (
        <div key={id}>{t('line', { label, mark })}</div>
      ))}
      {reading.writeIns.map((name) => (
        <div key={name}>{t('written', { name })}</div>
      ))}
      {doubt && <div className="quiet">{t('doubted', { reason: t(`reason.${doubt.reason}`) })}</div>}
    </div>
  );
}
