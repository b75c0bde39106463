import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';
import { keepIfNewer } from './newer.js';

@Injectable()
export class KeepSessionWhenSetUp implements Reaction<'congress.session-set-up.v1'> {
  readonly id = 'KeepSessionWhenSetUp';
  readonly hears = 'congress.session-set-up.v1';

  async react({ data, version }: ReceivedEvent<'congress.session-set-up.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, sessionId, termNo, sessionNo, title, opensAt, closesAt, quorum } = data;
    const facts = {
      organisation_id: organisationId,
      term_no: termNo,
      session_no: sessionNo,
      title,
      opens_at: opensAt,
      closes_at: closesAt,
      quorum,
    };
    await keepIfNewer(tx, 'directory_sessions', { key: { id: sessionId }, facts, version });
  }
}

// A session opens once and closes once: these need no version, and leave what was set up alone.
const OPENED = `
  INSERT INTO directory_sessions (id, organisation_id, opened_at, version) VALUES ($1, $2, $3, 0)
  ON CONFLICT (id) DO UPDATE SET opened_at = excluded.opened_at`;
const CLOSED = `
  INSERT INTO directory_sessions (id, organisation_id, closed_at, version) VALUES ($1, $2, $3, 0)
  ON CONFLICT (id) DO UPDATE SET closed_at = excluded.closed_at`;

@Injectable()
export class KeepSessionWhenOpened implements Reaction<'congress.session-opened.v1'> {
  readonly id = 'KeepSessionWhenOpened';
  readonly hears = 'congress.session-opened.v1';

  async react({ data }: ReceivedEvent<'congress.session-opened.v1'>, tx: Transaction): Promise<void> {
    await tx.query(OPENED, [data.sessionId, data.organisationId, data.openedAt]);
  }
}

@Injectable()
export class KeepSessionWhenClosed implements Reaction<'congress.session-closed.v1'> {
  readonly id = 'KeepSessionWhenClosed';
  readonly hears = 'congress.session-closed.v1';

  async react({ data }: ReceivedEvent<'congress.session-closed.v1'>, tx: Transaction): Promise<void> {
    await tx.query(CLOSED, [data.sessionId, data.organisationId, data.closedAt]);
  }
}
