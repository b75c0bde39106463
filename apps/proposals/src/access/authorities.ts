import { Injectable } from '@nestjs/common';
import type { Office } from '@plenum/contracts';
import type { Queryable } from '@plenum/database';
import { Directory, type HeldOffice } from '@plenum/directory';
import { type Proposal, type Authority, cosignersOf, jointProposersOf } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';

const OVERSEEING: readonly Office[] = ['PRESIDIUM', 'SECRETARIAT', 'LEADER_IN_CHARGE', 'OBSERVER'];
const HANDLING: readonly Office[] = ['UNIT_HANDLER', 'UNIT_HEAD'];
const HEADING: readonly Office[] = ['UNIT_HEAD'];
const LEADING: readonly Office[] = ['LEADER_IN_CHARGE'];

/** What somebody is to the proposals of all sessions: for lists, which no session narrows. */
export interface Reach {
  readonly memberId: string;
  /** The units for which the member handles. */
  readonly handles: readonly string[];
  /** Those of them that the member heads. */
  readonly headsUnits: readonly string[];
  /** The units whose leader in charge the member is. */
  readonly inCharge: readonly string[];
  /** Where the member is of the committee or oversees: these sessions, or with null among them all of the organisation. */
  readonly offices: readonly (string | null)[];
  /** Where the member oversees: these sessions, or with null all. */
  readonly overseen: readonly (string | null)[];
  /** Where the committee's work is the member's: these sessions, or with null all. */
  readonly reviews: readonly (string | null)[];
  /** Where the presidium's work is the member's: these sessions, or with null all. */
  readonly presides: readonly (string | null)[];
  /** Of a member of the committee: the units that they handle for or are in charge of, or did at any time. */
  readonly handled: readonly string[];
  /** The delegations that the member heads, of all sessions. */
  readonly heads: readonly string[];
  /** The sessions in which the member has a seat. */
  readonly seats: readonly string[];
  /** The sessions after which the member has a seat in another. */
  readonly earlier: readonly string[];
}

const SITS_LATER = `SELECT 1 FROM directory_sessions asked
  JOIN directory_sessions later ON later.organisation_id = asked.organisation_id
    AND (later.term_no, later.session_no) > (asked.term_no, asked.session_no)
  JOIN directory_seats s ON s.session_id = later.id AND s.member_id = $1 AND s.seated
  WHERE asked.id = $2 LIMIT 1`;
const SEATS = `SELECT t.id, s.member_id IS NOT NULL AS "isSeat" FROM directory_sessions t
  LEFT JOIN directory_seats s ON s.session_id = t.id AND s.member_id = $1 AND s.seated
  WHERE t.organisation_id = $2 AND (s.member_id IS NOT NULL OR (t.term_no, t.session_no) < ANY (
    SELECT o.term_no, o.session_no FROM directory_sessions o JOIN directory_seats os ON os.session_id = o.id
    WHERE os.member_id = $1 AND os.seated AND o.organisation_id = $2))`;

const SEAT_UNDER_CALL = `SELECT s.kind FROM calls c JOIN directory_seats s ON s.session_id = c.session_id AND s.member_id = $1 AND s.seated
  WHERE c.id = $2`;

const HEADED = `SELECT id FROM directory_delegations WHERE head_member_id = $1 AND organisation_id = $2`;

const EARLIER = `SELECT DISTINCT earlier.id FROM directory_sessions earlier JOIN directory_sessions own
  ON own.organisation_id = earlier.organisation_id AND (earlier.term_no, earlier.session_no) < (own.term_no, own.session_no)
  WHERE own.id = ANY($1)`;

/** Who somebody is to a session's proposals, as the directory knows it at this moment: never remembered, never from the token. */
@Injectable()
export class Authorities {
  constructor(private readonly directory: Directory) {}

  /** How the actor stands to a proposal of their own organisation. */
  async towards(from: Queryable, actor: Actor, proposal: Proposal): Promise<Authority> {
    // Who leads it and asks for something has not left; whether others have matters to them where others propose it or may rate it too.
    const others = proposal.state === 'ACCEPTED' ? cosignersOf(proposal) : jointProposersOf(proposal);
    const isAlone = proposal.leadProposerId === actor.memberId && others.length === 0;
    const [authority, heads, gone] = await Promise.all([
      this.authorityIn(from, actor, proposal.sessionId),
      this.headedOf(from, actor, [proposal.delegationId, proposal.endorsement?.delegationId]),
      isAlone ? [] : this.goneOf(from, proposal),
    ]);
    return { ...authority, heads, gone };
  }

  /** The actor's seat and offices for a session of their own organisation. */
  async authorityIn(from: Queryable, actor: Actor, sessionId: string): Promise<Authority> {
    const [seat, offices, everHeld] = await Promise.all([
      this.seatOf(from, actor.memberId, sessionId),
      this.directory.officesOf(from, actor),
      this.directory.officesEverOf(from, actor),
    ]);
    const later = seat === null ? await from.query(SITS_LATER, [actor.memberId, sessionId]) : [];
    const holds = (names: readonly Office[]) =>
      boundToNoUnit(offices).some((held) => names.includes(held.office) && (held.sessionId === null || held.sessionId === sessionId));
    const reviews = holds(['PROPOSALS_COMMITTEE']) || (await this.succeeds(from, offices, sessionId));
    return {
      memberId: actor.memberId,
      seat,
      sitsLater: later.length > 0,
      reviews,
      presides: holds(['PRESIDIUM']),
      oversees: holds(OVERSEEING),
      handles: unitsOf(offices, HANDLING),
      headsUnits: unitsOf(offices, HEADING),
      inCharge: unitsOf(offices, LEADING),
      handled: unitsOf(everHeld, [...HANDLING, ...LEADING]),
      heads: [],
      gone: [],
    };
  }

