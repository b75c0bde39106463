import type { CivilDate } from '@plenum/calendar';
import { type Appointment, type Ballot, type Decision, type Drawing, IDLE_DESK, type Signature, nextTime } from '@plenum/ballot-domain';

/** A part of a ballot as it comes out of JSON. */
type InJson<T> = { readonly [K in keyof T]: T[K] extends Date ? string : Date extends T[K] ? string | null : T[K] extends { readonly at: Date } | null ? InJson<NonNullable<T[K]>> | null : T[K] };

/** JSON as PostgreSQL gives it back: every instant is a text. */
export type Stored<T> = T extends Date ? string : T extends CivilDate ? T : T extends object ? { readonly [K in keyof T]: Stored<T[K]> } : T;

/** A row of `ballots`: instants inside JSON come back as text. */
export interface BallotRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly session_id: string;
  readonly kind: Ballot['kind'];
  readonly title: string;
  readonly channel: Ballot['channel'];
  readonly electorate: Ballot['electorate'];
  readonly round: Ballot['round'];
  readonly follows: string | null;
  readonly descent: Ballot['descent'];
  readonly primary_of: string | null;
  readonly rerun_of: string | null;
  readonly state: Ballot['state'];
  readonly rules: Ballot['rules'];
  readonly preset: Ballot['preset'];
  readonly scale: Ballot['scale'];
  readonly choices: Ballot['choices'];
  readonly nominations: Ballot['nominations'];
  readonly officers: Ballot['officers'];
  readonly relatives: Ballot['relatives'];
  readonly codes_desk: Ballot['codesDesk'];
  readonly roll: number | null;
  readonly present: number | null;
  readonly issued: number | null;
  readonly issued_per_channel: Ballot['issuedPerChannel'];
  readonly at_opening: Ballot['atOpening'];
  readonly election_id: string | null;
  readonly desk: Ballot['desk'];
  readonly reconciliation: Ballot['reconciliation'];
  readonly hands: Ballot['hands'];
  readonly tally: Ballot['tally'];
  readonly signatures: readonly (Omit<Signature, 'at'> & { readonly at: string })[];
  readonly drawings: readonly InJson<Drawing>[];
  readonly decisions: readonly InJson<Decision>[];
  readonly appointments: readonly InJson<Appointment>[];
  readonly rehearses: string | null;
  readonly created_by: string;
  readonly created_at: Date;
  readonly opened_at: Date | null;
  readonly closed_at: Date | null;
  readonly declared_at: Date | null;
  readonly published_at: Date | null;
  readonly archived_at: Date | null;
  readonly approval: Stored<Ballot['approval']>;
  readonly posting: Stored<Ballot['posting']>;
  readonly objections: Ballot['objections'];
  readonly annulment: Stored<Ballot['annulment']>;
  readonly version: number;
}

/** The ballot that a row holds. */
export function toBallot(row: BallotRow): Ballot {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    sessionId: row.session_id,
    kind: row.kind,
    title: row.title,
    channel: row.channel,
    electorate: row.electorate,
    round: row.round,
    follows: row.follows,
    descent: row.descent,
    primaryOf: row.primary_of,
    rerunOf: row.rerun_of,
    state: row.state,
    rules: row.rules,
    preset: row.preset,
    scale: row.scale,
    choices: row.choices,
    nominations: row.nominations,
    officers: row.officers,
    relatives: row.relatives,
    codesDesk: row.codes_desk,
    roll: row.roll,
    present: row.present,
    issued: row.issued,
    issuedPerChannel: row.issued_per_channel,
    atOpening: row.at_opening,
    electionId: row.election_id,
    desk: { ...IDLE_DESK, ...row.desk }, // A ballot of before says nothing of what nobody could take back then.
    reconciliation: row.reconciliation,
    hands: row.hands,
    tally: row.tally,
    signatures: row.signatures.map((signature) => ({ ...signature, at: new Date(signature.at) })),
    drawings: row.drawings.map(toDrawing),
    decisions: row.decisions.map((decision) => ({ ...decision, at: new Date(decision.at) })),
    appointments: row.appointments.map(toAppointment),
    rehearses: row.rehearses,
    createdBy: row.created_by,
    createdAt: row.created_at,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    declaredAt: row.declared_at,
    publishedAt: row.published_at,
    archivedAt: row.archived_at,
    approval: row.approval && { ...row.approval, dueAt: new Date(row.approval.dueAt), answer: row.approval.answer && dated(row.approval.answer) },
    posting: row.posting && { ...row.posting, endsAt: new Date(row.posting.endsAt) },
    objections: row.objections,
    annulment: row.annulment && dated(row.annulment),
    version: row.version,
  };
}

