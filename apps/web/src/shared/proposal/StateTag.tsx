import { useTranslation } from 'react-i18next';
import type { ProposalRow, ProposalState } from '../../api/shapes.js';
import { StatusTag, type Tone } from '../page/StatusTag.js';

const TONES: Record<ProposalState, Tone> = {
  DRAFT: 'quiet',
  SECONDING: 'waiting',
  ENDORSING: 'waiting',
  SUBMITTED: 'running',
  RETURNED: 'waiting',
  PRESIDIUM: 'running',
  MERGED: 'quiet',
  NOT_FILED: 'quiet',
  WITHDRAWN: 'quiet',
  FILED: 'running',
  SUGGESTION: 'running',
  ASSIGNED: 'running',
  IN_PROGRESS: 'running',
  REPLIED: 'waiting',
  RATED: 'running',
  ESCALATED: 'waiting',
  CLOSED: 'good',
};

/** Where a proposal stands. */
export function StateTag({ state }: { readonly state: ProposalState }) {
  const { t } = useTranslation('proposals');
  return <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>;
}

/** What a matter waits for, as offices call it, beside its state: what that says already is not said again. What is late is red. */
export function StatusWords({ state, words }: Pick<ProposalRow, 'state' | 'words'>) {
  const { t } = useTranslation('proposals');
  const further = words.filter((word) => t(`word.${word}`) !== t(`state.${state}`));
  if (further.length === 0) return null;
  return (
    <span className="status-words small">
      {further.map((word) => (
        <span key={word} className={LATE.includes(word) ? 'overdue' : 'quiet'}>
          {t(`word.${word}`)}
        </span>
      ))}
    </span>
  );
}

const LATE: readonly string[] = ['OVERDUE', 'NOT_CONTACTED', 'PROMISE_OVERDUE'];
