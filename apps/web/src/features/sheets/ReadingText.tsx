import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import type { Ruling } from './sheet-requests.js';
import { linesOf, type Reading } from './sheet-entry.js';

interface ReadingTextProps {
  readonly title: string;
  readonly ballot: BallotView;
  readonly reading: Pick<Reading, 'marks' | 'writeIns'> & { readonly doubt?: Reading['doubt'] };
  /** How a scrutineer ruled on it: an invalid sheet is not read, which is not the same as blank. */
  readonly ruled?: Pick<Ruling, 'verdict' | 'reason'>;
}

/** A sheet as somebody read it, in words. */
export function ReadingText({ title, ballot, reading, ruled }: ReadingTextProps) {
  const { t } = useTranslation('sheets');
  const textOr = useTextOr();
  const { doubt = null } = reading;
  const marked = linesOf(ballot).flatMap(({ id, label }) => {
    const mark = reading.marks[id];
    return mark === undefined ? [] : [{ id, label, mark: textOr(`voting:answer.${mark}`, mark) }];
  });
  const isBlank = marked.length === 0 && reading.writeIns.length === 0;
  return (
    <div className="reading">
      <div className="quiet small">{title}</div>
      {isBlank && ruled?.verdict !== 'invalid' && <div>{t('blank')}</div>}
      {marked.map(({ id, label, mark }) => (
        <div key={id}>{t('line', { label, mark })}</div>
      ))}
      {reading.writeIns.map((name) => (
        <div key={name}>{t('written', { name })}</div>
      ))}
      {ruled && (
        <div className="quiet">{t('doubts.ruled', { verdict: t(`verdict.${ruled.verdict}`), reason: t(`reason.${ruled.reason}`) })}</div>
      )}
      {doubt && <div className="quiet">{t('doubted', { reason: t(`reason.${doubt.reason}`) })}</div>}
    </div>
  );
}
