import { randomUUID } from 'node:crypto';
import { flushRedis, probe } from '@plenum/test-kit';
import type { SmsAnswer } from '../testing/sms-server.js';
import { type Person, PUBLIC_URL, Stage } from '../testing/stage.js';

const SECRET = 'key-of-the-gateway';

describe('messages by SMS', () => {
  const stage = new Stage();
  let organiser: Person;
  let reader: Person;
  let mobile: string;
  let numbers = 13_800_000_000;

  const newMobile = () => `+86${(numbers += 1)}`;
  const told = (person: Person, current: string | null, version = 1) =>
    stage.hear(
      'congress.mobile-changed.v1',
      { organisationId: person.organisationId, memberId: person.id, current, changedBy: null },
      { version, aggregateId: person.id },
    );
  const gatewayOf = (given: object = {}) => ({
    url: `${stage.sms.origin}/send`,
    method: 'POST',
    format: 'json',
    headers: [{ name: 'Authorization', value: 'Bearer {secret}' }],
    body: '{"phone":"{mobile}","content":"{text}","uid":"{id}"}',
    secret: SECRET,
    numbers: 'national',
    signature: '某某学校',
    charactersMax: 134,
    perMinuteMax: 1_000,
    answers: {
      codeAt: 'result.code',
      accepted: ['0'],
      temporary: ['BUSY'],
      numberRefused: ['INVALID_NUMBER'],
      accountRefused: ['UNAUTHORISED'],
    },
    isOn: true,
    version: 0,
    ...given,
  });
  const set = (given: object = {}, person: Person = organiser) => stage.ask(person, 'PUT', '/ways/sms', gatewayOf(given));
  const on = async (given: object = {}) => expect(await set(given)).toMatchObject({ status: 200 });
  const fares = async () => (await stage.ask(organiser, 'GET', '/ways')).body.sms.gateway as Record<string, unknown> | null;
  /** A duty of the reader's: what comes by SMS while nobody has said otherwise. */
  const duty = (subject: string = randomUUID()) =>
    stage.hear('proposals.request-made.v1', {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      proposalId: randomUUID(),
      subject,
      docketNo: null,
      requestId: randomUUID(),
      kind: 'objection',
      askedBy: organiser.id,
      aboutUnitId: stage.unitId,
      memberIds: [reader.id],
      unitId: null,
      ofCommittee: false,
      reason: 'A reason that is no part of a subject',
      dueOn: null,
    });
  const texts = () => stage.sms.sent.filter(({ to }) => `+86${to}` === mobile).map(({ text }) => text);
  const rows = () =>
    stage.database.query<{ state: string; tries: number; trouble: string | null; due_at: Date }>(
      "SELECT state, tries, trouble, due_at FROM deliveries WHERE channel = 'sms' AND member_id = $1 ORDER BY not_before DESC, id",
      [reader.id],
    );
  const last = async () => (await rows())[0];
  const settled = (state: string) =>
    probe(`it is ${state}`, async () => (await last())?.state === state, { describe: async () => JSON.stringify(await rows()) });
  const pass = (seconds: number) => stage.setClock(new Date(Date.now() + seconds * 1_000));

  beforeEach(async () => {
    organiser = await stage.person({ office: 'SECRETARIAT' });
    reader = await stage.person({ seat: 'DELEGATE' });
    mobile = newMobile();
    await told(reader, mobile);
  });
  afterEach(async () => {
    stage.setClock(null);
    stage.sms.answersAsUsual();
    await stage.database.query('DELETE FROM sms_gateways');
    await stage.database.query("UPDATE deliveries SET state = 'skipped' WHERE channel = 'sms' AND state IN ('due', 'claimed')");
  });

  it('say what somebody owes and where it is read, through the gateway that the organisation has set', async () => {
    await on();
    await duty('Fans for the hall');
    await settled('sent');
    expect(texts()).toEqual([expect.stringMatching(new RegExp(`^【某某学校】.*Fans for the hall.* ${PUBLIC_URL}/`))]);
    expect(texts().join()).not.toContain('A reason');
    expect(stage.sms.asked.at(-1)).toMatchObject({
      method: 'POST',
      path: '/send',
      headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json; charset=utf-8' },
    });
    expect(await fares()).toMatchObject({ lastSentAt: expect.any(String), trouble: null });
  });

  it('are none where no gateway is set, it is off, or somebody has no number', async () => {
    await duty();
    await on({ isOn: false });
    await duty();
    expect((await stage.ask(reader, 'GET', '/preferences')).body.ways).toEqual(['mail']);
    expect(await set({ version: 1 })).toMatchObject({ status: 200 });
    expect((await stage.ask(reader, 'GET', '/preferences')).body.ways).toEqual(['mail', 'sms']);
    await told(reader, null, 2);
    await told(reader, newMobile(), 1); // What was said before counts no more.
    expect((await stage.ask(reader, 'GET', '/preferences')).body.ways).toEqual(['mail']);
    const before = await rows(); // That it was taken away was told by whichever ways there were.
    await duty();
    expect(await rows()).toEqual(before);
  });

  it('are what nobody can do without, until somebody wants more or less', async () => {
    await on();
    const invite = async (subject: string) =>
      stage.hear('proposals.seconder-invited.v1', {
        organisationId: stage.organisationId,
        sessionId: stage.sessionId,
        proposalId: randomUUID(),
        subject,
        docketNo: null,
        leadProposerId: organiser.id,
        memberId: reader.id,
      });
    await invite('Not by SMS');
    expect(await rows()).toEqual([]);
    expect(await stage.prefers(reader, { muted: ['duties:sms'] })).toMatchObject({ status: 200 });
    await duty('Muted here, and mailed');
    expect(await rows()).toEqual([]);
    await invite('By SMS');
    await settled('sent');
    expect(texts()).toEqual([expect.stringContaining('By SMS')]);
  });

  it('wait for the end of quiet hours, those that are tried again, too', async () => {
    await on();
    expect(await stage.prefers(reader, { quietFrom: '22:00', quietTo: '07:00' })).toMatchObject({ status: 200 });
    stage.setClock('2026-04-01T21:59:50+08:00');
    stage.sms.answersNext({ status: 503 });
    await duty();
    await probe('it waits', async () => (await last())?.trouble === 'provider-busy');
    expect((await last())?.due_at).toEqual(new Date('2026-04-02T07:00:00+08:00'));
    stage.setClock('2026-04-01T23:00:00+08:00');
    await duty();
    expect((await rows()).every(({ due_at: at }) => at.getTime() === Date.parse('2026-04-02T07:00:00+08:00'))).toBe(true);
    stage.setClock('2026-04-02T07:00:01+08:00');
    await probe('both are sent', async () => (await rows()).every(({ state }) => state === 'sent'));
  });

  it('say nothing of a confidential matter, and hold no code', async () => {
    await on();
    await duty('');
    await settled('sent');
    expect(texts()).toEqual([expect.stringContaining('（保密提案）')]);
    await stage.hear('congress.sign-in-code-given.v1', {
      organisationId: reader.organisationId,
      memberId: reader.id,
      givenBy: organiser.id,
    });
    await probe('it is told', () => texts().length === 2);
    expect(texts()[1]).not.toMatch(/\d{4,}/);
  });

  it('say it once whatever is heard twice', async () => {
    await on();
    await duty('Once alone');
    await settled('sent');
    await flushRedis(stage.redisUrl);
    await stage.publisher.replayAll();
    await stage.allHeard();
    expect(texts()).toHaveLength(1);
  });

  it('are a few a day for one person: the rest is in the inbox and in the mails', async () => {
    await on();
    for (const nth of [1, 2, 3]) {
      await duty();
      await probe(`${nth} are sent`, () => texts().length === nth);
    }
    await duty();
    await settled('skipped');
    expect(await last()).toMatchObject({ trouble: 'enough-today' });
    pass(86_500);
    await duty();
    await probe('the next day it goes on', () => texts().length === 4);
  });

  it('are no more in a minute than the gateway takes', async () => {
    await on({ perMinuteMax: 1 });
    stage.setClock('2026-04-03T10:00:05+08:00');
    await duty();
    await settled('sent');
    stage.setClock('2026-04-03T10:00:06+08:00');
    await duty();
    await probe('it waits', async () => (await last())?.trouble === 'too-frequent');
    expect((await last())?.due_at.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-04-03T10:01:00+08:00'));
    stage.setClock('2026-04-03T10:02:00+08:00');
    await settled('sent');
  });

  it.each<[string, SmsAnswer | 'hang-up', string, number]>([
    ['429 with a pause', { status: 429, headers: { 'retry-after': '40' } }, 'too-frequent', 40],
    ['429 without one', { status: 429 }, 'too-frequent', 60],
    ['a code that passes', { status: 200, body: { result: { code: 'BUSY' } } }, 'too-frequent', 60],
    ['502', { status: 502, body: '<html>Bad gateway</html>' }, 'provider-busy', 15],
    ['a way elsewhere', { status: 302, headers: { location: '/send' } }, 'provider-busy', 15],
    ['a line that breaks', 'hang-up', 'unreachable', 15],
  ])('wait and go again after %s, no sooner', async (_what, answer, trouble, seconds) => {
    await on();
    stage.sms.answersNext(answer);
    const before = Date.now();
    await duty();
    await probe('it waits', async () => (await last())?.trouble === trouble);
    expect(await last()).toMatchObject({ state: 'due', tries: 1 });
    expect((await last())?.due_at.getTime()).toBeGreaterThanOrEqual(before + seconds * 1_000);
    expect(await fares()).toMatchObject({ trouble, troubledAt: expect.any(String) });
    pass(seconds + 30);
    await settled('sent');
    expect(texts()).toHaveLength(1);
    expect(await fares()).toMatchObject({ trouble: null });
  });

  it.each<[string, SmsAnswer, string, string, string | null]>([
    ['a number that is none', { status: 200, body: { result: { code: 'INVALID_NUMBER' } } }, 'skipped', 'no-address', null],
    ['a wrong secret', { status: 200, body: { result: { code: 'UNAUTHORISED' } } }, 'skipped', 'app-refused', 'app-refused'],
    ['a code that nobody explained', { status: 200, body: { result: { code: 'X' } } }, 'bounced', 'not-taken', 'not-taken'],
  ])('are given up after %s', async (_what, answer, state, trouble, ofGateway) => {
    await on();
    stage.sms.answersNext(answer);
    await duty();
    await settled(state);
    expect(await last()).toMatchObject({ trouble, tries: 1 });
    expect(await fares()).toMatchObject({ trouble: ofGateway });
  });

  describe('are set by organisers', () => {
    it('whole, on the version that was read; the secret is kept where the place stays, and shown to nobody', async () => {
      await on();
      expect(await set()).toMatchObject({ status: 409, body: { type: 'notifier.outdated' } });
      expect(await set({ secret: undefined, version: 1, charactersMax: 70 })).toMatchObject({ status: 200 });
      await duty();
      await settled('sent');
      expect(await set({ secret: undefined, version: 2, url: 'https://sms.example.com/send' })).toMatchObject({
        status: 400,
        body: { faults: [{ field: 'secret', reason: 'missing' }] },
      });
      const { secret, version, ...shown } = gatewayOf({ charactersMax: 70 });
      const { sms } = (await stage.ask(organiser, 'GET', '/ways')).body;
      expect(sms).toEqual({
        gateway: { ...shown, hasSecret: true, lastSentAt: expect.any(String), trouble: null, troubledAt: null },
        version: 2,
        people: expect.any(Number),
        perDayMax: 3,
      });
      expect([JSON.stringify(sms), secret, version]).toEqual([expect.not.stringContaining(SECRET), SECRET, 0]);
      expect(await stage.ask(organiser, 'DELETE', '/ways/sms?version=1')).toMatchObject({ status: 409 });
      expect(await stage.ask(organiser, 'DELETE', '/ways/sms?version=2')).toMatchObject({ status: 204 });
      expect(await stage.ask(organiser, 'DELETE', '/ways/sms?version=2')).toMatchObject({
        status: 404,
        body: { type: 'notifier.sms-not-set' },
      });
    });

    it.each([
      ['an inside address', { url: 'http://127.0.0.1:1/send' }, 'url'],
      ['the metadata of a cloud', { url: 'https://169.254.169.254/' }, 'url'],
      ['no number', { body: '{"content":"{text}"}' }, 'body'],
      ['a header of its own', { headers: [{ name: 'Host', value: 'x' }] }, 'headers'],
      ['a method that is none', { method: 'DELETE' }, 'method'],
      ['a text that fits nothing', { charactersMax: 20 }, 'charactersMax'],
      ['a signature that is a text', { signature: '【学校】' }, 'signature'],
      ['no answers', { answers: undefined }, 'answers'],
      ['a code that is none', { answers: { ...gatewayAnswers(), accepted: ['<0>'] } }, 'answers.accepted'],
      ['nothing accepted', { answers: { ...gatewayAnswers(), accepted: [] } }, 'answers.accepted'],
    ])('refused with %s', async (_what, given, field) => {
      expect(await set(given)).toMatchObject({ status: 400, body: { faults: [{ field }] } });
    });

    it('and tried on whoever asks, which says what went wrong, and not again at once', async () => {
      const trial = () => stage.ask(organiser, 'POST', '/ways/sms/trials');
      expect(await trial()).toMatchObject({ status: 404, body: { type: 'notifier.sms-not-set' } });
      await on({ isOn: false, secret: 'another' });
      expect((await trial()).body).toEqual({ trouble: 'no-address', to: '' });
      expect(await trial()).toMatchObject({ status: 409, body: { type: 'notifier.tested-just-now' } });
      const own = newMobile();
      await told(organiser, own);
      pass(11);
      expect((await trial()).body).toEqual({ trouble: 'app-refused', to: own });
      await set({ isOn: false, version: 1 });
      pass(22);
      expect((await trial()).body).toEqual({ trouble: null, to: own });
      expect(stage.sms.sent.at(-1)?.text).toMatch(/^【某某学校】这是一条测试短信（\d\d:\d\d:\d\d）：短信通知已接通。$/);
    });

    it('alone, of this organisation alone', async () => {
      await on();
      const elsewhere = await stage.person({ office: 'SECRETARIAT' }, randomUUID());
      const asked = [
        ['PUT', '/ways/sms', gatewayOf({ version: 1 })],
        ['DELETE', '/ways/sms?version=1', undefined],
        ['POST', '/ways/sms/trials', undefined],
      ] as const;
      for (const [method, path, body] of asked) {
        expect(await stage.ask(reader, method, path, body)).toMatchObject({ status: 403, body: { type: 'notifier.not-an-organiser' } });
        expect((await stage.ask(null, method, path, body)).status).toBe(401);
      }
      expect((await stage.ask(elsewhere, 'GET', '/ways')).body.sms).toEqual({ gateway: null, version: 0, people: 0, perDayMax: 3 });
    });

    it('and neither the secret nor a number is in an answer, an audit row, a notice or a delivery', async () => {
      await on();
      await duty();
      await settled('sent');
      const answers = [
        await stage.ask(organiser, 'GET', '/ways'),
        await stage.ask(organiser, 'POST', '/ways/sms/trials'),
        await stage.ask(organiser, 'GET', '/unreached'),
        await stage.ask(organiser, 'DELETE', '/ways/sms?version=1'),
      ];
      const kept = await stage.database.query<{ action: string }>(
        "SELECT action, before, after FROM audit_trail WHERE subject_kind = 'sms-gateway'",
      );
      expect(kept.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['set-sms-gateway', 'try-sms-gateway', 'remove-sms-gateway']),
      );
      const rest = await stage.database.query(
        'SELECT to_jsonb(d) AS d, to_jsonb(n) AS n FROM deliveries d JOIN notices n ON n.id = d.notice_id',
      );
      const said = JSON.stringify([answers.map(({ body }) => body), kept, rest]);
      for (const hidden of [SECRET, mobile, mobile.slice(3)]) expect(said).not.toContain(hidden);
    });
  });
});

function gatewayAnswers() {
  return { codeAt: 'result.code', accepted: ['0'], temporary: [], numberRefused: [], accountRefused: [] };
}
