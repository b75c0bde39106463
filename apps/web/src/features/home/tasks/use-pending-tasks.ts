import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../../api/client.js';
import type { BallotTask, OpinionTasks, ProposalTask, ProposalTasks } from '../../../api/shapes.js';
import { inOrderOfDeadline } from './deadlines.js';
import type { PendingTask } from './pending-task.js';
import { usePendingBallotTasks } from './use-pending-ballot-tasks.js';

/** How many of each kind the home page shows. */
export const TASKS_SHOWN = 5;

interface TaskKind {
  /** Where all of a kind are listed, and where one of them is done. */
  readonly all: string;
  readonly linkOf: (item: ProposalTask) => string;
}

const asAuthor = ({ proposalId }: ProposalTask) => `/proposals/${proposalId}`;
const onBoard = ({ proposalId }: ProposalTask) => `/board?open=${proposalId}`;
const inUnit = ({ proposalId }: ProposalTask) => `/unit/${proposalId}`;

/** The kinds in the order in which they are shown where nothing is due. */
const TASK_KINDS: Readonly<Record<ProposalTask['matter'], TaskKind>> = {
  second: { all: '/proposals?scope=to-second', linkOf: asAuthor },
  endorse: { all: '/proposals?scope=to-endorse', linkOf: asAuthor },
  revise: { all: '/proposals', linkOf: asAuthor },
  rate: { all: '/proposals', linkOf: asAuthor },
  explain: { all: '/proposals', linkOf: asAuthor },
  'consent-to-publish': { all: '/proposals', linkOf: asAuthor },
  'take-lead': { all: '/proposals', linkOf: asAuthor },
  review: { all: '/board?state=SUBMITTED', linkOf: onBoard },
  decide: { all: '/board?state=PRESIDIUM', linkOf: asAuthor },
  assign: { all: '/board?state=FILED', linkOf: onBoard },
  contact: { all: '/unit', linkOf: inUnit },
  reply: { all: '/unit', linkOf: inUnit },
  close: { all: '/board?state=RATED', linkOf: onBoard },
  'keep-promise': { all: '/ledger?state=OPEN', linkOf: asAuthor },
  'accept-promise': { all: '/ledger?state=REPORTED', linkOf: asAuthor },
  'answer-request': { all: '/requests', linkOf: asAuthor },
};

/** What proposals ask, kind by kind; of each the first, and how many there are. */
function byKind({ items, counts }: ProposalTasks): readonly PendingTask[] {
  return (Object.keys(TASK_KINDS) as ProposalTask['matter'][]).map((matter) => ({
    ...TASK_KINDS[matter],
    matter,
    proposals: items.filter((item) => item.matter === matter).slice(0, TASKS_SHOWN),
    total: counts.find((count) => count.matter === matter)?.total ?? 0,
  }));
}

/** Where all of a kind of opinions are listed. */
const OPINION_LISTS: Readonly<Record<OpinionTasks['matter'], string>> = {
  'decide-opinion': '/opinions?view=committee',
  'answer-opinion': '/opinions?view=unit',
  'judge-answer': '/opinions?view=own',
};

const ofOpinions = ({ opinions }: ProposalTasks): readonly PendingTask[] =>
  opinions.map(({ matter, items, total }) => ({ matter, opinions: items.slice(0, TASKS_SHOWN), total, all: OPINION_LISTS[matter] }));

/** What proposals ask of the person signed in; asked anew whenever one of them is changed. */
function usePendingProposalTasks(): UseQueryResult<ProposalTasks> {
  return useQuery({ queryKey: ['proposals', 'owed'], queryFn: () => answer(proposals.GET('/api/proposals/owed')) });
}

/**
 * What the person signed in owes, kind by kind, the most urgent first; kinds of which nothing is owed are left out, and what is `shown`
 * elsewhere.
 */
export function usePendingTasks(
  shown: BallotTask | null = null,
): Pick<UseQueryResult<readonly PendingTask[]>, 'data' | 'error'> & { readonly refetch: () => void } {
  const [ballots, ofProposals] = [usePendingBallotTasks(), usePendingProposalTasks()];
  const error = ballots.error ?? ofProposals.error;
  const refetch = () => void Promise.all([ballots.refetch(), ofProposals.refetch()]);
  if (!ballots.data || !ofProposals.data) return { data: undefined, error, refetch };
  const items = ballots.data.filter((item) => item.ballotId !== shown?.ballotId || item.matter !== shown.matter);
  const ofBallots: PendingTask = { matter: 'ballots', items: items.slice(0, TASKS_SHOWN), total: items.length, all: '/ballots' };
  return {
    data: inOrderOfDeadline([ofBallots, ...byKind(ofProposals.data), ...ofOpinions(ofProposals.data)].filter(({ total }) => total > 0)),
    error: null,
    refetch,
  };
}
