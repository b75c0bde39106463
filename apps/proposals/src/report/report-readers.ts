import { Injectable } from '@nestjs/common';
import type { Office } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';

const FETCHING: readonly Office[] = ['PROPOSALS_COMMITTEE', 'PRESIDIUM', 'SECRETARIAT'];

/** Who may fetch reports and forms: the proposals committee and the organisers of the session, nobody else. */
@Injectable()
export class ReportReaders {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** @throws `proposals.forbidden` */
  async assertMayFetch(actor: Actor, sessionId: string): Promise<void> {
    if (!(await this.directory.holdsOffice(this.database, actor, FETCHING, { sessionId }))) throw AccessErrors.forbidden();
  }
}
