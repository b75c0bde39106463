import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';
import { MobileNumbers } from './mobile-numbers.repository.js';

/** Keeps the number at which somebody is told by SMS. */
@Injectable()
export class KeepMobileWhenChanged implements Reaction<'congress.mobile-changed.v1'> {
  readonly id = 'KeepMobileWhenChanged';
  readonly hears = 'congress.mobile-changed.v1';

  constructor(private readonly numbers: MobileNumbers) {}

  react({ data, version }: ReceivedEvent<'congress.mobile-changed.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, memberId, current: mobile } = data;
    return this.numbers.keep(tx, { organisationId, memberId, mobile, version });
  }
}
