import { Injectable } from '@nestjs/common';
import { SweepWorker } from '@plenum/messaging';
import { NotifierConfig } from '../notifier.config.js';
import { BounceMailbox } from './bounce-mailbox.js';

const EVERY_MS = 60_000;

/** Looks into the mailbox of bounces, where there is one: without, what bounces later is not known of, and it says so. */
@Injectable()
export class BouncesWorker extends SweepWorker {
  constructor(
    private readonly mailbox: BounceMailbox,
    private readonly config: NotifierConfig,
  ) {
    super({ name: 'Bounces', everyMs: EVERY_MS });
  }

  override onApplicationBootstrap(): void {
    if (this.config.imapUrl === undefined) this.log.log('Mails that bounce later are not known of: NOTIFIER_IMAP_URL names no mailbox');
    else super.onApplicationBootstrap();
  }

  protected sweep(stopping: AbortSignal): Promise<boolean> {
    return this.mailbox.read(stopping);
  }
}
