import type { CivilDate } from '@plenum/calendar';
import { AWAITING_REPLY, type ProposalState } from '@plenum/proposals-domain';
import type { Reach } from '../access/authorities.js';
import { type Bind, signature } from '../access/visible.js';
import type { PendingTaskMatter } from './pending-tasks.responses.js';

/** One kind of thing that proposals ask of somebody, as a condition on `proposals p` and `calls c`. */
export interface Duty {
  readonly matter: PendingTaskMatter;
  readonly where: string;
  /** The most urgent first. */
  readonly order: string;
  /** The last day, or the instant at which it is over. */
  readonly dueOn: string;
  readonly dueAt: string;
}

interface Asked {
  readonly bind: Bind;
  /** The place of the organisation's id. */
  readonly organisation: string;
  readonly now: Date;
  readonly today: CivilDate;
}

const NEVER = { dueOn: 'NULL::text', dueAt: 'NULL::timestamptz' };
const FEEDBACK_DUE_ON = "(p.replies -> -1 ->> 'feedbackDueOn')";
const OPEN: readonly ProposalState[] = [
  'SECONDING',
  'SUBMITTED',
  'RETURNED',
  'FILED',
  'SUGGESTION',
  'ASSIGNED',
  'IN_PROGRESS',
  'REPLIED',
  'RATED',
];

/** What somebody may owe: everybody as an author, and what their offices ask. */
export function dutiesOf(reach: Reach, asked: Asked): readonly Duty[] {
  return [...authorDuties(reach, asked), ...committeeDuties(reach, asked), ...unitDuties(reach, asked)].map((duty) => ({
    ...duty,
    where: `p.organisation_id = ${asked.organisation} AND ${duty.where}`,
  }));
}

function authorDuties({ memberId }: Reach, { bind, now, organisation }: Asked): readonly Duty[] {
  const [me, invited, signed, at] = [bind(memberId), bind(signature(memberId, 'INVITED')), bind(signature(memberId, 'SIGNED')), bind(now)];
  return [
    {
      matter: 'second',
      where: `p.signatures @> ${invited} AND (p.state = 'RETURNED' OR (p.state = 'SECONDING' AND c.opens_at <= ${at} AND c.closes_at > ${at}))`,
      order: 'c.closes_at, p.id',
      dueOn: NEVER.dueOn,
      dueAt: "CASE WHEN p.state = 'SECONDING' THEN c.closes_at END",
    },
    { matter: 'revise', where: `p.lead_proposer_id = ${me} AND p.state = 'RETURNED'`, order: 'p.submitted_at, p.id', ...NEVER },
    {
      matter: 'rate',
      where: `p.lead_proposer_id = ${me} AND p.state = 'REPLIED' AND p.track = 'PROPOSAL'`,
      order: `${FEEDBACK_DUE_ON}, p.id`,
      dueOn: FEEDBACK_DUE_ON,
      dueAt: NEVER.dueAt,
    },
    {
      matter: 'take-lead',
      where: `p.signatures @> ${signed} AND ${isLeadVacant(organisation)}`,
      order: 'p.created_at, p.id',
      ...NEVER,
    },
  ];
}

function committeeDuties({ reviews }: Reach, { bind, today, organisation }: Asked): readonly Duty[] {
  if (reviews.length === 0) return [];
  const inSession = reviews.includes(null) ? 'true' : `p.session_id = ANY(${bind(reviews)}::uuid[])`;
  const isSilent = `(p.track = 'SUGGESTION' OR ${FEEDBACK_DUE_ON} < ${bind(today)})`;
  return [
    { matter: 'review', where: `${inSession} AND p.state = 'SUBMITTED'`, order: 'p.submitted_at, p.id', ...NEVER },
    { matter: 'assign', where: `${inSession} AND p.state IN ('FILED', 'SUGGESTION')`, order: 'p.submitted_at, p.id', ...NEVER },
    {
      matter: 'close',
      where: `${inSession} AND (p.state = 'RATED' OR (p.state = 'REPLIED' AND ${isSilent}))`,
      order: 'p.submitted_at, p.id',
      ...NEVER,
    },
    {
      matter: 'take-lead',
      where: `${inSession} AND p.submitted_at IS NOT NULL AND ${isLeadVacant(organisation)} AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(p.signatures) s JOIN directory_members d ON d.id = (s ->> 'memberId')::uuid
        WHERE s ->> 'state' = 'SIGNED' AND d.active)`,
      order: 'p.created_at, p.id',
      ...NEVER,
    },
  ];
}

function unitDuties({ handles }: Reach, { bind }: Asked): readonly Duty[] {
  if (handles.length === 0) return [];
  return [
    {
      matter: 'reply',
      where: `p.lead_unit_id = ANY(${bind(handles)}::uuid[]) AND p.state IN (${inWords(AWAITING_REPLY)})`,
      order: 'p.due_on, p.id',
      dueOn: 'p.due_on',
      dueAt: NEVER.dueAt,
    },
  ];
}

const inWords = (states: readonly ProposalState[]): string => states.map((state) => `'${state}'`).join(', ');

const isLeadVacant = (organisation: string): string => `p.state IN (${inWords(OPEN)}) AND p.lead_proposer_id = ANY (ARRAY(
  SELECT d.id FROM directory_members d WHERE d.organisation_id = ${organisation} AND NOT d.active))`;