  /** The delegation of the session that the actor heads; null where there is none. */
  async headedIn(from: Queryable, actor: Actor, sessionId: string): Promise<string | null> {
    const headed = await this.directory.delegations(from, sessionId);
    return headed.find(({ headMemberId }) => headMemberId === actor.memberId)?.id ?? null;
  }

  /** The actor's seat alone, in the session of a call: all that proposing asks for. */
  async seatedUnder(from: Queryable, memberId: string, callId: string): Promise<Authority> {
    const [seat] = await from.query<{ kind: NonNullable<Authority['seat']> }>(SEAT_UNDER_CALL, [memberId, callId]);
    return seatedAs(memberId, seat?.kind ?? null);
  }

  /** What the actor's seats and offices are, over all sessions. */
  async reach(from: Queryable, actor: Actor): Promise<Reach> {
    const offices = await this.directory.officesOf(from, actor);
    const sessions = (await from.query(SEATS, [actor.memberId, actor.organisationId])) as { id: string; isSeat: boolean }[];
    const ofCongress = boundToNoUnit(offices);
    const own = ofCongress.filter(({ office }) => office === 'PROPOSALS_COMMITTEE').map(({ sessionId }) => sessionId);
    const reviews = [...new Set([...own, ...(await this.earlierThan(from, own))])];
    const overseen = ofCongress.filter(({ office }) => OVERSEEING.includes(office)).map(({ sessionId }) => sessionId);
    return {
      memberId: actor.memberId,
      handles: unitsOf(offices, HANDLING),
      headsUnits: unitsOf(offices, HEADING),
      inCharge: unitsOf(offices, LEADING),
      offices: [...new Set([...reviews, ...overseen])],
      overseen,
      reviews,
      presides: ofCongress.filter(({ office }) => office === 'PRESIDIUM').map(({ sessionId }) => sessionId),
      handled: reviews.length === 0 ? [] : unitsOf(await this.directory.officesEverOf(from, actor), [...HANDLING, ...LEADING]),
      heads: (await from.query<{ id: string }>(HEADED, [actor.memberId, actor.organisationId])).map(({ id }) => id),
      seats: sessions.filter(({ isSeat }) => isSeat).map(({ id }) => id),
      earlier: sessions.filter(({ isSeat }) => !isSeat).map(({ id }) => id),
    };
  }

  /** Whether a committee is that of a later session: what an earlier one left is looked after by who comes after it. */
  private async succeeds(from: Queryable, offices: readonly HeldOffice[], sessionId: string): Promise<boolean> {
    const own = boundToNoUnit(offices).flatMap((held) => (held.office === 'PROPOSALS_COMMITTEE' ? [held.sessionId] : []));
    return (await this.earlierThan(from, own)).includes(sessionId);
  }

  /** The sessions before any of these, of the same organisation. */
  private async earlierThan(from: Queryable, sessionIds: readonly (string | null)[]): Promise<readonly string[]> {
    const named = sessionIds.filter((id) => id !== null);
    if (named.length === 0) return [];
    return (await from.query<{ id: string }>(EARLIER, [named])).map(({ id }) => id);
  }

  private async goneOf(from: Queryable, proposal: Proposal): Promise<readonly string[]> {
    const members = await this.directory.membersByIds(from, [proposal.leadProposerId, ...cosignersOf(proposal)]);
    return members.filter(({ active }) => !active).map(({ id }) => id);
  }

  /** Which of these delegations the actor heads; of most proposals there are none to ask for. */
  private async headedOf(
    from: Queryable,
    { memberId, organisationId }: Actor,
    of: readonly (string | null | undefined)[],
  ): Promise<readonly string[]> {
    const asked = of.filter((id) => typeof id === 'string');
    if (asked.length === 0) return [];
    const headed = await from.query<{ id: string }>(`${HEADED} AND id = ANY($3)`, [memberId, organisationId, asked]);
    return headed.map(({ id }) => id);
  }

  private async seatOf(from: Queryable, memberId: string, sessionId: string): Promise<Authority['seat']> {
    return (await this.directory.seat(from, memberId, sessionId))?.kind ?? null;
  }
}

/** Somebody with this seat and nothing else. */
export const seatedAs = (memberId: string, seat: Authority['seat']): Authority => ({
  memberId,
  seat,
  sitsLater: false,
  reviews: false,
  presides: false,
  oversees: false,
  handles: [],
  headsUnits: [],
  inCharge: [],
  handled: [],
  heads: [],
  gone: [],
});

/** A leader in charge of one unit oversees that unit's work, not the congress's. */
const boundToNoUnit = (offices: readonly HeldOffice[]): readonly HeldOffice[] => offices.filter(({ unitId }) => unitId === null);

/** The units of these offices; an office that names no unit is of none. */
function unitsOf(held: readonly Pick<HeldOffice, 'office' | 'unitId'>[], names: readonly Office[]): readonly string[] {
  return held.flatMap(({ office, unitId }) => (names.includes(office) && unitId !== null ? [unitId] : []));
}
