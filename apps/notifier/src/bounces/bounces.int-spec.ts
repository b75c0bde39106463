import { randomUUID } from 'node:crypto';
import { probe } from '@plenum/test-kit';
import type { NotifierConfig } from '../notifier.config.js';
import { ImapServer } from '../testing/imap-server.js';
import { aNotification } from '../testing/notifications.js';
import { type Person, Stage } from '../testing/stage.js';
import { BounceMailbox } from './bounce-mailbox.js';
import { BouncesRepository } from './bounces.repository.js';

describe('the mailbox of bounces', () => {
  const stage = new Stage();
  const imap = new ImapServer();
  let mailbox: BounceMailbox;
  let url: string;
  let lead: Person;

  beforeAll(async () => {
    url = await imap.start();
    mailbox = at(url);
    lead = await stage.person({ seat: 'DELEGATE' });
  });

  afterAll(() => imap.stop());

  const at = (imapUrl: string): BounceMailbox =>
    new BounceMailbox(
      { imapUrl, mailFrom: 'Plenum <plenum@example.test>' } as NotifierConfig,
      new BouncesRepository(stage.database, { now: () => new Date() }),
    );
  /** Mails somebody, and says in which letter. */
  const mailed = async (): Promise<{ readonly person: Person; readonly letterId: string }> => {
    const person = await stage.person({ seat: 'DELEGATE' });
    const proposal = { organisationId: stage.organisationId, sessionId: stage.sessionId, proposalId: randomUUID() as string };
    const invited = { ...proposal, subject: 'Fans', docketNo: null, leadProposerId: lead.id, memberId: person.id };
    await stage.hear('proposals.seconder-invited.v1', invited);
    await probe('it is sent', async () => (await deliveryTo(person))?.state === 'sent');
    return { person, letterId: (await deliveryTo(person))?.letter_id ?? '' };
  };
  const deliveryTo = async ({ id }: Person) =>
    (
      await stage.database.query<{ state: string; trouble: string | null; letter_id: string }>(
        'SELECT state, trouble, letter_id FROM deliveries WHERE member_id = $1',
        [id],
      )
    )[0];

  it('has a mail bounced that came back: once, by its own id, and nothing else', async () => {
    const [back, kept, late] = [await mailed(), await mailed(), await mailed()];
    imap.arrive('From: a@b.test\r\nSubject: A question\r\n\r\nWhen is it?\r\n');
    imap.arrive(aNotification({ letterId: back.letterId, status: '5.2.2' }));
    imap.arrive(aNotification({ letterId: late.letterId, action: 'delayed', status: '4.4.1' }));
    imap.arrive(aNotification({ letterId: randomUUID() }));
    imap.arrive(aNotification({ letterId: kept.letterId, domain: 'other.test' }));
    expect(await mailbox.read()).toBe(false);
    expect(await deliveryTo(back.person)).toMatchObject({ state: 'bounced', trouble: 'mailbox-full' });
    for (const { person } of [kept, late]) expect(await deliveryTo(person)).toMatchObject({ state: 'sent', trouble: null });
    const isRead = () => imap.flags.map((flags) => flags.includes('\\Seen'));
    expect(isRead()).toEqual([false, true, false, false, false]);

    // The same notification again, and another reason for the same letter, change nothing.
    imap.arrive(aNotification({ letterId: back.letterId, status: '5.1.1' }));
    await mailbox.read();
    await mailbox.read();
    expect(await deliveryTo(back.person)).toMatchObject({ state: 'bounced', trouble: 'mailbox-full' });
    expect(isRead()).toEqual([false, true, false, false, false, false]);
  });

  it('is read on from where it was when the line is there again', async () => {
    const { person, letterId } = await mailed();
    imap.arrive(aNotification({ letterId }));
    await expect(at('imap://testuser:testpass@127.0.0.1:1').read()).rejects.toThrow();
    await expect(at(url.replace('testpass', 'wrong')).read()).rejects.toThrow();
    expect(await deliveryTo(person)).toMatchObject({ state: 'sent' });
    await mailbox.read();
    expect(await deliveryTo(person)).toMatchObject({ state: 'bounced', trouble: 'mailbox-unknown' });
  });
});
