import { type CivilDate, plusDays } from '@plenum/calendar';
import { type DeadlineMatter, MATTER_STATES, type MatterState, proposalState, TAKE_LEAD } from '@plenum/proposals-domain';
import type { Reach } from '../access/authorities.js';
import { owesAnswer } from '../access/owed-requests.js';
import { type Bind, handledBy, inSessions, isAsked, isProposedBy, ofMerged } from '../access/visible.js';
import type { PendingTaskMatter } from './pending-tasks.responses.js';

/** One kind of thing that proposals ask of somebody, as conditions on `proposals p` and `calls c`. */
export interface Duty {
  readonly matter: PendingTaskMatter;
  /** The ways in which it may come to be asked. No proposal asks in two of them, and each is read in the order of an index. */
  readonly ways: readonly string[];
  /** The smallest first; of as urgent ones by id. */
  readonly urgency: string;
  /** The last day, or the instant at which it is over. */
  readonly dueOn: string;
  readonly dueAt: string;
  /** Where it is asked for by something else than the proposal: what stands for `proposals p LEFT JOIN calls c`. */
  readonly from?: string;
}

interface Asked {
  readonly bind: Bind;
  /** The place of the organisation's id. */
  readonly organisation: string;
  readonly now: Date;
  readonly today: CivilDate;
}

const NEVER = { dueOn: 'NULL::text', dueAt: 'NULL::timestamptz' };
/** By when something is owed on it that nobody has done yet: the first such day. */
const owedOn = (matter: DeadlineMatter): string =>
  `(SELECT min(d.due_on) FROM deadlines d WHERE d.proposal_id = p.id AND d.matter = '${matter}' AND d.met_at IS NULL)`;
/** Work that waits for nothing but its end. */
const TO_END = `SELECT h.proposal_id FROM handlings h WHERE h.state IN ('RATED', 'ESCALATED') OR (h.state = 'REPLIED'
  AND NOT EXISTS (SELECT FROM deadlines d WHERE d.subject_id = h.id AND d.matter = 'feedback' AND d.met_at IS NULL))`;

/** What somebody may owe: everybody as an author, and what their offices ask. */
export function dutiesOf(reach: Reach, asked: Asked): readonly Duty[] {
  return [
    ...authorDuties(reach, asked),
    ...headDuties(reach, asked),
    takingLead(reach, asked),
    ...committeeDuties(reach, asked),
    ...presidiumDuties(reach, asked),
    ...unitDuties(reach, asked),
    ...promiseDuties(reach, asked),
    answering(reach, asked),
  ].map((duty) => ({ ...duty, ways: duty.ways.map((way) => `p.organisation_id = ${asked.organisation} AND ${way}`) }));
}

function authorDuties({ memberId }: Reach, { bind, now, today }: Asked): readonly Duty[] {
  const [me, invited, at] = [bind(memberId), isAsked(memberId, bind, 'INVITED'), bind(now)];
  return [
    {
      matter: 'second',
      ways: [`${invited} AND (p.state = 'RETURNED' OR (p.state = 'SECONDING' AND c.opens_at <= ${at} AND c.closes_at > ${at}))`],
      urgency: 'c.closes_at',
      dueOn: NEVER.dueOn,
      dueAt: "CASE WHEN p.state = 'SECONDING' THEN nullif(c.closes_at, 'infinity') END",
    },
    { matter: 'revise', ways: [`p.lead_proposer_id = ${me} AND p.state = 'RETURNED'`], urgency: 'p.submitted_at', ...NEVER },
    {
      matter: 'consent-to-publish',
      ways: [`p.lead_proposer_id = ${me} AND p.confidential IS NULL AND p.id IN (SELECT b.id FROM publications b WHERE b.state = 'ASKED')`],
      urgency: 'p.submitted_at',
      ...NEVER,
    },
    {
      matter: 'rate',
      ways: [
        `p.id IN (SELECT d.proposal_id FROM deadlines d WHERE d.met_at IS NULL AND d.matter = 'feedback'
          AND d.due_on >= ${bind(today)} AND d.member_ids @> ARRAY[${me}::uuid])`,
      ],
      urgency: owedOn('feedback'),
      dueOn: owedOn('feedback'),
      dueAt: NEVER.dueAt,
    },
    {
      matter: 'explain',
      ways: [
        `p.id IN (SELECT d.proposal_id FROM deadlines d WHERE d.met_at IS NULL AND d.matter = 'explanation'
          AND d.member_ids @> ARRAY[${me}::uuid])`,
      ],
      urgency: owedOn('explanation'),
      dueOn: owedOn('explanation'),
      dueAt: NEVER.dueAt,
    },
  ];
}

