import { Injectable } from '@nestjs/common';
import { type Access, type Ballot, hasSealed } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { AccountResetsRepository, type ListedAccountReset } from '../storage/desk/account-resets.repository.js';
import { DeskSignInsRepository } from '../storage/desk/desk-sign-ins.repository.js';

/** What is told with the names of everybody in it. */
export interface NamedAccess extends Access {
  readonly resets: readonly ListedAccountReset[];
  readonly names: ReadonlyMap<string, string>;
}

/**
 * By whose hand others could vote, or were there: told in the tally sheet and in the evidence; which first passwords were late, in the
 * sheet alone.
 */
@Injectable()
export class AccessToVote {
  constructor(
    private readonly accounts: AccountResetsRepository,
    private readonly signIns: DeskSignInsRepository,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /**
   * Of a ballot that is closed, it stays as it is: resets count until the opening, behind which nobody gets a credential, and sign-ins
   * until the close.
   */
  async accessOf(ballot: Ballot): Promise<NamedAccess> {
    const told = hasSealed(ballot.channel) ? await this.accounts.onRoll(this.database, ballot) : [];
    const resets = told.filter(({ at }) => ballot.openedAt !== null && at <= ballot.openedAt);
    const deskSignIns = await this.signIns.onRoll(this.database, ballot);
    const people = new Set(
      [
        ...resets.flatMap(({ memberId, madeBy, confirmedBy }) => [memberId, madeBy, confirmedBy]),
        ...deskSignIns.flatMap(({ memberId, madeBy }) => [memberId, madeBy]),
      ].filter((id) => id !== null),
    );
    const names = new Map((await this.directory.membersByIds(this.database, [...people])).map(({ id, name }) => [id, name]));
    return { resets, deskSignIns, names };
  }
}
