import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../page/StatusTag.js';
import type { CommitmentItem } from './commitment-queries.js';

const TONES: Readonly<Record<CommitmentItem['state'], Tone>> = { OPEN: 'running', REPORTED: 'waiting', DONE: 'good', EXPLAINED: 'quiet' };

/** Where a promise stands; one that is past its day is said so. */
export function CommitmentTag({ commitment: { state, overdue } }: { readonly commitment: CommitmentItem }) {
  const { t } = useTranslation('ledger');
  return overdue && state === 'OPEN' ? (
    <StatusTag tone="bad">{t('overdue')}</StatusTag>
  ) : (
    <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>
  );
}
