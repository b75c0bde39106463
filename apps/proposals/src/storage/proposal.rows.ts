import { isStopped, WorkingCalendar } from '@plenum/calendar';
import type { DirectoryCalendar } from '@plenum/directory';
import {
  AWAITING_REPLY,
  type CallTargets,
  type CallWindow,
  DEFAULT_SETTINGS,
  type Handling,
  type ProposalMatter,
  matterState,
  type MatterState,
  type Proposal,
  type ProposalSettings,
  proposalState,
  type ReviewStep,
  speakingHandling,
} from '@plenum/proposals-domain';
import { type SignatureRow, toSignature } from './parts/signature.rows.js';
import type { StoredJson } from './parts/stored-json.js';

/** A row of `proposals`, with the rows of its parts. */
export interface ProposalRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly session_id: string;
  readonly call_id: string;
  readonly lead_proposer_id: string;
  readonly delegation_id: string | null;
  readonly subject: string;
  readonly grounds: string;
  readonly measures: string;
  readonly category: string | null;
  readonly suggested_unit_id: string | null;
  readonly paper: StoredJson<Proposal['paper']>;
  readonly text_number: number;
  readonly text_version: number;
  readonly text_by: string;
  readonly text_at: Date;
  /** Of the matter. */
  readonly state: MatterState;
  readonly track: Proposal['track'];
  readonly signatures: readonly SignatureRow[];
  readonly submitted_at: Date | null;
  readonly endorsement: StoredJson<Proposal['endorsement']>;
  readonly exclusions_confirmed: StoredJson<Proposal['exclusionsConfirmed']>;
  readonly late: boolean;
  readonly receipt_no: number | null;
  readonly docket_no: string | null;
  readonly lead_unit_id: string | null;
  readonly withdrawal: StoredJson<Proposal['withdrawal']>;
  readonly confidential: StoredJson<Proposal['confidential']>;
  readonly merged: Proposal['merged'];
  readonly merged_into: StoredJson<Proposal['mergedInto']>;
  readonly created_at: Date;
  readonly version: number;
}

/** A row of `calls`, under names of its own so that it can stand beside a proposal's. */
export interface CallRow {
  readonly call_id: string;
  readonly call_organisation_id: string;
  readonly call_session_id: string;
  readonly opens_at: Date;
  /** As the driver reads an instant; `Infinity` where there is no end. */
  readonly closes_at: Date | number;
  readonly themes: readonly string[];
  readonly exclusions: readonly string[];
  readonly targets: CallTargets;
  /** As it was opened; what was no setting then is the default. */
  readonly settings: Partial<ProposalSettings>;
  readonly call_version: number;
}

/** A row of `directory_calendars`; nulls where the organisation set none. */
export interface CalendarRow {
  readonly zone: string | null;
  readonly days_off: readonly string[] | null;
  readonly working_days: readonly string[] | null;
}

/** The columns of {@link CallRow}, from `calls c`. */
export const CALL_COLUMNS =
  'c.id AS call_id, c.organisation_id AS call_organisation_id, c.session_id AS call_session_id, c.opens_at, c.closes_at, c.themes, c.exclusions, c.targets, c.settings, c.version AS call_version';

/** The proposal that a row holds, with what is kept in tables of its own. */
export function toProposal(row: ProposalRow, reviewSteps: readonly ReviewStep[]): Proposal {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    sessionId: row.session_id,
    callId: row.call_id,
    leadProposerId: row.lead_proposer_id,
    delegationId: row.delegation_id,
    content: {
      subject: row.subject,
      grounds: row.grounds,
      measures: row.measures,
      category: row.category,
      suggestedUnitId: row.suggested_unit_id,
    },
    paper: row.paper && dated(row.paper),
    text: { number: row.text_number, version: row.text_version, by: row.text_by, at: row.text_at },
    state: proposalState(row.state),
    track: row.track,
    signatures: row.signatures.map(toSignature),
    submittedAt: row.submitted_at,
    endorsement: row.endorsement && endorsementIn(row.endorsement),
    exclusionsConfirmed: row.exclusions_confirmed && dated(row.exclusions_confirmed),
    late: row.late,
    receiptNo: row.receipt_no,
    docketNo: row.docket_no,
    reviewSteps,
    withdrawal: row.withdrawal && dated(row.withdrawal),
    confidential: row.confidential && dated(row.confidential),
    merged: row.merged,
    mergedInto: row.merged_into && dated(row.merged_into),
    isAssigned: row.lead_unit_id !== null,
    createdAt: row.created_at,
    version: row.version,
  };
}

