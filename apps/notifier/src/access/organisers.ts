import { Injectable } from '@nestjs/common';
import type { Office } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { DomainError } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';

const ORGANISERS: readonly Office[] = ['PRESIDIUM', 'SECRETARIAT'];

/** Who organises the congress of an organisation. */
@Injectable()
export class Organisers {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  async include(actor: Actor): Promise<boolean> {
    return (await this.directory.officesOf(this.database, actor)).some(({ office }) => ORGANISERS.includes(office));
  }
}

/** @throws `notifier.not-an-organiser` */
export async function assertOrganiser(organisers: Organisers, actor: Actor): Promise<void> {
  if (!(await organisers.include(actor))) throw new DomainError('notifier.not-an-organiser', 'forbidden');
}
