import { Injectable } from '@nestjs/common';
import { BallotErrors, type Ballot, type NameStatement } from '@plenum/ballot-domain';
import type { Queryable } from '@plenum/database';
import { Directory, type DirectoryMember } from '@plenum/directory';
import { MalformedError } from '@plenum/kernel';
import type { NameRequest } from './paper-desk.requests.js';

/** Reads whom an officer says that a name means, and what that person is called in the result. */
@Injectable()
export class NameStatements {
  constructor(private readonly directory: Directory) {}

  /**
   * @throws MalformedError unless exactly one person is named; `ballot.person-unknown` for nobody of the organisation,
   * `ballot.candidate-ineligible` for who is said to be eligible and has no vote (R21)
   */
  async read(
    from: Queryable,
    { organisationId, choices }: Ballot,
    { name, memberId = null, candidateId = null, canonical = null, eligible }: NameRequest,
  ): Promise<NameStatement> {
    const named = [memberId, candidateId, canonical].filter((person) => person !== null);
    if (named.length !== 1) throw new MalformedError([{ field: 'memberId', reason: 'not-one-person' }]);
    const label =
      candidateId !== null
        ? choices.find(({ id }) => id === candidateId)?.label
        : memberId !== null
          ? await this.labelOf(from, organisationId, memberId, eligible)
          : canonical?.trim();
    if (!label) throw BallotErrors.personUnknown();
    return { name: name.trim(), memberId, candidateId, label, eligible };
  }

  /** Two of one name are told apart by their staff numbers. */
  private async labelOf(from: Queryable, organisationId: string, memberId: string, eligible: boolean): Promise<string | undefined> {
    const members = await this.directory.activeMembers(from, organisationId);
    const member = members.find(({ id }) => id === memberId);
    if (member && eligible && !member.hasVote) throw BallotErrors.candidateIneligible([memberId]);
    return member && labelAmong(members, member);
  }
}

/** The name of a member as a result has it. */
export function labelAmong(members: readonly DirectoryMember[], { name, staffNo }: DirectoryMember): string {
  return members.filter((other) => other.name === name).length > 1 ? `${name}（${staffNo}）` : name;
}
