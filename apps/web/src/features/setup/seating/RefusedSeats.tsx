import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Refusal, withoutRefused } from './seat-list.js';

interface RefusedSeatsProps {
  readonly refused: readonly Refusal[];
  /** The list as it was pasted. */
  readonly list: string | undefined;
  readonly onLeaveOut: (list: string) => void;
}

/** Everybody on a list who cannot be seated and why; one press takes them off the list. */
export function RefusedSeats({ refused, list = '', onLeaveOut }: RefusedSeatsProps) {
  const { t } = useTranslation('setup');
  if (refused.length === 0) return null;
  return (
    <Alert
      className="section"
      type="warning"
      showIcon
      title={t('seating.refused', { count: refused.length })}
      description={
        <ul>
          {refused.map(({ reason, staffNo }, at) => (
            <li key={`${staffNo}-${at}`}>{t(`seating.reasons.${reason}`, { staffNo })}</li>
          ))}
        </ul>
      }
      action={<Button onClick={() => onLeaveOut(withoutRefused(list, refused))}>{t('seating.leaveOut', { count: refused.length })}</Button>}
    />
  );
}
