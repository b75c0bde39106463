import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';
import { keepIfNewer } from './newer.js';

@Injectable()
export class KeepDelegationWhenFormed implements Reaction<'congress.delegation-formed.v1'> {
  readonly id = 'KeepDelegationWhenFormed';
  readonly hears = 'congress.delegation-formed.v1';

  async react({ data, version }: ReceivedEvent<'congress.delegation-formed.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, sessionId, delegationId, name, headMemberId } = data;
    const facts = { organisation_id: organisationId, session_id: sessionId, name, head_member_id: headMemberId };
    await keepIfNewer(tx, 'directory_delegations', { key: { id: delegationId }, facts, version });
  }
}

@Injectable()
export class KeepSeatWhenSeated implements Reaction<'congress.delegate-seated.v1'> {
  readonly id = 'KeepSeatWhenSeated';
  readonly hears = 'congress.delegate-seated.v1';

  async react({ data, version }: ReceivedEvent<'congress.delegate-seated.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, sessionId, memberId, delegationId, kind } = data;
    const facts = { organisation_id: organisationId, delegation_id: delegationId, kind, seated: true };
    await keepIfNewer(tx, 'directory_seats', { key: { session_id: sessionId, member_id: memberId }, facts, version });
  }
}

@Injectable()
export class KeepSeatWhenUnseated implements Reaction<'congress.delegate-unseated.v1'> {
  readonly id = 'KeepSeatWhenUnseated';
  readonly hears = 'congress.delegate-unseated.v1';

  async react({ data, version }: ReceivedEvent<'congress.delegate-unseated.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, sessionId, memberId } = data;
    await keepIfNewer(tx, 'directory_seats', {
      key: { session_id: sessionId, member_id: memberId },
      facts: { organisation_id: organisationId, seated: false },
      version,
    });
  }
}

@Injectable()
export class KeepAttendanceWhenChanged implements Reaction<'congress.attendance-changed.v2'> {
  readonly id = 'KeepAttendanceWhenChanged';
  readonly hears = 'congress.attendance-changed.v2';

  async react({ data, version }: ReceivedEvent<'congress.attendance-changed.v2'>, tx: Transaction): Promise<void> {
    const { organisationId, sessionId, memberId, present, at } = data;
    const facts = { organisation_id: organisationId, present, at };
    await keepIfNewer(tx, 'directory_attendance', { key: { session_id: sessionId, member_id: memberId }, facts, version });
  }
}
