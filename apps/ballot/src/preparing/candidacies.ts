import { Injectable } from '@nestjs/common';
import { BallotErrors, type Choice, type VotedKind } from '@plenum/ballot-domain';
import { Directory, type DirectoryMember, type Readable } from '@plenum/directory';

/** Whom a ballot may name: active members of its organisation. */
@Injectable()
export class Candidacies {
  constructor(private readonly directory: Directory) {}

  /**
   * @throws `ballot.candidate-unknown` for choices who are said to be members and are not; in an election `ballot.candidate-ineligible` for who
   *   cannot be elected (R21)
   */
  async assertKnown(from: Readable, organisationId: string, kind: VotedKind, choices: readonly Choice[]): Promise<void> {
    const memberIds = choices.flatMap(({ memberId }) => memberId ?? []);
    const known = await this.activeAmong(from, organisationId, memberIds);
    const unknown = memberIds.filter((id) => !known.has(id));
    if (unknown.length > 0) throw BallotErrors.candidateUnknown(unknown);
    const eligible = await this.eligibleAmong(from, organisationId, memberIds);
    const others = memberIds.filter((id) => !eligible.has(id));
    if (kind === 'election' && others.length > 0) throw BallotErrors.candidateIneligible(others);
  }

  /** Those of the ids that are active members of the organisation. */
  async activeAmong(from: Readable, organisationId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    return idsOf(await this.membersAmong(from, organisationId, memberIds));
  }

  /** Those of the ids that may elect, be elected and vote. */
  async eligibleAmong(from: Readable, organisationId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    return idsOf((await this.membersAmong(from, organisationId, memberIds)).filter(({ hasVote }) => hasVote));
  }

  private async membersAmong(from: Readable, organisationId: string, memberIds: readonly string[]): Promise<readonly DirectoryMember[]> {
    const members = await this.directory.membersByIds(from, memberIds);
    return members.filter((member) => member.active && member.organisationId === organisationId);
  }
}

const idsOf = (members: readonly DirectoryMember[]): ReadonlySet<string> => new Set(members.map(({ id }) => id));
