import type { CivilDate } from '@plenum/calendar';
import { CLEARANCE_KINDS, type Reader } from '@plenum/proposals-domain';
import type { Reach } from '../access/authorities.js';
import { type Bind, inSessions, isOrWasOfUnit, isProposedBy, visibleTo } from '../access/visible.js';
import type { DeadlinesRequest } from './deadlines.requests.js';

/** Which of the days are looked for: from one on until another; or whatever is late. */
export type Stretch = { readonly from: CivilDate; readonly until: CivilDate } | 'overdue';

interface Asked {
  readonly request: DeadlinesRequest;
  readonly organisationId: string;
  readonly reach: Reach;
  readonly today: CivilDate;
  readonly bind: Bind;
}

/** Who looks after deadlines of all units; nothing of what is confidential to those who only oversee. */
const LOOKING_AFTER: readonly Reader[] = ['committee', 'oversight'];

/** What is owed by a day of its own in the table of deadlines. */
const MATTERS = ['reply', 'contact', 'feedback', 'commitment'] as const;

/**
 * What is owed in a stretch, as far as the reader is told: replies, talks with proposers and promises of what they may read; ratings to the
 * committee alone, and of no matter that a unit of theirs handles; what somebody was asked to the committee, and to the units that it is
 * about; what is asked about a draft to nobody who proposes it. Of each kind the first are taken by themselves, so that an index has them
 * in order.
 */
export function owedIn(stretch: Stretch, asked: Asked, limit: number): string {
  const { request, organisationId, reach, today, bind } = asked;
  const organisation = bind(organisationId);
  const isIn = daysIn(stretch, today, bind);
  const [deadlines, requests] = request.scope === 'board' ? ofBoard(reach, bind) : ofUnits(reach, bind);
  const unit = request.unitId ? bind(request.unitId) : null;
  const first = bind(limit);
  const ofDeadlines = MATTERS.map(
    (matter) => `
      (SELECT d.id, d.proposal_id AS "proposalId", d.matter, NULL AS request, d.round, d.due_on AS "dueOn", d.provisional,
        d.is_stopped AS "isStopped", d.unit_id AS "unitId", CASE WHEN d.matter = 'commitment' THEN d.subject_id END AS "commitmentId"
      FROM deadlines d JOIN proposals p ON p.id = d.proposal_id
      WHERE d.organisation_id = ${organisation} AND d.met_at IS NULL AND d.matter = ${bind(matter)}
        AND ${isIn('d.due_on', 'NOT d.is_stopped')} AND ${deadlines}${unit ? ` AND d.unit_id = ${unit}` : ''}
      ORDER BY d.due_on, d.id LIMIT ${first})`,
  );
  const ofRequests = `
      (SELECT r.id, r.proposal_id, 'request', r.kind, 1, r.due_on, false, false, (r.owed_by ->> 'unitId')::uuid, NULL
      FROM requests r JOIN proposals p ON p.id = r.proposal_id
      WHERE r.organisation_id = ${organisation} AND r.state = 'OPEN' AND ${isIn('r.due_on', 'true')} AND ${requests}
        AND NOT (r.kind = ANY(${bind(CLEARANCE_KINDS)}) AND ${isProposedBy(reach.memberId, bind)})
        ${unit ? `AND (r.owed_by ->> 'unitId')::uuid = ${unit}` : ''}
      ORDER BY r.due_on, r.id LIMIT ${first})`;
  return `SELECT o.*, p.subject, p.docket_no AS "docketNo",
      CASE WHEN o."unitId" IS NOT NULL THEN
        json_build_object('id', o."unitId", 'name', (SELECT u.name FROM directory_units u WHERE u.id = o."unitId"))
      END AS unit
    FROM (${[...ofDeadlines, ofRequests].join('\n      UNION ALL')}
    ) o JOIN proposals p ON p.id = o."proposalId"
    ORDER BY o."dueOn", o.id LIMIT ${first}`;
}

function daysIn(stretch: Stretch, today: CivilDate, bind: Bind): (dueOn: string, runs: string) => string {
  if (stretch === 'overdue') {
    const day = bind(today);
    return (dueOn, runs) => `${runs} AND ${dueOn} < ${day}`;
  }
  const [from, until] = [bind(stretch.from), bind(stretch.until)];
  return (dueOn) => `${dueOn} BETWEEN ${from} AND ${until}`;
}

function ofBoard(reach: Reach, bind: Bind): readonly [deadlines: string, requests: string] {
  const visible = visibleTo(reach, bind, LOOKING_AFTER);
  const ofCommittee = inSessions(reach.reviews, bind);
  return [
    `${visible} AND (d.matter <> 'feedback' OR (${ofCommittee} AND NOT ${isOrWasOfUnit(reach, bind)}))`,
    `${ofCommittee} AND p.submitted_at IS NOT NULL`,
  ];
}

function ofUnits({ handles, inCharge }: Reach, bind: Bind): readonly [deadlines: string, requests: string] {
  const units = `${bind([...handles, ...inCharge])}::uuid[]`;
  return [
    `d.matter <> 'feedback' AND d.unit_id = ANY(${units})`,
    `r.handling_id IN (SELECT h.id FROM handlings h WHERE h.lead_unit_id = ANY(${units}) OR h.assisting_unit_ids && ${units})`,
  ];
}
