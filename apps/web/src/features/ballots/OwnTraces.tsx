import { useTranslation } from 'react-i18next';
import type { BallotState, BallotView } from '../../api/shapes.js';
import { useAttendance } from '../../shared/attendance.js';
import { hasSealed } from '../../shared/channels.js';
import { formatTime } from '../../shared/formats.js';
import { Section } from '../../shared/Section.js';
import { useIssued } from '../../shared/sealed/sealed-queries.js';

const AFTER: readonly BallotState[] = ['CLOSED', 'TALLIED', 'SIGNED', 'DECLARED', 'APPROVED', 'REJECTED', 'PUBLISHED', 'ARCHIVED'];
const ASKED_ONCE_MS = 300_000;

/**
 * After a sealed vote, what was noted of the reader: signed in when and by whose hand, a paper received or none. Whoever was absent finds
 * out here that somebody acted in their name. Never whether or how they voted.
 */
export function OwnTraces({ ballot }: { readonly ballot: BallotView }) {
  const { t, i18n } = useTranslation('ballots');
  const { id, state, sessionId, channel } = ballot;
  const isShown = hasSealed(channel) && AFTER.includes(state);
  const attendance = useAttendance(isShown ? sessionId : null, ASKED_ONCE_MS);
  const paper = useIssued(isShown ? id : null, state);
  if (!isShown || !paper.data) return null;
  const own = attendance.data?.own;
  const came = own?.since ? t(own.byDesk ? `traces.${own.standing}.byDesk` : `traces.${own.standing}.self`, { at: formatTime(own.since, i18n.language) }) : t('traces.never');
  return (
    <Section title={t('traces.title')}>
      {own && <p>{came}</p>}
      <p>{t(`traces.holds.${paper.data.holds ?? 'nothing'}`)}</p>
      <p className="quiet">{t('traces.notYou')}</p>
    </Section>
  );
}
