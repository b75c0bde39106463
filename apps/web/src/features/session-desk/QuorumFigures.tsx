import { useTranslation } from 'react-i18next';
import { useAttendance } from '../../shared/congress/attendance.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';

const WATCH_MS = 3_000;

/** The quorum live: expected, present, needed, and whether it is met or how many are missing. */
export function QuorumFigures({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('sessionDesk');
  const attendance = useAttendance(sessionId, WATCH_MS);
  return (
    <Section title={t('quorum.title')}>
      <QueryView query={attendance} lines={2}>
        {({ entitled, present, needed, quorate }) => (
          <>
            <dl className="figures">
              {Object.entries({ entitled, present, needed }).map(([name, figure]) => (
                <div key={name}>
                  <dt>{t(`quorum.${name as 'entitled' | 'present' | 'needed'}`)}</dt>
                  <dd>{figure}</dd>
                </div>
              ))}
            </dl>
            <p className={quorate ? 'session-desk-met' : 'session-desk-unmet'} aria-live="polite">
              {quorate ? t('quorum.met') : t('quorum.missing', { count: needed - present })}
            </p>
          </>
        )}
      </QueryView>
    </Section>
  );
}
