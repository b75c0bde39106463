import { useTranslation } from 'react-i18next';
import type { ProposalState } from '../../api/shapes.js';
import { useProposals } from '../../shared/proposal/queries.js';
import type { BoardFilter } from './use-board-filter.js';

interface Counter {
  readonly name: 'overdue' | 'toReview' | 'toAssign' | 'inHand' | 'toRate' | 'toClose';
  readonly state?: ProposalState;
}

/** What waits for whom, the most urgent first. */
const COUNTERS: readonly Counter[] = [
  { name: 'overdue' },
  { name: 'toReview', state: 'SUBMITTED' },
  { name: 'toAssign', state: 'FILED' },
  { name: 'inHand', state: 'IN_PROGRESS' },
  { name: 'toRate', state: 'REPLIED' },
  { name: 'toClose', state: 'RATED' },
];

/** How many wait at each step; each number shows the proposals that it counts. */
export function Counters({ board }: { readonly board: BoardFilter }) {
  return (
    <div className="counters">
      {COUNTERS.map((counter) => (
        <CounterButton key={counter.name} counter={counter} board={board} />
      ))}
    </div>
  );
}

function CounterButton({ counter: { name, state }, board }: { readonly counter: Counter; readonly board: BoardFilter }) {
  const { t } = useTranslation('board');
  const { sessionId, overdue, state: chosen } = board.filter;
  const counted = useProposals({
    scope: 'board',
    page: 1,
    pageSize: 1,
    ...(sessionId ? { sessionId } : {}),
    ...(state ? { state: [state] } : { overdue: true }),
  });
  const isChosen = state ? chosen?.[0] === state : overdue === true;
  const total = counted.data?.total ?? 0;
  const show = () => board.change({ state: isChosen || !state ? '' : state, overdue: isChosen || state ? '' : 'true' });
  return (
    <button
      type="button"
      className={name === 'overdue' && total > 0 ? 'counter counter-late' : 'counter'}
      aria-pressed={isChosen}
      onClick={show}
    >
      <span className="counter-number">{counted.data ? `${total}${counted.data.isMore ? '+' : ''}` : '…'}</span> {t(`counters.${name}`)}
    </button>
  );
}
