import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import type { AnswerOf } from '../../shared/sealed/sealing-tasks.js';

interface SlipSheetProps {
  readonly ballot: Pick<BallotView, 'title'>;
  readonly slips: AnswerOf<'make-slips'>;
}

/** The slips as they come out of the printer: the stub with its number on top, the code below the fold. Never on the screen. */
export function SlipSheet({ ballot, slips }: SlipSheetProps) {
  const { t } = useTranslation('issuing');
  if (slips.length === 0) return null;
  return createPortal(
    <div className="slip-sheet" aria-hidden>
      {slips.map(({ serial, code }) => (
        <div key={serial} className="slip">
          <div className="slip-stub">
            <div className="slip-title">{ballot.title}</div>
            <div className="slip-serial">{t('sheet.serial', { serial })}</div>
            <div>{t('sheet.keep')}</div>
          </div>
          <div className="slip-fold">{t('sheet.fold')}</div>
          <div className="slip-code-part">
            <div>{t('sheet.code')}</div>
            <div className="slip-code">{code}</div>
            <div>{t('sheet.how', { address: window.location.origin })}</div>
          </div>
        </div>
      ))}
    </div>,
    document.body,
  );
}
