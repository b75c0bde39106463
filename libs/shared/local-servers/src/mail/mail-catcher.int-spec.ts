import { createTransport } from 'nodemailer';

import { startMailCatcher, type CaughtMail } from './mail-catcher.js';

describe('the mail catcher', () => {
  it('keeps a Chinese mail with everybody it was for', async () => {
    const mails: CaughtMail[] = [];
    const catcher = await startMailCatcher((mail) => void mails.push(mail));
    await createTransport(catcher.url).sendMail({
      from: 'plenum@example.test',
      to: ['a@example.test', 'b@example.test'],
      subject: '提案已立案',
      text: '您的提案已立案。',
    });
    expect(mails).toMatchObject([
      { from: 'plenum@example.test', to: ['a@example.test', 'b@example.test'], subject: '提案已立案', text: '您的提案已立案。' },
    ]);
    await catcher.stop();
  });

  it('refuses a mail that could not be kept', async () => {
    const catcher = await startMailCatcher(() => Promise.reject(new Error('no room')));
    await expect(
      createTransport(catcher.url).sendMail({ from: 'p@example.test', to: 'a@example.test', subject: 's', text: 't' }),
    ).rejects.toThrow(/no room/);
    await catcher.stop();
  });

  it('says when its port is taken', async () => {
    const first = await startMailCatcher(() => undefined);
    await expect(startMailCatcher(() => undefined, Number(new URL(first.url).port))).rejects.toMatchObject({ trouble: 'port-taken' });
    await first.stop();
  });
});