/** The columns of a ballot, and their values in the same order. */
export function columnsOf(ballot: Ballot): readonly (readonly [column: string, value: unknown])[] {
  return [
    ['id', ballot.id],
    ['organisation_id', ballot.organisationId],
    ['session_id', ballot.sessionId],
    ['kind', ballot.kind],
    ['title', ballot.title],
    ['channel', ballot.channel],
    ['electorate', ballot.electorate],
    ['round', ballot.round],
    ['follows', ballot.follows],
    ['descent', json(ballot.descent)],
    ['primary_of', ballot.primaryOf],
    ['rerun_of', ballot.rerunOf],
    ['state', ballot.state],
    ['rules', JSON.stringify(ballot.rules)],
    ['preset', ballot.preset],
    ['scale', json(ballot.scale)],
    ['choices', JSON.stringify(ballot.choices)],
    ['nominations', json(ballot.nominations)],
    ['officers', JSON.stringify(ballot.officers)],
    ['relatives', JSON.stringify(ballot.relatives)],
    ['codes_desk', JSON.stringify(ballot.codesDesk)],
    ['roll', ballot.roll],
    ['present', ballot.present],
    ['issued', ballot.issued],
    ['issued_per_channel', json(ballot.issuedPerChannel)],
    ['at_opening', json(ballot.atOpening)],
    ['election_id', ballot.electionId],
    ['desk', JSON.stringify(ballot.desk)],
    ['reconciliation', json(ballot.reconciliation)],
    ['hands', json(ballot.hands)],
    ['tally', json(ballot.tally)],
    ['signatures', JSON.stringify(ballot.signatures)],
    ['drawings', JSON.stringify(ballot.drawings)],
    ['decisions', JSON.stringify(ballot.decisions)],
    ['appointments', JSON.stringify(ballot.appointments)],
    ['next_time', nextTime(ballot)],
    ['rehearses', ballot.rehearses],
    ['created_by', ballot.createdBy],
    ['created_at', ballot.createdAt],
    ['opened_at', ballot.openedAt],
    ['closed_at', ballot.closedAt],
    ['declared_at', ballot.declaredAt],
    ['published_at', ballot.publishedAt],
    ['archived_at', ballot.archivedAt],
    ['approval', json(ballot.approval)],
    ['posting', json(ballot.posting)],
    ['objections', JSON.stringify(ballot.objections)],
    ['annulment', json(ballot.annulment)],
    ['version', ballot.version],
  ];
}

const dated = <T extends { readonly at: string }>(stored: T): Omit<T, 'at'> & { readonly at: Date } => ({ ...stored, at: new Date(stored.at) });
const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

function toAppointment({ at, end, ...appointment }: InJson<Appointment>): Appointment {
  return { ...appointment, at: new Date(at), end: end && { ...end, at: new Date(end.at) } };
}

function toDrawing({ begunAt, drawn, voided, ...drawing }: InJson<Drawing>): Drawing {
  return { ...drawing, begunAt: new Date(begunAt), drawn: drawn && { ...drawn, at: new Date(drawn.at) }, voided: voided && { ...voided, at: new Date(voided.at) } };
}
