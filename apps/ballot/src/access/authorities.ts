import { Injectable } from '@nestjs/common';
import type { Authority } from '@plenum/ballot-domain';
import type { Office } from '@plenum/contracts';
import type { Queryable } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';

/** Who prepares and leads a vote: presidium and secretariat. */
const ORGANISING: readonly Office[] = ['PRESIDIUM', 'SECRETARIAT'];

/** Who somebody is to a session's ballots, as the directory knows it at this moment: never remembered, never from the token. */
@Injectable()
export class Authorities {
  constructor(private readonly directory: Directory) {}

  async authorityIn(from: Queryable, actor: Actor, sessionId: string): Promise<Authority> {
    const organises = await this.directory.holdsOffice(from, actor, ORGANISING, { sessionId });
    return { memberId: actor.memberId, organises };
  }

  /** The sessions that the actor organises, for lists; null stands for all of the organisation. */
  async organisedSessions(from: Queryable, actor: Actor): Promise<readonly (string | null)[]> {
    const offices = await this.directory.officesOf(from, actor);
    return offices.filter(({ office }) => ORGANISING.includes(office)).map(({ sessionId }) => sessionId);
  }
}
