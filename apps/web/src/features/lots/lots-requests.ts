import { answer, ballot } from '../../api/client.js';

const of = (id: string) => ({ params: { path: { id } } });

/** Begins to draw lots; after a drawing that came to nothing, anew. */
export const beginLots = (id: string) => answer(ballot.POST('/api/ballot/ballots/{id}/lots', of(id)));
export const commitLot = (id: string, commitment: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/lots/commitments', { ...of(id), body: { commitment } }));
export const revealLot = (id: string, contribution: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/lots/contributions', { ...of(id), body: { contribution } }));
export const voidLots = (id: string, reason: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/lots/voiding', { ...of(id), body: { reason, version } }));
