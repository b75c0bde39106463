import type { Reach } from './authorities.js';
import type { Bind } from './visible.js';

/** The open requests `r` about proposals `p` that wait for an answer of the member: `partyTo` of the domain for many rows at once. */
export function owesAnswer({ memberId, handles, headsUnits, inCharge, reviews }: Reach, bind: Bind): string {
  const me = bind(memberId);
  const ways = [
    `(r.owed_by ->> 'who' = 'lead-proposer' AND p.lead_proposer_id = ${me})`,
    `(r.owed_by ->> 'who' = 'member' AND r.owed_by ->> 'memberId' = ${me}::text)`,
    ...(handles.length === 0 ? [] : [`(r.owed_by ->> 'who' = 'unit' AND r.owed_by ->> 'unitId' = ANY(${bind(handles)}::text[]))`]),
    ...(headsUnits.length === 0 ? [] : [`(r.owed_by ->> 'who' = 'head' AND r.owed_by ->> 'unitId' = ANY(${bind(headsUnits)}::text[]))`]),
    ...(inCharge.length === 0 ? [] : [`(r.owed_by ->> 'who' = 'leader' AND r.owed_by ->> 'unitId' = ANY(${bind(inCharge)}::text[]))`]),
    ...(reviews.length === 0 ? [] : [`(r.owed_by ->> 'who' = 'committee' AND ${ofSessions(reviews, bind)})`]),
  ];
  return `r.state = 'OPEN' AND (${ways.join(' OR ')})`;
}

const ofSessions = (sessionIds: readonly (string | null)[], bind: Bind): string =>
  sessionIds.includes(null) ? 'true' : `p.session_id = ANY(${bind(sessionIds)}::uuid[])`;
