import { useTranslation } from 'react-i18next';
import type { BallotState, BallotView } from '../../api/shapes.js';
import { hasSealed } from '../../shared/ballot/channels.js';
import { useBoardHead } from '../../shared/sealed/key-queries.js';
import { useIssued } from '../../shared/sealed/paper-queries.js';
import type { Figure } from './FigureList.js';

const NAMES = ['roll', 'present', 'issued', 'returned', 'valid'] as const;
const ON_BOARD: readonly BallotState[] = [
  'OPEN',
  'CLOSED',
  'TALLIED',
  'SIGNED',
  'DECLARED',
  'APPROVED',
  'REJECTED',
  'PUBLISHED',
  'ARCHIVED',
];

/** The head of a board of sealed papers; nothing of another ballot. */
export function useHeadOf(ballot: BallotView): { readonly hash: string; readonly papers: number } | null {
  const hasBoard = hasSealed(ballot.channel) && ON_BOARD.includes(ballot.state);
  const head = useBoardHead(hasBoard ? ballot.id : null, ballot.state);
  return head.data ?? null;
}

/** Who should be there, who is, papers issued and returned, as they come. */
export function useBallotFigures(ballot: BallotView): readonly Figure[] {
  const { t } = useTranslation('ballots');
  const { id, channel, state, counts, presentNow } = ballot;
  const head = useHeadOf(ballot);
  const issued = useIssued(hasSealed(channel) && state === 'ROLL_FROZEN' ? id : null, state);
  const known: Readonly<Record<(typeof NAMES)[number], number | null>> = {
    roll: counts?.roll ?? null,
    present: presentNow ?? counts?.present ?? null,
    issued: counts?.issued ?? issued.data?.registeredInAll ?? null,
    returned: counts?.returned ?? (channel === 'sealed' ? (head?.papers ?? null) : null),
    valid: counts?.valid ?? null,
  };
  return NAMES.map((name) => ({ name: t(`figures.${name}`), value: known[name] }));
}