/** What waits for the head of the delegation. */
function headDuties({ heads }: Reach, { bind }: Asked): readonly Duty[] {
  if (heads.length === 0) return [];
  const ways = [`p.state = 'ENDORSING' AND p.endorsement ->> 'delegationId' = ANY(${bind(heads)}::text[])`];
  const dueOn = "p.endorsement ->> 'dueOn'";
  return [{ matter: 'endorse', ways, urgency: dueOn, dueOn, dueAt: NEVER.dueAt }];
}

/**
 * Of a seconder; of whoever heads the delegation whose proposal it is since; of the committee where no other seconder is left, but not of
 * who is, or was, of a unit that handles it.
 */
function takingLead(reach: Reach, { bind, organisation }: Asked): Duty {
  const { memberId, reviews, handled, heads } = reach;
  const states = MATTER_STATES.filter((state) => TAKE_LEAD.from.includes(proposalState(state)));
  const isVacant = `p.state IN (${inWords(states)}) AND p.lead_proposer_id = ANY (ARRAY(
    SELECT d.id FROM directory_members d WHERE d.organisation_id = ${organisation} AND NOT d.active))`;
  const ofSeconder = `(${isAsked(memberId, bind, 'SIGNED')} OR ${ofMerged(memberId, bind)}) AND ${isVacant}`;
  const ofCommittee = (sessions: string) => `${sessions} AND p.submitted_at IS NOT NULL AND ${isVacant} AND NOT EXISTS (
    SELECT FROM signatures s JOIN directory_members d ON d.id = s.member_id
    WHERE s.proposal_id = p.id AND s.state = 'SIGNED' AND (d.active OR d.id = ${bind(memberId)}))
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(p.merged) g,
      jsonb_array_elements_text((g -> 'authorIds') || (g -> 'seconderIds')) signer JOIN directory_members d ON d.id = signer::uuid
      WHERE d.active OR d.id = ${bind(memberId)})
    AND NOT ${handledBy(handled, bind)}
    AND NOT EXISTS (SELECT FROM handlings h JOIN replies r ON r.handling_id = h.id
      WHERE h.proposal_id = p.id AND r.replied_by = ${bind(memberId)})`;
  const ofHead = () => `p.delegation_id = ANY(${bind(heads)}::uuid[]) AND p.lead_proposer_id <> ${bind(memberId)}
    AND p.state IN (${inWords(states)}) AND NOT (${ofSeconder})`;
  const ways = [
    ofSeconder,
    ...(heads.length === 0 ? [] : [ofHead()]),
    ...(reviews.length === 0 ? [] : [ofCommittee(inSessions(reviews, bind))]),
  ];
  return { matter: 'take-lead', ways, urgency: 'p.created_at', ...NEVER };
}

function committeeDuties({ reviews }: Reach, { bind, today }: Asked): readonly Duty[] {
  if (reviews.length === 0) return [];
  const submitted = `${inSessions(reviews, bind)} AND p.submitted_at IS NOT NULL`; // All of these were; the indexes hold no others.
  const isSilent = `(p.track = 'SUGGESTION' OR ${owedOn('feedback')} < ${bind(today)})`;
  const inState = (state: MatterState) => `${submitted} AND p.state = '${state}'`;
  const bySubmission = { urgency: 'p.submitted_at', ...NEVER };
  return [
    { matter: 'review', ways: [inState('SUBMITTED')], ...bySubmission },
    { matter: 'assign', ways: [inState('FILED'), inState('SUGGESTION')], ...bySubmission },
    {
      matter: 'close',
      ways: [
        inState('RATED'),
        inState('ESCALATED'),
        `${inState('REPLIED')} AND (${isSilent} OR p.id IN (${TO_END}))`,
        ...(['ASSIGNED', 'IN_PROGRESS'] as const).map((state) => `${inState(state)} AND p.id IN (${TO_END})`),
      ],
      ...bySubmission,
    },
  ];
}

