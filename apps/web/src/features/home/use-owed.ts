import type { UseQueryResult } from '@tanstack/react-query';
import type { OwedItem, OwedProposal, OwedProposals } from '../../api/shapes.js';
import { inOrderOfDeadline } from './deadlines.js';
import type { Owing } from './owing.js';
import { useOwedBallots } from './use-owed-ballots.js';
import { useOwedProposals } from './use-owed-proposals.js';

/** How many of each kind the home page shows. */
export const OWED_SHOWN = 5;

interface Place {
  /** Where all of a kind are listed, and where one of them is done. */
  readonly all: string;
  readonly linkOf: (item: OwedProposal) => string;
}

const asAuthor = ({ proposalId }: OwedProposal) => `/proposals/${proposalId}`;
const onBoard = ({ proposalId }: OwedProposal) => `/board?open=${proposalId}`;
const inUnit = ({ proposalId }: OwedProposal) => `/unit/${proposalId}`;

/** The kinds in the order in which they are shown where nothing is due. */
const PLACES: Readonly<Record<OwedProposal['matter'], Place>> = {
  second: { all: '/proposals?scope=to-second', linkOf: asAuthor },
  revise: { all: '/proposals', linkOf: asAuthor },
  rate: { all: '/proposals', linkOf: asAuthor },
  'take-lead': { all: '/proposals', linkOf: asAuthor },
  review: { all: '/board?state=SUBMITTED', linkOf: onBoard },
  assign: { all: '/board?state=FILED', linkOf: onBoard },
  reply: { all: '/unit', linkOf: inUnit },
  close: { all: '/board?state=RATED', linkOf: onBoard },
};

/** What proposals ask, kind by kind; of each the first, and how many there are. */
export function owedByKind({ items, counts }: OwedProposals): readonly Owing[] {
  return (Object.keys(PLACES) as OwedProposal['matter'][]).map((matter) => ({
    ...PLACES[matter],
    matter,
    proposals: items.filter((item) => item.matter === matter).slice(0, OWED_SHOWN),
    total: counts.find((count) => count.matter === matter)?.total ?? 0,
  }));
}

/**
 * What the person signed in owes, kind by kind, the most urgent first; kinds of which nothing is owed are left out, and what is `shown`
 * elsewhere.
 */
export function useOwed(
  shown: OwedItem | null = null,
): Pick<UseQueryResult<readonly Owing[]>, 'data' | 'error'> & { readonly refetch: () => void } {
  const [ballots, proposals] = [useOwedBallots(), useOwedProposals()];
  const error = ballots.error ?? proposals.error;
  const refetch = () => void Promise.all([ballots.refetch(), proposals.refetch()]);
  if (!ballots.data || !proposals.data) return { data: undefined, error, refetch };
  const items = ballots.data.filter((item) => item.ballotId !== shown?.ballotId || item.matter !== shown.matter);
  const ofBallots: Owing = { matter: 'ballots', items: items.slice(0, OWED_SHOWN), total: items.length, all: '/ballots' };
  const groups = [ofBallots, ...owedByKind(proposals.data)].filter(({ total }) => total > 0);
  return { data: inOrderOfDeadline(groups), error: null, refetch };
}
