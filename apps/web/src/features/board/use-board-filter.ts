import { useSearchParams } from 'react-router';
import type { ProposalState } from '../../api/shapes.js';
import type { ProposalFilter } from '../../shared/proposal/queries.js';

export const PAGE_SIZE = 50;
/** How the board may be sorted; what is overdue stands first where nobody asks otherwise. */
export const SORTS = ['overdue', 'due', 'submitted', 'docket'] as const;

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
