import { type Agenda, type AgendaEvent, standingAdoption } from '@plenum/congress-domain';
import type { NewEvent } from '@plenum/contracts';

/** What others hear of an agenda: what delegates are to read, and what the congress adopted. */
export function agendaPublished(agenda: Agenda, { type }: AgendaEvent): NewEvent | null {
  const { id, organisationId, sessionId, items, version } = agenda;
  const about = { aggregateId: id, version };
  const ofAgenda = { organisationId, sessionId, agendaId: id };
  if (type === 'AgendaAgreed') return { ...about, name: 'congress.agenda-agreed.v1', data: { ...ofAgenda, items: items.length } };
  const adopted = type === 'AgendaAdopted' ? standingAdoption(agenda) : null;
  if (!adopted) return null;
  const told = adopted.items.map(({ id: itemId, kind, title, standing }) => ({ itemId, kind, title, standing }));
  return {
    ...about,
    name: 'congress.agenda-adopted.v1',
    data: { ...ofAgenda, way: adopted.way, ballotId: adopted.ballotId, items: told },
  };
}
