import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { MeView, BallotTask, ProposalRow } from '../../api/shapes.js';
import { type ProposalFilter, proposalsQuery } from '../../shared/proposal/queries.js';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { inOrderOfDeadline } from './deadlines.js';
import type { PendingTask, ProposalMatter } from './pending-task.js';
import { usePendingBallotTasks } from './use-pending-ballot-tasks.js';

/** How many of each kind the home page shows. */
export const TASKS_SHOWN = 5;
/** How many of each kind are looked at: whoever owes more than this sees so many first. */
const ASKED_MAX = 100;

/** What makes a proposal somebody's business: which are asked for, and which of those are theirs to act on. */
interface Duty {
  readonly matter: ProposalMatter;
  readonly filter: Pick<ProposalFilter, 'scope' | 'state'>;
  readonly isOwed: (proposal: ProposalRow, me: MeView) => boolean;
  readonly all: string;
  readonly linkOf: (proposal: ProposalRow) => string;
  readonly isFor: (me: MeView) => boolean;
}

const everybody = () => true;
const committee = (me: MeView) => holds(me, 'PROPOSALS_COMMITTEE');
const unit = (me: MeView) => holds(me, 'UNIT_HANDLER', 'UNIT_HEAD');
const isLead = ({ leadProposer }: ProposalRow, me: MeView) => leadProposer.id === me.member.id;
const isLeadUnit = ({ leadUnit }: ProposalRow, me: MeView) => me.offices.some(({ unitId }) => unitId !== null && unitId === leadUnit?.id);
const asDelegate = ({ id }: ProposalRow) => `/proposals/${id}`;
const onBoard = ({ id }: ProposalRow) => `/board?open=${id}`;
const inUnit = ({ id }: ProposalRow) => `/unit/${id}`;

const DUTIES: readonly Duty[] = [
  {
    matter: 'to-second',
    filter: { scope: 'to-second' },
    isOwed: ({ invited }) => invited,
    all: '/proposals?scope=to-second',
    linkOf: asDelegate,
    isFor: everybody,
  },
  {
    matter: 'to-revise',
    filter: { scope: 'mine', state: ['RETURNED'] },
    isOwed: isLead,
    all: '/proposals',
    linkOf: asDelegate,
    isFor: everybody,
  },
  {
    matter: 'to-rate',
    filter: { scope: 'mine', state: ['REPLIED'] },
    isOwed: (row, me) => isLead(row, me) && row.track === 'PROPOSAL',
    all: '/proposals',
    linkOf: asDelegate,
    isFor: everybody,
  },
  {
    matter: 'to-review',
    filter: { scope: 'board', state: ['SUBMITTED'] },
    isOwed: everybody,
    all: '/board?state=SUBMITTED',
    linkOf: onBoard,
    isFor: committee,
  },
  {
    matter: 'to-route',
    filter: { scope: 'board', state: ['FILED', 'SUGGESTION'] },
    isOwed: everybody,
    all: '/board?state=FILED',
    linkOf: onBoard,
    isFor: committee,
  },
  {
    matter: 'to-reply',
    filter: { scope: 'unit', state: ['ASSIGNED', 'IN_PROGRESS'] },
    isOwed: isLeadUnit,
    all: '/unit',
    linkOf: inUnit,
    isFor: unit,
  },
];

/**
 * What the person signed in owes, kind by kind, the most urgent first; kinds of which nothing is owed are left out, and what is `shown`
 * elsewhere.
 */
export function usePendingTasks(
  shown: BallotTask | null = null,
): Pick<UseQueryResult<readonly PendingTask[]>, 'data' | 'error'> & { readonly refetch: () => void } {
  const me = useMe();
  const duties = me.data ? DUTIES.filter(({ isFor }) => isFor(me.data)) : [];
  const answers = useQueries({ queries: duties.map(({ filter }) => proposalsQuery({ ...filter, pageSize: ASKED_MAX })) });
  const ballots = usePendingBallotTasks();
  const questions = [me, ballots, ...answers];
  const error = questions.find((question) => question.error)?.error ?? null;
  const refetch = () => questions.forEach((question) => void question.refetch());
  if (!me.data || questions.some(({ data }) => data === undefined)) return { data: undefined, error, refetch };
  const { data: person } = me;
  const ofProposals = duties.map((duty, index): PendingTask => {
    const owed = (answers[index]?.data?.items ?? []).filter((proposal) => duty.isOwed(proposal, person));
    return { ...duty, proposals: owed.slice(0, TASKS_SHOWN), total: owed.length };
  });
  const items = (ballots.data ?? []).filter((item) => item.ballotId !== shown?.ballotId || item.matter !== shown.matter);
  const ofBallots: PendingTask = { matter: 'ballots', items: items.slice(0, TASKS_SHOWN), total: items.length, all: '/ballots' };
  return { data: inOrderOfDeadline([ofBallots, ...ofProposals].filter(({ total }) => total > 0)), error: null, refetch };
}
