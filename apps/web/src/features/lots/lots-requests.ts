import { answer, ballot, byId } from '../../api/client.js';

/** Begins to draw lots; after a drawing that came to nothing, anew. */
export const beginLots = (id: string) => answer(ballot.POST('/api/ballot/ballots/{id}/lots', byId(id)));
export const commitLot = (id: string, commitment: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/lots/commitments', { ...byId(id), body: { commitment } }));
export const revealLot = (id: string, contribution: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/lots/contributions', { ...byId(id), body: { contribution } }));
export const voidLots = (id: string, reason: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/lots/voiding', { ...byId(id), body: { reason, version } }));
