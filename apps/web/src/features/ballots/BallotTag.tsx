import { useTranslation } from 'react-i18next';
import type { BallotRow, BallotState } from '../../api/shapes.js';
import { StatusTag, type Tone } from '../../shared/page/StatusTag.js';

const TONES: Record<BallotState, Tone> = {
  RULES_DRAFT: 'quiet',
  RULES_ADOPTED: 'running',
  NOMINATION: 'running',
  ROLL_FROZEN: 'running',
  OPEN: 'waiting',
  CLOSED: 'running',
  TALLIED: 'waiting',
  SIGNED: 'running',
  DECLARED: 'good',
  APPROVED: 'good',
  REJECTED: 'bad',
  PUBLISHED: 'good',
  ARCHIVED: 'quiet',
  ANNULLED: 'bad',
};

/** Where a ballot stands. */
export function BallotTag({ ballot: { state, calledOff } }: { readonly ballot: Pick<BallotRow, 'state' | 'calledOff'> }) {
  const { t } = useTranslation('ballots');
  return <StatusTag tone={TONES[state]}>{calledOff ? t('calledOff.state') : t(`state.${state}`)}</StatusTag>;
}
