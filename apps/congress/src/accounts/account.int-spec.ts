import { congressHouse, PASSWORD, type Person } from '../testing/congress-house.js';

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const ANOTHER = 'another-river-43';

describe('one’s own account', () => {
  const house = congressHouse();

  interface SignedIn extends Person {
    readonly cookies: readonly string[];
  }
  const signIn = (organisation: string, password: string, { staffNo = 'S1', from = '203.0.113.1', cookie = '' } = {}) =>
    house
      .as(null)
      .post('/sign-in', { organisation, staffNo, password })
      .set('x-forwarded-for', from)
      .set('user-agent', CHROME)
      .set('cookie', cookie);
  const device = async (organisation: string, password = PASSWORD): Promise<SignedIn> => {
    const { body, headers } = await signIn(organisation, password).expect(200);
    const cookies = (headers['set-cookie'] as unknown as string[]).map((line) => line.split(';')[0] ?? '');
    return { memberId: body.member.id, organisationId: body.member.organisationId, staffNo: 'S1', accessToken: body.accessToken, cookies };
  };
  const change = (person: Person, oldPassword: string, newPassword: string) =>
    house.as(person).put('/me/password', { oldPassword, newPassword });
  const devicesOf = async (person: Person) =>
    (await house.as(person).get('/me/devices').expect(200)).body.items as {
      id: string;
      isThis: boolean;
      browser: string;
      system: string;
      lastUsedAt: string;
    }[];
  const wrong = async (organisation: string, times: number, origin: { staffNo?: string; from?: string; cookie?: string } = {}) => {
    for (let n = 0; n < times; n += 1) await signIn(organisation, 'wrong', origin).expect(403);
  };

  describe('a mobile number', () => {
    const mine = async (person: Person) => (await house.as(person).get('/me').expect(200)).body.member.mobile as string | null;
    const told = async ({ memberId }: Person) =>
      (await house.told('congress.mobile-changed.v1')).map(({ data }) => data).filter((data) => data['memberId'] === memberId);

    it('is one’s own to set and to take away, told to whoever sends messages and to nobody else', async () => {
      const secretary = await house.found('mobile');
      const person = await house.join(secretary, 'T1', '张小明');
      expect(await mine(person)).toBeNull();
      await house.as(person).put('/me/mobile', { mobile: '138 0013-8000' }).expect(204);
      await house.as(person).put('/me/mobile', { mobile: '+86 13800138000' }).expect(204);
      expect(await mine(person)).toBe('+8613800138000');
      await house.as(person).put('/me/mobile', { mobile: null }).expect(204);
      const { memberId, organisationId } = person;
      expect(await told(person)).toEqual([
        { organisationId, memberId, current: '+8613800138000', changedBy: memberId },
        { organisationId, memberId, current: null, changedBy: memberId },
      ]);
      const others = JSON.stringify(await house.told('congress.member-registered.v2'));
      expect(others).not.toContain('13800138000');
    });

    it.each(['', '138', '12800138000', '+861380013800000', 'null', 13_800_138_000])('is not %j', async (mobile) => {
      const person = await house.found(`mobile${String(mobile).length}${String(mobile).slice(0, 3).replace(/\W/g, '')}`);
      const refused = await house.as(person).put('/me/mobile', { mobile }).expect(400);
      expect(refused.body.faults[0]).toMatchObject({ field: 'mobile' });
    });

    it('is set by the secretariat, too, seen of one person by them and by oneself, and in no list or audit row', async () => {
      const secretary = await house.found('mobiles');
      const person = await house.join(secretary, 'T1', '张小明');
      const colleague = await house.join(secretary, 'T2', '李小红');
      const of = async (asking: Person) => (await house.as(asking).get(`/members/${person.memberId}`).expect(200)).body;
      const { version } = await of(secretary);
      await house.as(secretary).patch(`/members/${person.memberId}`, { mobile: '13900139000', version }).expect(200);
      expect([(await of(secretary)).mobile, (await of(person)).mobile, (await of(colleague)).mobile]).toEqual([
        '+8613900139000',
        '+8613900139000',
        null,
      ]);
      await house
        .as(colleague)
        .patch(`/members/${person.memberId}`, { mobile: null, version: version + 1 })
        .expect(403);
      for (const asking of [secretary, person, colleague])
        expect(JSON.stringify((await house.as(asking).get('/members?pageSize=200').expect(200)).body)).not.toContain('13900139000');
      const audit = await house.database.query('SELECT action, before, after FROM audit_trail WHERE subject_id = $1', [person.memberId]);
      expect(JSON.stringify(audit)).toContain('…9000');
      expect(JSON.stringify(audit)).not.toContain('3900139000');
      expect((await told(person)).at(-1)).toMatchObject({ changedBy: secretary.memberId });
    });
  });

  describe('a new password', () => {
    it('asks for the old one, and signs every other device out at once', async () => {
      const first = await house.found('change');
      const [here, there] = [await device('change'), await device('change')];
      expect((await change(here, 'wrong', ANOTHER).expect(422)).body.type).toBe('congress.wrong-password');
      expect((await change(here, PASSWORD, PASSWORD).expect(422)).body.type).toBe('congress.same-password');
      expect((await change(here, PASSWORD, 'password1password').expect(422)).body).toMatchObject({
        type: 'congress.weak-password',
        details: { reasons: ['well-known'] },
      });
      await change(here, PASSWORD, ANOTHER).expect(204);
      for (const person of [first, there]) await house.as(person).get('/me').expect(401);
      await house.as(here).get('/me').expect(200);
      await signIn('change', PASSWORD).expect(403);
      await signIn('change', ANOTHER).expect(200);
      expect(await house.told('congress.password-set.v1')).toHaveLength(1);
      const ended = (await house.told('congress.sign-ins-ended.v1')).flatMap(({ data }) => data['signInIds'] as string[]);
      expect(ended).toHaveLength(2);
    });

    it('is not guessed at from a device that was left unlocked, and locks nobody out who signs in', async () => {
      const person = await house.found('unlocked');
      for (let n = 0; n < 5; n += 1) await change(person, `guess-${n}`, ANOTHER).expect(422);
      expect((await change(person, PASSWORD, ANOTHER).expect(403)).body.type).toBe('congress.sign-in-locked');
      await signIn('unlocked', PASSWORD).expect(200);
    });

    it.each([
      ['1qaz2wsx3edc', 'well-known'],
      ['password1password', 'well-known'],
      ['5201314520', 'well-known'],
      ['a123456789', 'well-known'],
      ['qwertyuiop[]', 'keyboard-run'],
      ['abcabcabcabc', 'repeated'],
      ['zhangxiaoming-1990', 'contains-own-name'],
      ['xiaoming-1990', 'contains-own-name'],
      ['zhangxm19900101', 'contains-own-name'],
      ['gonghui123456', 'well-known'],
      ['S1S1S1S1S1', 'too-few-different'],
    ])('is not %s: %s', async (password, reason) => {
      const code = `weak${[...password].reduce((sum, symbol) => (sum * 31 + (symbol.codePointAt(0) ?? 0)) % 100_000, 7)}`;
      const secretary = await house.found(code);
      const person = await house.join(secretary, 'T1', '张小明');
      expect((await change(person, PASSWORD, password).expect(422)).body.details.reasons).toContain(reason);
    });
  });

  describe('a confirmation of one act', () => {
    const about = '44444444-4444-4444-8444-444444444444';
    const confirm = (person: Person, password: string, parts: object = {}) =>
      house.as(person).post('/me/confirmations', { password, act: 'rate-reply', about, ...parts });

    it('is given against the password, for the act alone that it names', async () => {
      await house.found('confirms');
      const here = await device('confirms');
      const { body } = await confirm(here, PASSWORD).expect(200);
      expect(body).toEqual({ confirmation: expect.any(String), expiresInS: 120 });
      const [, payload = ''] = (body.confirmation as string).split('.');
      const [, access = ''] = here.accessToken.split('.');
      const claims = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
      expect(claims(payload)).toMatchObject({
        sub: here.memberId,
        org: here.organisationId,
        sid: claims(access)['sid'],
        aud: 'plenum-confirmation',
        act: 'rate-reply',
        abt: about,
      });
      await house
        .as({ ...here, accessToken: body.confirmation as string })
        .get('/me')
        .expect(401);
      await confirm(here, PASSWORD, { act: 'vote' }).expect(400);
      await confirm(here, PASSWORD, { about: 'everything' }).expect(400);
    });

    it('is not guessed at from a device that was left unlocked, and locks nobody out who signs in', async () => {
      const person = await house.found('unconfirmed');
      for (let n = 0; n < 5; n += 1) expect((await confirm(person, `guess-${n}`).expect(422)).body.type).toBe('congress.wrong-password');
      expect((await confirm(person, PASSWORD).expect(403)).body.type).toBe('congress.sign-in-locked');
      await signIn('unconfirmed', PASSWORD).expect(200);
    });
  });

  describe('devices', () => {
    it('are told in words, this one first, and are signed out one by one or all others', async () => {
      await house.found('devices');
      const [one, two, here] = [await device('devices'), await device('devices'), await device('devices')];
      const listed = await devicesOf(here);
      expect(listed).toHaveLength(4);
      expect(listed[0]).toMatchObject({ isThis: true, browser: 'chrome', system: 'windows', lastUsedAt: expect.any(String) });
      expect(JSON.stringify(listed)).not.toContain('203.0.113');
      const idOfOne = (await devicesOf(one))[0]?.id ?? '';
      await house.as(here).delete(`/me/devices/${idOfOne}`).expect(204);
      await house.as(one).get('/me').expect(401);
      await house
        .as(null)
        .post('/session/refresh')
        .set('cookie', one.cookies[0] ?? '')
        .set('x-plenum-client', 'test')
        .expect(401);
      await house.as(here).delete(`/me/devices/${idOfOne}`).expect(404);
      await house.as(two).get('/me').expect(200);
      await house.as(here).delete('/me/devices').expect(204);
      await house.as(two).get('/me').expect(401);
      expect(await devicesOf(here)).toHaveLength(1);
    });

    it('of somebody else are not there', async () => {
      const secretary = await house.found('foreign');
      const teacher = await house.join(secretary, 'T1');
      const [own] = await devicesOf(secretary);
      expect((await house.as(teacher).delete(`/me/devices/${own?.id}`).expect(404)).body.type).toBe('congress.not-found');
      await house.as(secretary).get('/me').expect(200);
    });

    it('end with their access tokens when somebody signs out, leaves, or a token turns up twice', async () => {
      const secretary = await house.found('ends');
      const out = await device('ends');
      await house
        .as(null)
        .post('/session/sign-out')
        .set('cookie', out.cookies[0] ?? '')
        .set('x-plenum-client', 'test')
        .expect(204);
      await house.as(out).get('/me').expect(401);
      const teacher = await house.join(secretary, 'T1');
      await house.changing(secretary).patch(`/members/${teacher.memberId}`, { active: false }).expect(200);
      await house.as(teacher).get('/me').expect(401);
    });
  });

  describe('wrong passwords', () => {
    it('from elsewhere lock neither the address of the person nor a device that knows them', async () => {
      await house.found('lock');
      const known = await device('lock');
      await wrong('lock', 5, { from: '198.51.100.1' });
      expect((await signIn('lock', PASSWORD, { from: '198.51.100.1' }).expect(403)).body.type).toBe('congress.sign-in-locked');
      await signIn('lock', PASSWORD).expect(200);
      // The same address as the guesser's, a hall behind one router: the device that signed in before passes.
      await signIn('lock', PASSWORD, { from: '198.51.100.1', cookie: known.cookies[1] ?? '' }).expect(200);
      await signIn('lock', PASSWORD, { from: '198.51.100.1', cookie: `plenum_device=${'x'.repeat(43)}` }).expect(403);
    });

    it('on a device that knows the person are counted for it', async () => {
      await house.found('own');
      const known = await device('own');
      await wrong('own', 5, { cookie: known.cookies[1] ?? '' });
      expect((await signIn('own', PASSWORD, { cookie: known.cookies[1] ?? '' }).expect(403)).body.type).toBe('congress.sign-in-locked');
      await signIn('own', PASSWORD).expect(200);
    });

    it('from very many addresses lock all that are not known, and not those that are', async () => {
      await house.found('botnet');
      const known = await device('botnet');
      for (let n = 0; n < 15; n += 1) await wrong('botnet', 4, { from: `198.51.100.${n + 2}` });
      expect((await signIn('botnet', PASSWORD, { from: '192.0.2.9' }).expect(403)).body.type).toBe('congress.sign-in-locked');
      await signIn('botnet', PASSWORD, { from: '192.0.2.9', cookie: known.cookies[1] ?? '' }).expect(200);
    });

    it('do not keep the bearer of a one-time code out', async () => {
      const secretary = await house.found('bearer');
      await wrong('bearer', 5);
      const { body } = await house
        .as(secretary)
        .post('/members/sign-in-codes', { memberIds: [secretary.memberId] })
        .expect(201);
      await signIn('bearer', PASSWORD).expect(403);
      await house
        .as(null)
        .post('/first-sign-in', { organisation: 'bearer', staffNo: 's1', signInCode: body.codes[0].signInCode, password: ANOTHER })
        .set('x-forwarded-for', '203.0.113.1')
        .expect(200);
      await signIn('bearer', ANOTHER).expect(200);
    });

    it('are told once a day, shown to the secretariat, and lifted by it', async () => {
      const secretary = await house.found('button');
      const teacher = await house.join(secretary, 'T1');
      await wrong('button', 5, { staffNo: 't1' });
      await wrong('button', 5, { staffNo: 'Ｔ1', from: '198.51.100.9' });
      const told = (await house.told('congress.sign-in-locked.v1')).filter(({ aggregate_id: id }) => id === teacher.memberId);
      expect(told).toHaveLength(1);
      expect((await house.as(secretary).get(`/members/${teacher.memberId}`).expect(200)).body.lockedUntil).toEqual(expect.any(String));
      expect((await house.as(teacher).get(`/members/${teacher.memberId}`).expect(200)).body.lockedUntil).toBeNull();
      await house.as(teacher).post(`/members/${teacher.memberId}/unlocking`).expect(403);
      await house.as(secretary).post(`/members/${teacher.memberId}/unlocking`).expect(204);
      await house.as(secretary).post(`/members/${teacher.memberId}/unlocking`).expect(204);
      expect((await house.told('congress.sign-in-unlocked.v1')).filter(({ aggregate_id: id }) => id === teacher.memberId)).toHaveLength(1);
      await signIn('button', PASSWORD, { staffNo: 'T1' }).expect(200);
      const audited = await house.database.query(`SELECT FROM audit_trail WHERE action = 'unlock-sign-in' AND subject_id = $1`, [
        teacher.memberId,
      ]);
      expect(audited).toHaveLength(1);
    });

    it('leave nothing behind after an hour', async () => {
      await house.found('tidy');
      await wrong('tidy', 1, { staffNo: 'nobody' });
      await house.database.query(`UPDATE sign_in_attempts SET newest_at = now() - interval '2 hours'`);
      await wrong('tidy', 1);
      expect(await house.database.query('SELECT FROM sign_in_attempts')).toHaveLength(2);
    });
  });

  describe('a forgotten password', () => {
    const forgot = (organisation: string, staffNo: string) => house.as(null).post('/forgotten-password', { organisation, staffNo });

    it('is answered alike whether there is such a person, and an address, or not', async () => {
      const secretary = await house.found('mail');
      await house.changing(secretary).patch(`/members/${secretary.memberId}`, { email: 's1@school.example' }).expect(200);
      const answers = [await forgot('mail', 's1'), await forgot('mail', 'S9'), await forgot('nowhere', 'S1')];
      for (const { status, text } of answers) expect({ status, text }).toEqual({ status: 202, text: '' });
      await house.mailbox.mailsTo('s1@school.example');
      expect(house.mailbox.mails).toHaveLength(1);
    });

    it('is replaced by a code that comes by mail and is good once; every sign-in of before ends at once', async () => {
      const secretary = await house.found('by-mail');
      const teacher = await house.join(secretary, 'T1');
      await house.changing(secretary).patch(`/members/${secretary.memberId}`, { email: 'by-mail@school.example' }).expect(200);
      const there = await device('by-mail');
      await forgot('by-mail', 'Ｓ1').expect(202);
      const [mail] = await house.mailbox.mailsTo('by-mail@school.example');
      const signInCode = /登录码：(\S+)/.exec(mail?.text ?? '')?.[1] ?? 'there is none';
      const reset = (staffNo: string, password: string) =>
        house.as(null).post('/first-sign-in', { organisation: 'by-mail', staffNo, signInCode, password });
      const refreshed = (cookie = '') => house.as(null).post('/session/refresh').set('cookie', cookie).set('x-plenum-client', 'test');

      await house.as(there).get('/me').expect(200); // Who only asked for a code changed nothing.
      await reset('T1', ANOTHER).expect(403);
      const { body, headers } = await reset('S1', ANOTHER).expect(200);
      for (const before of [secretary, there]) await house.as(before).get('/me').expect(401);
      await refreshed(there.cookies[0]).expect(401);
      await house
        .as({ ...secretary, accessToken: body.accessToken })
        .get('/me')
        .expect(200);
      await refreshed((headers['set-cookie'] as unknown as string[])[0]?.split(';')[0]).expect(200);
      await house.as(teacher).get('/me').expect(200);

      expect((await reset('S1', 'a-third-river-44').expect(403)).body.type).toBe('congress.sign-in-refused');
      await signIn('by-mail', PASSWORD).expect(403);
      await signIn('by-mail', ANOTHER).expect(200);
      const ended = (await house.told('congress.sign-ins-ended.v1')).filter(({ aggregate_id: id }) => id === secretary.memberId);
      expect(ended.flatMap(({ data }) => data['signInIds'] as string[])).toHaveLength(2);
      const resets = (await house.told('congress.account-reset.v1'))
        .map(({ data }) => data)
        .filter(({ memberId }) => memberId === secretary.memberId);
      expect(resets.at(-1)).toMatchObject({ madeBy: null, isFirst: false });
    });

    it('is asked for without a flood of mails, and a code by mail is good for half an hour', async () => {
      const secretary = await house.found('half-hour');
      await house.changing(secretary).patch(`/members/${secretary.memberId}`, { email: 'half-hour@school.example' }).expect(200);
      for (let n = 0; n < 3; n += 1) await forgot('half-hour', 'S1').expect(202);
      const [mail] = await house.mailbox.mailsTo('half-hour@school.example');
      const signInCode = /登录码：(\S+)/.exec(mail?.text ?? '')?.[1];
      await house.database.query(
        `UPDATE accounts SET mail_code_expires_at = mail_code_expires_at - interval '30 minutes' WHERE member_id = $1`,
        [secretary.memberId],
      );
      await house.as(null).post('/first-sign-in', { organisation: 'half-hour', staffNo: 'S1', signInCode, password: ANOTHER }).expect(403);
      const sent = await house.database.query(`SELECT FROM audit_trail WHERE action = 'mail-sign-in-code' AND subject_id = $1`, [
        secretary.memberId,
      ]);
      expect(sent).toHaveLength(1);
    });
  });

  it('tells that a sign-in which has lapsed is over, once its person signs in again, and ends no other', async () => {
    await house.found('lapsed');
    const [gone, kept] = [await device('lapsed'), await device('lapsed')];
    const idOf = async (person: Person) => (await devicesOf(person)).find(({ isThis }) => isThis)?.id ?? '';
    const [lapsedId, keptId] = [await idOf(gone), await idOf(kept)];
    await house.database.query("UPDATE refresh_tokens SET expires_at = now() - interval '1 second' WHERE family_id = $1", [lapsedId]);
    const ended = async () => (await house.told('congress.sign-ins-ended.v1')).flatMap(({ data }) => data['signInIds'] as string[]);
    expect(await ended()).not.toContain(lapsedId);
    const again = await device('lapsed');
    expect(await ended()).toContain(lapsedId);
    expect(await ended()).not.toContain(keptId);
    expect((await devicesOf(again)).map(({ id }) => id)).not.toContain(lapsedId);
  });
});
