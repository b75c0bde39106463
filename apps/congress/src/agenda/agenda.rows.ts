import type { CivilDate } from '@plenum/calendar';
import type { Agenda, AgendaAdoption, AgendaAgreement, AgendaItem, AgendaState } from '@plenum/congress-domain';

/** A vote on an agenda as JSON keeps it. */
type KeptAdoption = Omit<AgendaAdoption, 'at'> & { readonly at: string };

/** A row of `agendas`. */
export interface AgendaRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly session_id: string;
  readonly state: AgendaState;
  readonly items: readonly AgendaItem[];
  readonly agreement: { readonly party: string; readonly on: string } | null;
  readonly adoptions: readonly KeptAdoption[];
  readonly reopened_for: string | null;
  readonly version: number;
}

export const toAgenda = (row: AgendaRow): Agenda => ({
  id: row.id,
  organisationId: row.organisation_id,
  sessionId: row.session_id,
  state: row.state,
  items: row.items,
  agreement: row.agreement as (AgendaAgreement & { readonly on: CivilDate }) | null,
  adoptions: row.adoptions.map((one) => ({ ...one, at: new Date(one.at) })),
  reopenedFor: row.reopened_for,
  version: row.version,
});

export const agendaColumns = (agenda: Agenda): readonly (readonly [string, unknown])[] => [
  ['id', agenda.id],
  ['organisation_id', agenda.organisationId],
  ['session_id', agenda.sessionId],
  ['state', agenda.state],
  ['items', JSON.stringify(agenda.items)],
  ['agreement', agenda.agreement && JSON.stringify(agenda.agreement)],
  ['adoptions', JSON.stringify(agenda.adoptions)],
  ['reopened_for', agenda.reopenedFor],
  ['version', agenda.version],
];
