import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot, byId } from '../../api/client.js';
import type { components } from '../../api/generated/ballot.js';
import type { Reading } from './sheet-entry.js';

type Answers = components['schemas'];
export type EntryView = Answers['SheetsAnswer'];
export type Differences = Answers['DifferencesAnswer'];
export type Doubts = Answers['DoubtsAnswer'];
export type Ruling = Answers['RulingRequest'];
export type WrittenNames = Answers['WrittenNamesAnswer'];
export type NameMeaning = Answers['NameRequest'];

const WATCH_MS = 5_000;
const sent = ({ no, marks, writeIns, doubt }: Reading): Answers['SheetRequest'] => ({
  no,
  marks: { ...marks },
  writeIns: [...writeIns],
  ...(doubt ? { doubt: { reason: doubt.reason, marks: [...doubt.marks] } } : {}),
});

/** What this teller entered so far, and nothing of the other entry. */
export function useOwnEntry(id: string): UseQueryResult<EntryView> {
  return useQuery({ queryKey: ['ballot', id, 'sheets'], queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/sheets', byId(id))) });
}

/** Sends sheets of the own entry; sent again they change nothing. */
export const enterSheets = (id: string, sheets: readonly Reading[]) =>
  answer(ballot.PUT('/api/ballot/ballots/{id}/sheets', { ...byId(id), body: { sheets: sheets.map(sent) } }));

/** Where the two entries differ, once both are complete. */
export function useDifferences(id: string): UseQueryResult<Differences> {
  return useQuery({
    queryKey: ['ballot', id, 'differences'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/differences', byId(id))),
    refetchInterval: WATCH_MS,
  });
}

export const settleDifference = (id: string, reading: Reading) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/decisions', { ...byId(id), body: sent(reading) }));

/** What the readers left to the scrutineers. */
export function useDoubts(id: string): UseQueryResult<Doubts> {
  return useQuery({
    queryKey: ['ballot', id, 'doubts'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/doubts', byId(id))),
    refetchInterval: WATCH_MS,
  });
}

export const decideDoubt = (id: string, ruling: Ruling) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/rulings', { ...byId(id), body: ruling }));

/** The names on the papers, and whom they mean so far. */
export function useWrittenNames(id: string): UseQueryResult<WrittenNames> {
  return useQuery({
    queryKey: ['ballot', id, 'written-names'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/written-names', byId(id))),
    refetchInterval: WATCH_MS,
  });
}

export const matchName = (id: string, name: NameMeaning) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/name-matches', { ...byId(id), body: name }));
export const confirmName = (id: string, name: NameMeaning) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/name-confirmations', { ...byId(id), body: name }));
