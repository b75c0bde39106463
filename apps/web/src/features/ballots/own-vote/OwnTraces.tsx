import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { useAttendance } from '../../../shared/congress/attendance.js';
import { formatTime } from '../../../shared/text/formats.js';
import { Section } from '../../../shared/page/Section.js';
import { useIssued } from '../../../shared/sealed/paper-queries.js';
import { presenceCauseOf, heldBy, leavesTraces } from './own-traces.js';

const ASKED_ONCE_MS = 300_000;

/**
 * After a sealed vote, what was noted of the reader: signed in when and by whose hand, a paper received or none. Whoever was absent finds
 * out here that somebody acted in their name. Never whether or how they voted, nor when the paper was received: nobody keeps that.
 */
export function OwnTraces({ ballot }: { readonly ballot: BallotView }) {
  const { t, i18n } = useTranslation('ballots');
  const isShown = leavesTraces(ballot);
  const attendance = useAttendance(isShown ? ballot.sessionId : null, ASKED_ONCE_MS);
  const paper = useIssued(isShown ? ballot.id : null, ballot.state);
  if (!isShown || !paper.data) return null;
  const came = presenceCauseOf(attendance.data?.own);
  return (
    <Section title={t('traces.title')}>
      {came && <p>{t(came.textKey, { at: came.at && formatTime(came.at, i18n.language) })}</p>}
      <p>{t(heldBy(paper.data.holds))}</p>
      <p className="quiet">{t('traces.notYou')}</p>
    </Section>
  );
}