/** What was left to the presidium, until it puts it before the congress or decides. */
function presidiumDuties({ presides }: Reach, { bind }: Asked): readonly Duty[] {
  if (presides.length === 0) return [];
  const isMotion = `(SELECT s.outcome FROM review_steps s WHERE s.proposal_id = p.id ORDER BY s.position DESC LIMIT 1) = 'MOTION'`;
  const waiting = `${inSessions(presides, bind)} AND p.submitted_at IS NOT NULL AND p.state = 'PRESIDIUM' AND NOT ${isMotion}`;
  return [{ matter: 'decide', ways: [waiting], urgency: 'p.submitted_at', ...NEVER }];
}

/** What a unit owes, of those of its people who do not propose the matter: nobody answers themselves. */
function unitDuties({ memberId, handles }: Reach, { bind }: Asked): readonly Duty[] {
  if (handles.length === 0) return [];
  const units = `${bind(handles)}::uuid[]`;
  return (['contact', 'reply'] as const).map((matter) => {
    const owed = `d.unit_id = ANY(${units}) AND d.matter = '${matter}' AND d.met_at IS NULL AND NOT d.is_stopped`;
    const mine = `(SELECT min(d.due_on) FROM deadlines d WHERE d.proposal_id = p.id AND ${owed})`;
    return {
      matter,
      ways: [`p.id IN (SELECT d.proposal_id FROM deadlines d WHERE ${owed}) AND NOT ${isProposedBy(memberId, bind)}`],
      urgency: mine,
      dueOn: mine,
      dueAt: NEVER.dueAt,
    };
  });
}

const SOON_DAYS = 30; // What was promised for a later day is no task of today.

/** Of a unit, what it promised and is due soon or past; of the committee, what units say is settled. One line a proposal. */
function promiseDuties({ handles, reviews }: Reach, { bind, organisation, today }: Asked): readonly Duty[] {
  const matter = (name: PendingTaskMatter, which: string): Duty => ({
    matter: name,
    ways: ['true'],
    urgency: 'k.due_on',
    dueOn: 'k.due_on',
    dueAt: NEVER.dueAt,
    from: `(SELECT k.proposal_id, min(k.due_on) AS due_on FROM commitments k WHERE k.organisation_id = ${organisation} AND ${which}
      GROUP BY k.proposal_id) k JOIN proposals p ON p.id = k.proposal_id`,
  });
  const unit = () => `k.state = 'OPEN' AND k.unit_id = ANY(${bind(handles)}::uuid[]) AND k.due_on <= ${bind(plusDays(today, SOON_DAYS))}`;
  const ofSessions = () => (reviews.includes(null) ? '' : ` AND k.session_id = ANY(${bind(reviews)}::uuid[])`);
  return [
    ...(handles.length === 0 ? [] : [matter('keep-promise', unit())]),
    ...(reviews.length === 0 ? [] : [matter('accept-promise', `k.state = 'REPORTED'${ofSessions()}`)]),
  ];
}

/** Whoever is asked owes an answer, until it is given. One line a proposal. */
function answering(reach: Reach, { bind, organisation }: Asked): Duty {
  const from = `(SELECT r.proposal_id, min(r.due_on) AS due_on FROM requests r JOIN proposals p ON p.id = r.proposal_id
    WHERE r.organisation_id = ${organisation} AND ${owesAnswer(reach, bind)} GROUP BY r.proposal_id) a
    JOIN proposals p ON p.id = a.proposal_id`;
  return { matter: 'answer-request', ways: ['true'], urgency: 'a.due_on', dueOn: 'a.due_on', dueAt: NEVER.dueAt, from };
}

const inWords = (states: readonly MatterState[]): string => states.map((state) => `'${state}'`).join(', ');
