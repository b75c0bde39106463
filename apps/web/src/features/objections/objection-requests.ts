import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot, byId } from '../../api/client.js';
import type { Objection } from '../../api/shapes.js';

/** The objections to a result: all of them for organisers, their own for everybody else. */
export function useObjections(id: string): UseQueryResult<readonly Objection[]> {
  return useQuery({
    queryKey: ['ballot', id, 'objections'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/objections', byId(id))),
    select: ({ items }) => items,
  });
}

export const raiseObjection = (id: string, text: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/objections', { ...byId(id), body: { text } }));

/** What an organiser answers. */
export interface ObjectionAnswer {
  readonly outcome: 'upheld' | 'dismissed';
  readonly reason: string;
}

export const answerObjection = (id: string, objectionId: string, given: ObjectionAnswer) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/objections/{objectionId}/answer', { params: { path: { id, objectionId } }, body: given }));
