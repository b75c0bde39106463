import { startMailCatcher, type CaughtMail } from '@plenum/local-servers';

import { probe } from './probe.js';

/** A real mail server for a test, and what it has been given so far. */
export interface TestMailbox {
  readonly url: string;
  readonly mails: readonly CaughtMail[];
  /** Waits until somebody has so many mails, and gives them. */
  mailsTo(address: string, count?: number): Promise<readonly CaughtMail[]>;
  /** The next so many mails are refused for the time being, as by a server in trouble. */
  refuseNext(count: number): void;
  stop(): Promise<void>;
}

/** A mail server on a free port of 127.0.0.1 that keeps everything in memory. */
export async function startTestMailbox(): Promise<TestMailbox> {
  const mails: CaughtMail[] = [];
  let refusals = 0;
  const catcher = await startMailCatcher((mail) => {
    if (refusals > 0) {
      refusals -= 1;
      throw Object.assign(new Error('Try again later'), { responseCode: 451 });
    }
    mails.push(mail);
  });
  const to = (address: string): CaughtMail[] => mails.filter((mail) => mail.to.includes(address));
  return {
    url: catcher.url,
    mails,
    mailsTo: (address, count = 1) =>
      probe(`${address} has ${count} mails`, () => (to(address).length >= count ? to(address) : null), {
        describe: () => JSON.stringify(mails.map((mail) => ({ to: mail.to, subject: mail.subject }))),
      }),
    refuseNext: (count) => {
      refusals = count;
    },
    stop: () => catcher.stop(),
  };
}
