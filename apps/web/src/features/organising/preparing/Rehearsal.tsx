import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReadinessView } from '../../../api/shapes.js';
import { Section } from '../../../shared/page/Section.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { rehearse } from '../acts/organising-requests.js';

const PERCENT = 100;

interface RehearsalProps {
  readonly id: string;
  readonly readiness: ReadinessView;
}

/** Has the vote rehearsed by people who do not exist, says how far that is, and what it found. */
export function Rehearsal({ id, readiness: { rehearsal, voters } }: RehearsalProps) {
  const { t } = useTranslation('organising');
  const begin = useAction(() => rehearse(id), { done: t('rehearsal.started'), changes: [['ballot', id, 'readiness']] });
  const isRunning = rehearsal !== null && rehearsal.end === null;
  const { end = null, phase = null, papers = 0, paperMs = null } = rehearsal ?? {};
  return (
    <Section title={t('rehearsal.title')}>
      <p>{t('rehearsal.intro', { voters })}</p>
      {isRunning && rehearsal && (
        <div aria-live="polite">
          <p>{t(`rehearsal.phase.${phase ?? 'preparing'}`, { papers, voters: rehearsal.voters })}</p>
          <Progress percent={Math.floor((papers / Math.max(1, rehearsal.voters)) * PERCENT)} aria-label={t('rehearsal.progress')} />
        </div>
      )}
      {end !== null && (
        <Alert
          className="section"
          type={end === 'accepted' ? 'success' : 'error'}
          showIcon
          title={t(`rehearsal.end.${end}`, { papers })}
          description={paperMs ? t('rehearsal.times', { ...paperMs }) : undefined}
        />
      )}
      {!isRunning && (
        <Button
          type={end === null ? 'primary' : 'default'}
          loading={begin.isPending}
          disabled={voters === 0}
          onClick={() => begin.mutate()}
        >
          {t(end === null ? 'rehearsal.action' : 'rehearsal.again', { voters })}
        </Button>
      )}
    </Section>
  );
}
