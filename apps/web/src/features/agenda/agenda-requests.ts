import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, byId, congress } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';

type Shapes = components['schemas'];
export type AgendaView = Shapes['AgendaResponse'];
export type ItemView = Shapes['AgendaItemResponse'];
export type ItemRequest = Shapes['AgendaItemRequest'];
export type AdoptionView = Shapes['AdoptionResponse'];
export type ItemKind = ItemView['kind'];
export type StandingReport = NonNullable<ItemView['standing']>;
export type VoteForm = NonNullable<ItemView['vote']>;
export type AgendaVote = Omit<Shapes['AdoptAgendaRequest'], 'version'>;

const WATCH_MS = 30_000; // Those who follow it in the hall see what was adopted without asking.

/** What a change of the agenda changes. */
export const AGENDA_CHANGES = [['agenda']] as const;

/** The agenda of a session, as the reader may see it. */
export const useAgenda = (sessionId: string): UseQueryResult<AgendaView> =>
  useQuery({
    queryKey: ['agenda', sessionId],
    queryFn: () => answer(congress.GET('/api/congress/sessions/{id}/agenda', byId(sessionId))),
    refetchInterval: WATCH_MS,
  });

/** As an item is sent back: what does not apply is left out. */
export const asWanted = ({ id, kind, title, speaker, standing, minutes, vote }: ItemView): ItemRequest => ({
  id,
  kind,
  title,
  speaker,
  minutes,
  ...(standing ? { standing } : {}),
  ...(vote ? { vote } : {}),
});

export const reviseAgenda = (id: string, items: ItemRequest[], version: number) =>
  answer(congress.PUT('/api/congress/sessions/{id}/agenda', { ...byId(id), body: { items, version } }));
export const agreeAgenda = (id: string, said: { party: string; on: string }, version: number) =>
  answer(congress.POST('/api/congress/sessions/{id}/agenda/agreement', { ...byId(id), body: { ...said, version } }));
export const adoptAgenda = (id: string, vote: AgendaVote, version: number) =>
  answer(congress.POST('/api/congress/sessions/{id}/agenda/adoption', { ...byId(id), body: { ...vote, version } }));
export const reopenAgenda = (id: string, reason: string, version: number) =>
  answer(congress.POST('/api/congress/sessions/{id}/agenda/reopening', { ...byId(id), body: { reason, version } }));
export const restoreAgenda = (id: string, version: number) =>
  answer(congress.POST('/api/congress/sessions/{id}/agenda/restoration', { ...byId(id), body: { version } }));
