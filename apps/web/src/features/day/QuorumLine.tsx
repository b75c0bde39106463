import { useTranslation } from 'react-i18next';
import { useAttendance } from '../../shared/attendance.js';

/** How many are there, how many must be, and whether they are. */
export function QuorumLine({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('day');
  const attendance = useAttendance(sessionId);
  if (!attendance.data) return null;
  const { entitled, present, needed, quorate } = attendance.data;
  return (
    <p className={quorate ? 'day-met' : 'day-unmet'} aria-live="polite">
      {t('quorum.figures', { entitled, present, needed })} {quorate ? t('quorum.met') : t('quorum.missing', { count: needed - present })}
    </p>
  );
}
