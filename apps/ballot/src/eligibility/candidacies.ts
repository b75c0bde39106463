import { Injectable } from '@nestjs/common';
import { BallotErrors, type Change, type Choice, disambiguateNames, type VotedKind, nameWithStaffNo } from '@plenum/ballot-domain';
import type { Queryable } from '@plenum/database';
import { Directory, type DirectoryMember } from '@plenum/directory';

/** Whom a ballot may name: active members of its organisation. */
@Injectable()
export class Candidacies {
  constructor(private readonly directory: Directory) {}

  /**
   * @throws `ballot.candidate-unknown` for choices who are said to be members and are not; in an election `ballot.candidate-ineligible` for
   * who cannot be elected (R21)
   */
  async assertKnown(from: Queryable, organisationId: string, kind: VotedKind, choices: readonly Choice[]): Promise<void> {
    const memberIds = choices.flatMap(({ memberId }) => memberId ?? []);
    const known = await this.activeAmong(from, organisationId, memberIds);
    const unknown = memberIds.filter((id) => !known.has(id));
    if (unknown.length > 0) throw BallotErrors.candidateUnknown(unknown);
    const eligible = await this.eligibleAmong(from, organisationId, memberIds);
    const others = memberIds.filter((id) => !eligible.has(id));
    if (kind === 'election' && others.length > 0) throw BallotErrors.candidateIneligible(others);
  }

  /** The change with choices that the paper tells apart. @throws `ballot.names-alike` */
  async toldApart(from: Queryable, change: Change): Promise<Change> {
    const { organisationId, choices } = change.ballot;
    return { ...change, ballot: { ...change.ballot, choices: await this.choicesToldApart(from, organisationId, choices) } };
  }

  /** Whoever is to stand, as a paper tells them apart. @throws `ballot.names-alike` */
  async choicesToldApart(from: Queryable, organisationId: string, choices: readonly Choice[]): Promise<readonly Choice[]> {
    const members = await this.membersAmong(
      from,
      organisationId,
      choices.flatMap(({ memberId }) => memberId ?? []),
    );
    const numbers = new Map(members.map(({ id, staffNo }) => [id, staffNo]));
    return disambiguateNames(choices, (memberId) => numbers.get(memberId));
  }

  /** What a member is called where others of the organisation may have the same name: on every list and paper from the first on. */
  async calledOf(from: Queryable, { id, name, staffNo, organisationId }: DirectoryMember): Promise<string> {
    const namesakes = await from.query(
      'SELECT 1 FROM directory_members WHERE organisation_id = $1 AND name = $2 AND id <> $3 AND active LIMIT 1',
      [organisationId, name, id],
    );
    return namesakes.length > 0 ? nameWithStaffNo(name, staffNo) : name;
  }

  /** Those of the ids that are active members of the organisation. */
  async activeAmong(from: Queryable, organisationId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    return idsOf(await this.membersAmong(from, organisationId, memberIds));
  }

  /** Those of the ids that may elect, be elected and vote. */
  async eligibleAmong(from: Queryable, organisationId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    return idsOf((await this.membersAmong(from, organisationId, memberIds)).filter(({ hasVote }) => hasVote));
  }

  private async membersAmong(from: Queryable, organisationId: string, memberIds: readonly string[]): Promise<readonly DirectoryMember[]> {
    const members = await this.directory.membersByIds(from, memberIds);
    return members.filter((member) => member.active && member.organisationId === organisationId);
  }
}

const idsOf = (members: readonly DirectoryMember[]): ReadonlySet<string> => new Set(members.map(({ id }) => id));
