import { randomUUID } from 'node:crypto';
import { type Person, PUBLIC_URL, Stage } from '../testing/stage.js';

describe('ending mails from a mail', () => {
  const stage = new Stage();
  let inviter: Person;
  const API = '/api/notifier/unsubscriptions';

  beforeAll(async () => {
    inviter = await stage.person({ seat: 'DELEGATE' });
  });

  const invite = (person: Person, by = inviter) =>
    stage.hear('proposals.seconder-invited.v1', {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      proposalId: randomUUID(),
      subject: 'Fans',
      docketNo: null,
      leadProposerId: by.id,
      memberId: person.id,
    });
  const headersOf = async (person: Person, count = 1): Promise<string> => {
    const mail = (await stage.mailbox.mailsTo(person.mail, count))[count - 1];
    return (mail?.raw.toString('latin1').split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
  };
  const tokenOf = async (person: Person): Promise<string> => /unsubscriptions\/([\w-]+)>/.exec(await headersOf(person))?.[1] ?? '';
  /** Asks as a mail provider or a stranger's browser does: with nothing but the address. */
  const ask = async (method: 'GET' | 'POST', path: string, contentType?: string) =>
    fetch(`${await stage.app.getUrl()}${API}/${path}`, {
      method,
      redirect: 'manual',
      ...(contentType ? { headers: { 'content-type': contentType }, body: 'List-Unsubscribe=One-Click' } : {}),
    });
  const mutedOf = async (person: Person): Promise<string[]> => (await stage.ask(person, 'GET', '/preferences')).body.muted;

  it('is offered by one click on what can be muted, and never on what nobody can do without', async () => {
    const [person, served] = [await stage.person(), await stage.person()];
    await invite(person);
    const headers = await headersOf(person);
    expect(headers).toMatch(new RegExp(`List-Unsubscribe: <${PUBLIC_URL}${API}/[\\w-]{44}>`));
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    stage.letterWindowS = 600;
    await invite(served);
    await stage.appoint(served);
    stage.setClock(new Date(Date.now() + 3_600_000));
    const both = await headersOf(served); // One letter of both kinds.
    stage.setClock(null);
    stage.letterWindowS = 0;
    expect(both).not.toContain('List-Unsubscribe');
  });

  it('shows the page that asks, and ends nothing by being looked at', async () => {
    const person = await stage.person();
    await invite(person);
    const token = await tokenOf(person);
    const shown = await ask('GET', token);
    expect([shown.status, shown.headers.get('location')]).toEqual([303, `${PUBLIC_URL}/unsubscribe#${token}`]);
    expect(await (await ask('GET', `${token}/kinds`)).json()).toEqual({ kinds: ['proposals'], isDone: false });
    expect(await mutedOf(person)).not.toContain('proposals:mail');
  });

  it('ends mails of the kind for that person alone, once however often it is asked, and nothing else of what they chose', async () => {
    const person = await stage.person();
    await stage.prefers(person, { locale: 'en', digest: 'each', quietFrom: '01:00', quietTo: '01:01', muted: ['results:mail'] });
    await invite(person);
    const token = await tokenOf(person);
    for (const nth of [1, 2]) {
      const ended = await ask('POST', token, 'application/x-www-form-urlencoded');
      expect([nth, ended.status, await ended.json()]).toEqual([nth, 200, { kinds: ['proposals'], isDone: true }]);
    }
    expect((await stage.ask(person, 'GET', '/preferences')).body).toMatchObject({
      locale: 'en',
      quietFrom: '01:00',
      muted: expect.arrayContaining(['proposals:mail', 'results:mail']),
      version: 2,
    });
    expect(await mutedOf(inviter)).not.toContain('proposals:mail');
    await invite(person, await stage.person({ seat: 'DELEGATE' }));
    await stage.appoint(person);
    expect(await stage.codes(person)).toHaveLength(3);
    expect((await stage.mailbox.mailsTo(person.mail, 2)).map(({ subject }) => subject)).toEqual([
      'Please second “Fans”',
      'You have been appointed teller',
    ]);
  });

  it('works for who has chosen nothing yet, and for a provider that sends a form in parts', async () => {
    const person = await stage.person();
    await invite(person);
    const ended = await ask('POST', await tokenOf(person), 'multipart/form-data; boundary=x');
    expect(ended.status).toBe(200);
    expect(await mutedOf(person)).toEqual(expect.arrayContaining(['proposals:mail', 'proposals:sms', 'results:sms']));
  });

  it('refuses a token that was not given out here, whatever is asked of it', async () => {
    const person = await stage.person();
    await invite(person);
    const token = await tokenOf(person);
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const [method, path] of [
      ['POST', forged],
      ['GET', `${forged}/kinds`],
    ] as const) {
      const refused = await ask(method, path);
      expect([refused.status, await refused.json()]).toMatchObject([404, { type: 'notifier.unsubscribe-link-broken' }]);
    }
    expect((await ask('POST', `${token}%20`)).status).toBe(400);
    expect(await mutedOf(person)).not.toContain('proposals:mail');
  });
});
