import { useSearchParams } from 'react-router';
import type { ProposalState, StatusWord } from '../../api/shapes.js';
import type { ProposalFilter } from '../../shared/proposal/queries.js';

export const PAGE_SIZE = 50;
/** How the board may be sorted; what is overdue stands first where nobody asks otherwise. */
export const SORTS = ['overdue', 'due', 'submitted', 'docket'] as const;

/** What a matter may wait for, as the committee looks for it. */
export const WORDS: readonly StatusWord[] = [
  'OVERDUE',
  'DUE_SOON',
  'TO_REVIEW',
  'TO_REVISE',
  'TO_DECIDE',
  'MERGE_UNANSWERED',
  'WITHDRAWAL_UNANSWERED',
  'RECONSIDERATION_UNDECIDED',
  'TO_ASSIGN',
  'TO_ACKNOWLEDGE',
  'NOT_CONTACTED',
  'OBJECTION_UNDECIDED',
  'ADDED_UNIT_UNDECIDED',
  'EXTENSION_UNDECIDED',
  'NOT_CLARIFIED',
  'NO_ASSISTING_OPINION',
  'NOT_COUNTERSIGNED',
  'NOT_SIGNED_OFF',
  'NOT_AUDITED',
  'NOT_RATED',
  'TO_MEET',
  'TO_END',
  'PROMISE_OVERDUE',
];

/** The board's filter; it stands in the address, so a view can be sent to a colleague and "back" leads back. */
export interface BoardFilter {
  readonly filter: ProposalFilter & { readonly page: number };
  /** The proposal that is open at the side. */
  readonly openId: string | null;
  /** Changes parts of the address; an empty text removes a part. A changed filter begins at its first page. */
  readonly change: (parts: Readonly<Record<string, string>>) => void;
}

export function useBoardFilter(): BoardFilter {
  const [params, setParams] = useSearchParams();
  const of = (name: string) => params.get(name) ?? undefined;
  const [sessionId, state, search, category, unitId] = [
    of('session'),
    of('state') as ProposalState | undefined,
    of('search'),
    of('category'),
    of('unit'),
  ];
  const word = WORDS.find((known) => known === of('word'));
  const sort = SORTS.find((known) => known === of('sort')) ?? 'overdue';
  return {
    filter: {
      scope: 'board',
      page: Number(of('page') ?? 1),
      pageSize: PAGE_SIZE,
      ...(sessionId ? { sessionId } : {}),
      ...(state ? { state: [state] } : {}),
      ...(search ? { search } : {}),
      ...(category ? { category } : {}),
      ...(unitId ? { unitId } : {}),
      ...(word ? { word } : {}),
      ...(of('overdue') === 'true' ? { overdue: true } : {}),
      ...(of('key') === 'true' ? { key: true } : {}),
      ...(of('cases') === 'own' ? { ownCases: true } : {}),
      sort,
    },
    openId: of('open') ?? null,
    change: (parts) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        const staysOnPage = 'page' in parts || 'open' in parts;
        for (const [name, value] of Object.entries({ ...(staysOnPage ? {} : { page: '' }), ...parts })) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      }),
  };
}
