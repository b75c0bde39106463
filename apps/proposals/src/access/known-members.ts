import { Injectable } from '@nestjs/common';
import type { Queryable } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { AccessErrors } from './access.errors.js';

/** Whether people who are named work here. */
@Injectable()
export class KnownMembers {
  constructor(private readonly directory: Directory) {}

  /** @throws `proposals.unknown-member` with those who are not of the organisation, or have left it */
  async assertKnown(from: Queryable, organisationId: string, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length === 0) return;
    const members = await this.directory.membersByIds(from, memberIds);
    const known = members.filter((member) => member.active && member.organisationId === organisationId).map(({ id }) => id);
    const unknown = memberIds.filter((memberId) => !known.includes(memberId));
    if (unknown.length > 0) throw AccessErrors.unknownMember(unknown);
  }
}
