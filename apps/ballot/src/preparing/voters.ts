import { Injectable } from '@nestjs/common';
import type { Ballot } from '@plenum/ballot-domain';
import { Directory, type Readable } from '@plenum/directory';
import { Candidacies } from './candidacies.js';

/** Who may vote on a ballot, as things are at this moment: the full delegates of the session, all active staff, or the elected of the election that the ballot follows. */
@Injectable()
export class Voters {
  constructor(
    private readonly directory: Directory,
    private readonly candidacies: Candidacies,
  ) {}

  async of(from: Readable, { electorate, organisationId, sessionId, descent }: Ballot): Promise<readonly string[]> {
    if (electorate === 'staff') return (await this.directory.activeMembers(from, organisationId)).map(({ id }) => id);
    if (electorate === 'elected') return [...(await this.candidacies.activeAmong(from, organisationId, descent?.eligible ?? []))];
    return (await this.directory.delegatesOf(from, sessionId)).map(({ memberId }) => memberId);
  }
}
