import type { CivilDate } from '@plenum/calendar';
import { STATUS_WORDS, type StatusFacts, type StatusReader, type StatusSign, type StatusWord, statusWords } from '@plenum/proposals-domain';
import type { Reach } from '../access/authorities.js';
import { type Bind, inSessions, isOrWasOfUnit, isProposedBy } from '../access/visible.js';

/** What a row brings of which its words are made. */
export interface StatusRow {
  readonly status: Omit<StatusFacts, 'state'> & { readonly reader: StatusReader };
}

/** The words of a row, in the place of what they are made of. */
export function worded<Row extends StatusRow & Pick<StatusFacts, 'state'>>(row: Row, today: CivilDate) {
  const { status, ...shown } = row;
  return { ...shown, words: [...statusWords({ ...status, state: row.state }, status.reader, today)] };
}

/** What the words of a proposal `p` are made of, for somebody: the column `status` of a row. */
export function statusColumn(reach: Reach, bind: Bind): string {
  const isOwn = ownWork(reach, bind);
  return `json_build_object(
    'handlings', (SELECT coalesce(json_agg(h.state), '[]') FROM handlings h WHERE h.proposal_id = p.id),
    'requests', (SELECT coalesce(json_agg(json_build_object('kind', r.kind, 'isOwn', ${isOwn.request})), '[]')
      FROM requests r WHERE r.proposal_id = p.id AND r.state = 'OPEN'),
    'deadlines', (SELECT coalesce(json_agg(json_build_object('matter', d.matter, 'dueOn', d.due_on, 'remindOn', d.remind_on,
      'isStopped', d.is_stopped,
      'isOwn', ${isOwn.deadline})), '[]') FROM deadlines d WHERE d.proposal_id = p.id AND d.met_at IS NULL),
    'reader', json_build_object('isCommittee', ${inSessions(reach.reviews, bind)}, 'isOfUnit', ${isOrWasOfUnit(reach, bind)},
      'isProposer', ${isProposedBy(reach.memberId, bind)})
  ) AS status`;
}

/** The condition that a word holds for a proposal `p` and is told this reader: {@link STATUS_WORDS} of the domain for many rows at once. */
export function wordHolds(word: StatusWord, reach: Reach, bind: Bind, today: CivilDate): string {
  const { sign, toldTo } = STATUS_WORDS[word];
  if (toldTo === 'readers') return signed(sign, bind, today);
  const ofCommittee = inSessions(reach.reviews, bind);
  if (toldTo === 'raters') return `${ofCommittee} AND NOT ${isOrWasOfUnit(reach, bind)} AND ${signed(sign, bind, today)}`;
  const isOwn = ownWork(reach, bind);
  const told = signed(sign, bind, today, ` AND (${ofCommittee} OR ${sign.of === 'request' ? isOwn.request : isOwn.deadline})`);
  return toldTo === 'workers' ? `NOT ${isProposedBy(reach.memberId, bind)} AND ${told}` : told;
}

function signed(sign: StatusSign, bind: Bind, today: CivilDate, isTold = ''): string {
  switch (sign.of) {
    case 'matter':
      return `p.state = ANY(${bind(sign.states)})`;
    case 'handling':
      return `EXISTS (SELECT FROM handlings h WHERE h.proposal_id = p.id AND h.state = ANY(${bind(sign.states)}))`;
    case 'request':
      return `EXISTS (SELECT FROM requests r WHERE r.proposal_id = p.id AND r.state = 'OPEN'
        AND r.kind = ANY(${bind(sign.kinds)})${isTold})`;
    case 'deadline':
      return `EXISTS (SELECT FROM deadlines d WHERE d.proposal_id = p.id AND d.matter = ${bind(sign.matter)} AND d.met_at IS NULL
        ${RUNS[sign.runs](() => bind(today))}${isTold})`;
  }
}

/** How far a deadline `d` has run by a day; what nobody knows the day of has run nowhere. */
const RUNS = {
  'at-all': () => '',
  soon: (bound: () => string) => {
    const today = bound();
    return `AND NOT d.is_stopped AND d.due_on >= ${today} AND d.remind_on <= ${today}`;
  },
  over: (bound: () => string) => `AND NOT d.is_stopped AND d.due_on < ${bound()}`,
} as const;

/** Whether a question `r` is about the work of a unit of the reader's, or one of these owes a deadline `d`. */
function ownWork({ handles, inCharge }: Reach, bind: Bind): { readonly request: string; readonly deadline: string } {
  if (handles.length + inCharge.length === 0) return { request: 'false', deadline: 'false' };
  const units = `${bind([...handles, ...inCharge])}::uuid[]`;
  return {
    request: `EXISTS (SELECT FROM handlings h WHERE h.id = r.handling_id
      AND (h.lead_unit_id = ANY(${units}) OR h.assisting_unit_ids && ${units}))`,
    deadline: `coalesce(d.unit_id = ANY(${units}), false)`,
  };
}
