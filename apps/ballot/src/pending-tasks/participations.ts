import { Injectable } from '@nestjs/common';
import {
  type Ballot,
  thresholdTrusteesOf,
  Entries,
  hasPaper,
  hasSealed,
  isOfficer,
  type Participation,
  type Authority,
  WrittenNames,
} from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Presence } from '../presence/presence.js';
import { KeyMaking } from '../sealed/ceremony/key-making.js';
import { BoardRepository } from '../storage/sealed/board.repository.js';
import { EntriesRepository } from '../storage/entries.repository.js';
import { HoldingsRepository } from '../storage/desk/holdings.repository.js';
import { RollRepository } from '../storage/roll.repository.js';
import { WrittenNamesRepository } from '../storage/written-names.repository.js';

const NO_PART: Participation = {
  mayReceive: false,
  holdsSealedPaper: false,
  keyMissing: false,
  shareMissing: false,
  entries: new Entries(),
  names: new WrittenNames(),
};

/** Looks up one person's part in a ballot, and of it only what the state of the ballot makes somebody's business. */
@Injectable()
export class Participations {
  constructor(
    private readonly rolls: RollRepository,
    private readonly holdings: HoldingsRepository,
    private readonly presence: Presence,
    private readonly making: KeyMaking,
    private readonly boards: BoardRepository,
    private readonly entries: EntriesRepository,
    private readonly names: WrittenNamesRepository,
    private readonly database: Database,
  ) {}

  async partOf(ballot: Ballot, by: Authority): Promise<Participation> {
    const sealed = hasSealed(ballot.channel);
    switch (ballot.state) {
      case 'RULES_ADOPTED':
      case 'NOMINATION':
        return { ...NO_PART, keyMissing: sealed && (await this.keyMissing(ballot, by)) };
      case 'ROLL_FROZEN':
        return sealed
          ? { ...NO_PART, keyMissing: await this.keyMissing(ballot, by), mayReceive: await this.mayReceive(ballot, by) }
          : NO_PART;
      case 'OPEN':
        return {
          ...NO_PART,
          holdsSealedPaper: sealed && (await this.holdings.holdingOf(this.database, ballot.id, by.memberId)) === 'credential',
        };
      case 'CLOSED':
        return { ...(await this.paper(ballot, by)), shareMissing: sealed && (await this.shareMissing(ballot, by)) };
      case 'TALLIED':
        return this.paper(ballot, by);
      default:
        return NO_PART;
    }
  }

  private async keyMissing(ballot: Ballot, by: Authority): Promise<boolean> {
    return isOfficer(ballot, by, 'SCRUTINEER') && (await this.making.keysOf(this.database, ballot)).missing.includes(by.memberId);
  }

  private async mayReceive(ballot: Ballot, { memberId }: Authority): Promise<boolean> {
    if ((await this.rolls.placeOf(this.database, ballot.id, memberId)) === null) return false;
    if ((await this.holdings.holdingOf(this.database, ballot.id, memberId)) !== null) return false;
    return (await this.presence.membersPresent(this.database, ballot)).includes(memberId);
  }

  /** The box waits for as many shares as the rules say, and for none more. */
  private async shareMissing(ballot: Ballot, by: Authority): Promise<boolean> {
    if (!isOfficer(ballot, by, 'SCRUTINEER')) return false;
    const election = await this.boards.election(this.database, ballot.id, ballot.organisationId);
    const given = await this.boards.owners(this.database, ballot.id);
    const seat = (election?.owners.indexOf(by.memberId) ?? -1) + 1;
    return seat > 0 && !given.includes(seat) && given.length < thresholdTrusteesOf(ballot).needed;
  }

  private async paper(ballot: Ballot, by: Authority): Promise<Participation> {
    if (!hasPaper(ballot.channel) || !isOfficer(ballot, by, 'SCRUTINEER', 'TELLER')) return NO_PART;
    const [entries, names] = [await this.entries.entriesOf(this.database, ballot.id), await this.names.namesOf(this.database, ballot.id)];
    return { ...NO_PART, entries, names };
  }
}
