import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';
import type { ProposalState } from '../../api/shapes.js';

export type RegisterItem = components['schemas']['RegisterItem'];

/** What is looked up; it stands in the address, so that "back" leads back to it. */
export interface RegisterFilter {
  readonly sessionId?: string;
  readonly category?: string;
  readonly state?: ProposalState;
  readonly search?: string;
}

/** The filter of the address, and a change of it; an empty text removes a part. */
export function useRegisterFilter(): {
  readonly filter: RegisterFilter;
  readonly change: (parts: Readonly<Record<string, string>>) => void;
} {
  const [params, setParams] = useSearchParams();
  const of = (name: string) => params.get(name) ?? undefined;
  const [sessionId, category, state, search] = [of('session'), of('category'), of('state') as ProposalState | undefined, of('search')];
  const change = (parts: Readonly<Record<string, string>>) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(parts)) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      return next;
    });
  return {
    filter: {
      ...(sessionId ? { sessionId } : {}),
      ...(category ? { category } : {}),
      ...(state ? { state } : {}),
      ...(search ? { search } : {}),
    },
    change,
  };
}

/** The register, a stretch at a time. */
export function useRegister({ state, ...filter }: RegisterFilter) {
  return useInfiniteQuery({
    queryKey: ['proposals', 'register', { state, ...filter }],
    queryFn: ({ pageParam }) =>
      answer(
        proposals.GET('/api/proposals/proposals/register', {
          params: { query: { ...filter, ...(state ? { state: [state] } : {}), ...(pageParam ? { after: pageParam } : {}), limit: 30 } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
