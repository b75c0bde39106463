import { useSearchParams } from 'react-router';
import type { CommitmentState, LedgerFilter } from '../../shared/commitments/commitment-queries.js';

export const PAGE_SIZE = 50;
export const STATES: readonly CommitmentState[] = ['OPEN', 'REPORTED', 'DONE', 'EXPLAINED'];

/** The ledger's filter; it stands in the address, so a view can be sent to a colleague and "back" leads back. */
export interface LedgerView {
  readonly filter: LedgerFilter;
  /** Changes parts of the address; an empty text removes a part. A changed filter begins at its first page. */
  readonly change: (parts: Readonly<Record<string, string>>) => void;
}

export function useLedgerFilter(): LedgerView {
  const [params, setParams] = useSearchParams();
  const of = (name: string) => params.get(name) ?? undefined;
  const state = STATES.find((known) => known === of('state'));
  const [unitId, sessionId] = [of('unit'), of('session')];
  return {
    filter: {
      page: Number(of('page') ?? 1),
      pageSize: PAGE_SIZE,
      ...(state ? { state: [state] } : {}),
      ...(unitId ? { unitId } : {}),
      ...(sessionId ? { sessionId } : {}),
      ...(of('overdue') === 'true' ? { overdue: true } : {}),
    },
    change: (parts) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries({ ...('page' in parts ? {} : { page: '' }), ...parts })) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      }),
  };
}
