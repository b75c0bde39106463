import { answer, ballot, byId } from '../../../api/client.js';
import type { components } from '../../../api/generated/ballot.js';

type Requests = components['schemas'];
export type Officers = Requests['NameOfficersRequest'];
export type HandFigures = Requests['CountHandsRequest'];
export type Closing = Requests['CloseVotingRequest'];

/** Freezes the rules of the version that was read. */
export const adoptRules = (id: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/adoption', { ...byId(id), body: { version } }));
export const freezeRoll = (id: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/roll', { ...byId(id), body: { version } }));
export const nameOfficers = (id: string, officers: Officers) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/officers', { ...byId(id), body: officers }));
/** `issued` is left out where every one present got a paper, and where devices registered for theirs. */
export const openVoting = (id: string, issued: number | null, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/opening', { ...byId(id), body: issued === null ? { version } : { issued, version } }));
/** The figures of the hall as they are now: who is there, who has a paper, what is back. */
export const askTurnout = (id: string) => answer(ballot.GET('/api/ballot/ballots/{id}/turnout', byId(id)));
/** Closes with what was found, or puts that right, on the version that was read. */
export const closeVoting = (id: string, found: Closing) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/closing', { ...byId(id), body: found }));
export const correctReturned = (id: string, correction: Requests['CorrectReturnedRequest']) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/corrections', { ...byId(id), body: correction }));
export const countHands = (id: string, figures: HandFigures) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/hands-count', { ...byId(id), body: figures }));
export const countVotes = (id: string) => answer(ballot.POST('/api/ballot/ballots/{id}/count', byId(id)));
/** Declares the result that was read. */
export const declareResult = (id: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/declaration', { ...byId(id), body: { version } }));
export const publishResult = (id: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/publication', { ...byId(id), body: { version } }));
export const archiveBallot = (id: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/archiving', { ...byId(id), body: { version } }));
export const annulBallot = (id: string, reason: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/annulment', { ...byId(id), body: { reason, version } }));
export const runAgain = (id: string, key: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/rerun', { params: { path: { id }, header: { 'idempotency-key': key } } }));
export const approveResult = (id: string, document: Requests['ApproveResultRequest']) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/approval', { ...byId(id), body: document }));
export const rejectResult = (id: string, document: Requests['RejectResultRequest']) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/rejection', { ...byId(id), body: document }));
export const prepareNextRound = (id: string, key: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/next-round', { params: { path: { id }, header: { 'idempotency-key': key } } }));
/** Throws a draft away. */
export const deleteDraft = (id: string, version: number) =>
  answer(ballot.DELETE('/api/ballot/ballots/{id}', { params: { path: { id }, query: { version } } }));
/** Calls off a vote that is not open yet; whoever heard of it reads the reason. */
export const callOff = (id: string, reason: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/calling-off', { ...byId(id), body: { reason, version } }));
/** When the voting opens and closes by itself; null takes a time back. */
export const setSchedule = (id: string, times: Requests['SetScheduleRequest']) =>
  answer(ballot.PUT('/api/ballot/ballots/{id}/schedule', { ...byId(id), body: times }));
export const readinessOf = (id: string) => answer(ballot.GET('/api/ballot/ballots/{id}/readiness', byId(id)));
export const rehearse = (id: string) => answer(ballot.POST('/api/ballot/ballots/{id}/rehearsal', byId(id)));
