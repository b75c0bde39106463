import { Injectable } from '@nestjs/common';
import type { Office } from '@plenum/contracts';
import type { Queryable } from '@plenum/database';
import { Directory, type HeldOffice } from '@plenum/directory';
import type { Authority } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';

const OVERSEEING: readonly Office[] = ['PRESIDIUM', 'SECRETARIAT', 'LEADER_IN_CHARGE', 'OBSERVER'];
const HANDLING: readonly Office[] = ['UNIT_HANDLER', 'UNIT_HEAD'];

/** Who somebody is to a session's proposals, as the directory knows it at this moment: never remembered, never from the token. */
@Injectable()
export class Authorities {
  constructor(private readonly directory: Directory) {}

  /** The actor's seat and offices for a session of their own organisation. */
  async of(from: Queryable, actor: Actor, sessionId: string): Promise<Authority> {
    // One after another: a transaction has one connection, which takes one question at a time.
    const seat = await this.seatOf(from, actor.memberId, sessionId);
    const offices = await this.directory.officesOf(from, actor);
    const everHeld = await this.directory.officesEverOf(from, actor);
    const holds = (names: readonly Office[]) =>
      boundToNoUnit(offices).some((held) => names.includes(held.office) && (held.sessionId === null || held.sessionId === sessionId));
    return {
      memberId: actor.memberId,
      seat,
      reviews: holds(['PROPOSALS_COMMITTEE']),
      oversees: holds(OVERSEEING),
      handles: unitsHandledBy(offices),
      handled: unitsHandledBy(everHeld),
    };
  }

  /** The actor's seat alone: all that proposing and being invited ask for. */
  async seated(from: Queryable, memberId: string, sessionId: string): Promise<Authority> {
    return { memberId, seat: await this.seatOf(from, memberId, sessionId), reviews: false, oversees: false, handles: [], handled: [] };
  }

  /** What the actor's offices are, over all sessions: for lists, which no session narrows. */
  async offices(
    from: Queryable,
    actor: Actor,
  ): Promise<{ readonly handles: readonly string[]; readonly seesSubmitted: readonly (string | null)[] }> {
    const offices = await this.directory.officesOf(from, actor);
    const seeing = boundToNoUnit(offices).filter(({ office }) => office === 'PROPOSALS_COMMITTEE' || OVERSEEING.includes(office));
    return { handles: unitsHandledBy(offices), seesSubmitted: seeing.map(({ sessionId }) => sessionId) };
  }

  private async seatOf(from: Queryable, memberId: string, sessionId: string): Promise<Authority['seat']> {
    return (await this.directory.seat(from, memberId, sessionId))?.kind ?? null;
  }
}

/** A leader in charge of one unit oversees that unit's work, not the congress's. */
const boundToNoUnit = (offices: readonly HeldOffice[]): readonly HeldOffice[] => offices.filter(({ unitId }) => unitId === null);

/** A unit's people handle for that unit; an office that names no unit handles for none. */
function unitsHandledBy(offices: readonly Pick<HeldOffice, 'office' | 'unitId'>[]): readonly string[] {
  return offices.flatMap(({ office, unitId }) => (HANDLING.includes(office) && unitId !== null ? [unitId] : []));
}
