import { Injectable } from '@nestjs/common';
import { BallotErrors, type Choice } from '@plenum/ballot-domain';
import { Directory, type Readable } from '@plenum/directory';

/** Whom a ballot may name: active members of its organisation. */
@Injectable()
export class Candidacies {
  constructor(private readonly directory: Directory) {}

  /** @throws `ballot.candidate-unknown` for candidates who are said to be members and are not */
  async assertKnown(from: Readable, organisationId: string, choices: readonly Choice[]): Promise<void> {
    const memberIds = choices.flatMap(({ memberId }) => memberId ?? []);
    const known = await this.activeAmong(from, organisationId, memberIds);
    const unknown = memberIds.filter((id) => !known.has(id));
    if (unknown.length > 0) throw BallotErrors.candidateUnknown(unknown);
  }

  /** Those of the ids that are active members of the organisation. */
  async activeAmong(from: Readable, organisationId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    const members = await this.directory.membersByIds(from, memberIds);
    return new Set(members.filter((member) => member.active && member.organisationId === organisationId).map(({ id }) => id));
  }
}
