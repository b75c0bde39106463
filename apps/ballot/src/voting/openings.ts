import { Injectable } from '@nestjs/common';
import { type Ballot, type Change, type PaperRegister, type Authority, hasSealed, keepsRegister, open } from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Presence } from '../presence/presence.js';
import { Sealing } from '../sealed/board/sealing.js';
import type { ChangeContext } from '../access/ballot-changes.js';
import { HoldingsRepository } from '../storage/desk/holdings.repository.js';
import { RollRepository } from '../storage/roll.repository.js';

/** Opens a voting: the same for an organiser and for the clock. */
@Injectable()
export class Openings {
  constructor(
    private readonly rolls: RollRepository,
    private readonly holdings: HoldingsRepository,
    private readonly presence: Presence,
    private readonly directory: Directory,
    private readonly sealing: Sealing,
  ) {}

  /**
   * `issued` is null where every one present got a paper; papers issued one by one, and sealed ones, were counted then. @throws what {@link
   * open} refuses
   */
  async open(ballot: Ballot, by: Authority, issued: number | null, { at, tx }: ChangeContext): Promise<Change> {
    const session = await this.directory.session(tx, ballot.sessionId);
    const presentMemberIds = await this.presence.membersPresent(tx, ballot);
    const present = await this.rolls.markPresent(tx, ballot.id, presentMemberIds);
    const sessionIsOpen = session?.openedAt != null && session.closedAt === null;
    const opening = { present, issued, sessionIsOpen, register: await this.register(tx, ballot, presentMemberIds) };
    if (opening.register) await this.holdings.freezePapers(tx, ballot.id);
    if (!hasSealed(ballot.channel)) return open(ballot, by, opening, at);
    const change = open(ballot, by, { ...opening, registration: await this.sealing.registration(tx, ballot, presentMemberIds) }, at);
    await this.sealing.open(tx, change.ballot, at);
    return change;
  }

  private async register(tx: Transaction, ballot: Ballot, presentMemberIds: readonly string[]): Promise<PaperRegister | null> {
    const holders = await this.holdings.paperHolders(tx, ballot.id);
    const there = new Set(presentMemberIds);
    return keepsRegister(ballot, holders.length) ? { holders: holders.length, left: holders.filter((id) => !there.has(id)) } : null;
  }
}
