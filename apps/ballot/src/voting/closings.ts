import { Injectable } from '@nestjs/common';
import {
  assertAllowed,
  type Authority,
  type Ballot,
  type Change,
  CLOSE,
  close,
  type ClosingCount,
  combineChannels,
  hasSealed,
  signsIn,
} from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/database';
import { Presence } from '../presence/presence.js';
import { Sealing } from '../sealed/board/sealing.js';
import type { ChangeContext } from '../access/ballot-changes.js';
import { EntriesRepository } from '../storage/entries.repository.js';
import { RollRepository } from '../storage/roll.repository.js';

/** Closes a voting: the same for an organiser and for the clock. */
@Injectable()
export class Closings {
  constructor(
    private readonly entries: EntriesRepository,
    private readonly sealing: Sealing,
    private readonly rolls: RollRepository,
    private readonly presence: Presence,
  ) {}

  /**
   * What is in a sealed box the board says, whatever was told; on a mixed ballot `found` is of the paper alone. @throws what {@link close}
   * refuses
   */
  async close(ballot: Ballot, by: Authority, found: ClosingCount, { at, tx }: ChangeContext): Promise<Change> {
    const entries = await this.entries.entriesOf(tx, ballot.id);
    const there = await this.presentAtClose(tx, ballot);
    if (!hasSealed(ballot.channel)) return close(ballot, by, { ...found, ...there }, entries, at);
    assertAllowed(CLOSE, ballot, by);
    const sealed = await this.sealedFound(tx, ballot);
    return close(ballot, by, { ...(ballot.channel === 'mixed' ? combineChannels(sealed, found) : sealed), ...there }, entries, at);
  }

  /** Nothing where nobody signs in. */
  private async presentAtClose(tx: Transaction, ballot: Ballot): Promise<{ presentAtClose?: number }> {
    if (!signsIn(ballot.electorate)) return {};
    return { presentAtClose: await this.rolls.countAmong(tx, ballot.id, await this.presence.membersPresent(tx, ballot)) };
  }

  /** What the board says. Of a mixed ballot that is closed already only the paper can be put right: its board has ended. */
  private async sealedFound(tx: Transaction, ballot: Ballot): Promise<ClosingCount> {
    return ballot.reconciliation?.perChannel?.sealed ?? this.sealing.close(tx, ballot);
  }
}
