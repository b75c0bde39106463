import { useTranslation } from 'react-i18next';
import type { BallotState } from '../../api/shapes.js';
import { Mark, type Tone } from '../../shared/Mark.js';

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
export function BallotTag({ state }: { readonly state: BallotState }) {
  const { t } = useTranslation('ballots');
  return <Mark tone={TONES[state]}>{t(`state.${state}`)}</Mark>;
}
