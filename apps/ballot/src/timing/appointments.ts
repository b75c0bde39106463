import { Injectable, Logger } from '@nestjs/common';
import {
  type Appointment,
  type Ballot,
  BallotErrors,
  type Change,
  type Authority,
  appointmentDone,
  appointmentMoot,
  appointmentRefused,
  dueAppointment,
  isMoot,
} from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Clock, DomainError } from '@plenum/kernel';
import { BallotChanges, type ChangeContext, type BallotChangeRequest } from '../access/ballot-changes.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { OldPages } from '../storage/sealed/old-pages.js';
import { Closings } from '../voting/closings.js';
import { Openings } from '../voting/openings.js';

const AT_ONCE_MAX = 200; // Far more than a house opens in one minute; the next sweep takes the rest.

interface DueRow {
  readonly id: string;
  readonly organisation_id: string;
}

/** Says nothing of the ballot: by hand it would be asked again, too. */
const BUSY = BallotErrors.busy().code;

/** Rolls back what was begun for an appointment that another process kept meanwhile. */
class KeptElsewhere extends Error {}

/** Keeps appointments, from the rows that say so: each once, by the rules that hold when it is done by hand. */
@Injectable()
export class Appointments {
  private readonly log = new Logger('Appointments');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ballots: BallotRepository,
    private readonly changes: BallotChanges,
    private readonly openings: Openings,
    private readonly closings: Closings,
    private readonly oldPages: OldPages,
  ) {}

  /** Keeps every appointment whose time has come. @returns how many were ended here */
  async keepAll(): Promise<number> {
    const due = await this.database.query<DueRow>(
      'SELECT id, organisation_id FROM ballots WHERE next_time <= $1 ORDER BY next_time, id LIMIT $2',
      [this.clock.now(), AT_ONCE_MAX],
    );
    let kept = 0;
    for (const row of due) kept += await this.keepOf(row).catch((fault: unknown) => this.later(row, fault));
    return kept;
  }

  /** The opening of a ballot and then its closing, where both are due. */
  private async keepOf({ id, organisation_id: organisationId }: DueRow): Promise<number> {
    for (let kept = 0; ; kept += 1) {
      const appointment = dueAppointment(await this.ballots.find(this.database, id, organisationId), this.clock.now());
      if (!appointment || !(await this.keep(id, organisationId, appointment))) return kept;
    }
  }

  /** Carries out an appointment, or keeps its refusal. Act and mark are one transaction: whoever dies in between, it is done once. */
  private async keep(ballotId: string, organisationId: string, appointment: Appointment): Promise<boolean> {
    const request = { ballotId, actor: { memberId: appointment.setBy, organisationId } };
    try {
      await this.changes.update({ ...request, action: `${appointment.act}-on-time` }, async (ballot, by, context) => {
        const awaited = stillDue(ballot, appointment, context.at);
        if (isMoot(ballot, awaited)) return appointmentMoot(ballot, awaited, context.at);
        return appointmentDone(await this.carryOut(ballot, by, awaited, context), awaited, context.at);
      });
    } catch (problem) {
      if (problem instanceof KeptElsewhere) return false;
      if (!(problem instanceof DomainError) || problem.code === BUSY) throw problem;
      return this.refuse(request, appointment, problem);
    }
    if (appointment.act === 'open') await this.oldPages.recycle();
    return true;
  }

  private async refuse(
    request: Pick<BallotChangeRequest, 'ballotId' | 'actor'>,
    appointment: Appointment,
    { code, details }: DomainError,
  ): Promise<boolean> {
    try {
      await this.changes.update({ ...request, action: `refuse-${appointment.act}-on-time` }, (ballot, _by, { at }) =>
        appointmentRefused(ballot, stillDue(ballot, appointment, at), { code, details: details ?? null }, at),
      );
    } catch (problem) {
      if (problem instanceof KeptElsewhere) return false;
      throw problem;
    }
    return true;
  }

  private carryOut(ballot: Ballot, by: Authority, { act }: Appointment, context: ChangeContext): Promise<Change> {
    if (act === 'open') return this.openings.open(ballot, by, null, context);
    return this.closings.close(ballot, by, { voters: null, returned: null }, context);
  }

  /** A fault of ours is no refusal: the next sweep tries again. */
  private later({ id }: DueRow, fault: unknown): number {
    this.log.warn(`The appointment of ballot ${id} waits: ${String(fault)}`);
    return 0;
  }
}

function stillDue(ballot: Ballot, { act, at, setBy }: Appointment, now: Date): Appointment {
  const due = dueAppointment(ballot, now);
  if (due?.act !== act || due.at.getTime() !== at.getTime() || due.setBy !== setBy) throw new KeptElsewhere();
  return due;
}
