import { Injectable } from '@nestjs/common';
import type { Ballot } from '@plenum/ballot-domain';
import type { Queryable } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { RollRepository } from '../storage/roll.repository.js';

/** Who is there for a ballot, as the session's attendance has it at this moment. */
@Injectable()
export class Presence {
  constructor(
    private readonly directory: Directory,
    private readonly rolls: RollRepository,
  ) {}

  /**
   * The members who are there. Nobody signs in where the whole staff or the heads of delegations are asked: who is on the roll
   * is reached. The elected of a committee
   * sign in to the session like everybody, whatever their seat in it is.
   */
  async membersPresent(
    from: Queryable,
    { id, electorate, sessionId }: Pick<Ballot, 'id' | 'electorate' | 'sessionId'>,
  ): Promise<readonly string[]> {
    switch (electorate) {
      case 'staff':
      case 'heads':
        return this.rolls.memberIds(from, id);
      case 'elected':
        return this.directory.presentAmong(from, sessionId, await this.rolls.memberIds(from, id));
      case 'delegates':
        return (await this.directory.attendance(from, sessionId)).presentMemberIds;
    }
  }
}
