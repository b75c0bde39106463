import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Names } from './commitment-answer.js';

/** The names of people and units beside a promise. */
@Injectable()
export class CommitmentNames {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** Of these people, and of every unit of the organisation. */
  async of(organisationId: string, memberIds: readonly string[]): Promise<Names> {
    const [members, units] = await Promise.all([
      this.directory.membersByIds(this.database, [...new Set(memberIds)]),
      this.directory.units(this.database, organisationId),
    ]);
    return new Map([...members, ...units].map(({ id, name }) => [id, name]));
  }
}
