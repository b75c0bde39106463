import { Injectable } from '@nestjs/common';
import { type Ballot, type Change, type Standing, hasSealed, open } from '@plenum/ballot-domain';
import { Directory } from '@plenum/directory';
import { Presence } from '../access/presence.js';
import { Sealing } from '../sealed/sealing.js';
import type { Surroundings } from '../storage/ballot.repository.js';
import { RollRepository } from '../storage/roll.repository.js';

/** Opens a voting: the same for an organiser and for the clock. */
@Injectable()
export class Openings {
  constructor(
    private readonly rolls: RollRepository,
    private readonly directory: Directory,
    private readonly sealing: Sealing,
    private readonly presence: Presence,
  ) {}

  /** `issued` is null where every one present got a paper. @throws what {@link open} refuses */
  async open(ballot: Ballot, by: Standing, issued: number | null, { at, tx }: Surroundings): Promise<Change> {
    const session = await this.directory.session(tx, ballot.sessionId);
    const presentMemberIds = await this.presence.of(tx, ballot);
    const present = await this.rolls.markPresent(tx, ballot.id, presentMemberIds);
    const sessionIsOpen = session?.openedAt != null && session.closedAt === null;
    const opening = { present, issued, sessionIsOpen };
    if (!hasSealed(ballot.channel)) return open(ballot, by, opening, at);
    const change = open(ballot, by, { ...opening, registration: await this.sealing.registration(tx, ballot, presentMemberIds) }, at);
    await this.sealing.open(tx, change.ballot, at);
    return change;
  }
}