/** Whether there is work on what a row holds: a unit is named in it for the lists. */
export const isHandled = ({ lead_unit_id }: ProposalRow): boolean => lead_unit_id !== null;

/** A matter as it is written, and as the audit trail has it: under the state that people call it by. How it was rated is in neither. */
export interface KeptMatter extends Omit<Proposal, 'state'> {
  readonly state: MatterState;
  readonly handlings: readonly Handling[];
}

/** A matter as it is written. */
export const keptMatter = (matter: ProposalMatter): KeptMatter => ({
  ...matter.proposal,
  state: matterState(matter),
  handlings: matter.handlings,
});

/** The columns of a proposal that are written, and their values in the same order. */
export function columnsOf(proposal: KeptMatter): readonly (readonly [column: string, value: unknown])[] {
  const { content, text, handlings } = proposal;
  const speaks = speakingHandling(handlings);
  const awaited = handlings
    .filter(({ state, due }) => AWAITING_REPLY.includes(state) && !isStopped(due))
    .flatMap(({ due }) => due.dueOn ?? []);
  return [
    ['id', proposal.id],
    ['organisation_id', proposal.organisationId],
    ['session_id', proposal.sessionId],
    ['call_id', proposal.callId],
    ['lead_proposer_id', proposal.leadProposerId],
    ['delegation_id', proposal.delegationId],
    ['subject', content.subject],
    ['grounds', content.grounds],
    ['measures', content.measures],
    ['category', content.category],
    ['suggested_unit_id', content.suggestedUnitId ?? null],
    ['paper', json(proposal.paper)],
    ['text_number', text.number],
    ['text_version', text.version],
    ['text_by', text.by],
    ['text_at', text.at],
    ['state', proposal.state],
    ['track', proposal.track],
    ['submitted_at', proposal.submittedAt],
    ['endorsement', json(proposal.endorsement)],
    ['exclusions_confirmed', json(proposal.exclusionsConfirmed)],
    ['late', proposal.late],
    ['receipt_no', proposal.receiptNo],
    ['docket_no', proposal.docketNo],
    ['lead_unit_id', speaks?.leadUnitId ?? null],
    ['due_on', speaks?.due.dueOn ?? null],
    ['awaited_on', awaited.sort()[0] ?? null],
    ['withdrawal', json(proposal.withdrawal)],
    ['confidential', json(proposal.confidential)],
    ['merged', JSON.stringify(proposal.merged)],
    ['merged_into', json(proposal.mergedInto)],
    ['created_at', proposal.createdAt],
    ['version', proposal.version],
  ];
}

/** The call that a row holds. */
export function toCall(row: CallRow): CallWindow {
  return {
    id: row.call_id,
    organisationId: row.call_organisation_id,
    sessionId: row.call_session_id,
    opensAt: row.opens_at,
    closesAt: row.closes_at instanceof Date ? row.closes_at : null,
    themes: row.themes,
    exclusions: row.exclusions,
    targets: row.targets,
    settings: { ...DEFAULT_SETTINGS, ...row.settings },
    version: row.call_version,
  };
}

/** The calendar of an organisation; where it set none, the public one in Shanghai. */
export function toCalendar({ zone, days_off, working_days }: CalendarRow): WorkingCalendar {
  return calendarOf(zone === null ? {} : { zone, daysOff: days_off ?? [], workingDays: working_days ?? [] });
}

/** The same of what the directory knows. */
export const calendarOf = (overrides: DirectoryCalendar): WorkingCalendar => new WorkingCalendar(overrides);

const endorsementIn = (stored: NonNullable<ProposalRow['endorsement']>): Proposal['endorsement'] => ({
  ...stored,
  firstAskedAt: new Date(stored.firstAskedAt),
  at: stored.at === null ? null : new Date(stored.at),
});
const dated = <T extends { readonly at: string }>(stored: T): Omit<T, 'at'> & { readonly at: Date } => ({
  ...stored,
  at: new Date(stored.at),
});
const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));
