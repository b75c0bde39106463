import { HttpException } from '@nestjs/common';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { Passwords } from '../credentials/passwords/passwords.js';
import { congressHouse, OPERATOR_TOKEN, PASSWORD } from '../testing/congress-house.js';

describe('accounts', () => {
  const house = congressHouse();

  const founded = async (code: string) =>
    (
      await house
        .as(null)
        .post('/organisations', { code, name: '学校', level: 1, secretary: { staffNo: 'S1', name: '秘书甲' } })
        .set('x-operator-token', OPERATOR_TOKEN)
        .expect(201)
    ).body as {
      organisationId: string;
      memberId: string;
      signInCode: string;
    };
  const signIn = (organisation: string, password: string, staffNo = 'S1') =>
    house.as(null).post('/sign-in', { organisation, staffNo, password });
  const firstSignIn = (organisation: string, signInCode: string, password = PASSWORD) =>
    house.as(null).post('/first-sign-in', { organisation, staffNo: 'S1', signInCode, password });
  const refresh = (cookie: string) => house.as(null).post('/session/refresh').set('cookie', cookie).set('x-plenum-client', 'test');
  const cookieOf = ({ headers }: { headers: Record<string, unknown> }): string =>
    String((headers['set-cookie'] as unknown as string[])[0]).split(';')[0] ?? '';

  describe('first sign-in', () => {
    it('sets the password against the one-time code, and the code is spent', async () => {
      const { signInCode, memberId, organisationId } = await founded('first');
      const { body } = await firstSignIn('first', signInCode.toLowerCase().replaceAll('-', ' ')).expect(200);
      expect(body).toMatchObject({ expiresInS: 600, member: { id: memberId, name: '秘书甲', organisationId } });
      const again = await firstSignIn('first', signInCode).expect(403);
      expect(again.body.type).toBe('congress.sign-in-refused');
      await signIn('first', PASSWORD).expect(200);
      await signIn(' FIRST ', PASSWORD, 'Ｓ1').expect(200);
    });

    it('refuses a weak password and leaves the code good', async () => {
      const { signInCode } = await founded('weak');
      const { body } = await firstSignIn('weak', signInCode, '1234567890').expect(422);
      expect(body).toMatchObject({ type: 'congress.weak-password', details: { reasons: ['in-sequence', 'well-known'] } });
      await firstSignIn('weak', signInCode).expect(200);
    });

    it('refuses an expired code', async () => {
      const { signInCode, memberId } = await founded('late');
      await house.database.query(`UPDATE accounts SET code_expires_at = now() - interval '1 second' WHERE member_id = $1`, [memberId]);
      const { body } = await firstSignIn('late', signInCode).expect(403);
      expect(body.type).toBe('congress.sign-in-refused');
    });

    it('lets one of many spend the code', async () => {
      const { signInCode } = await founded('race');
      const answers = await Promise.all(Array.from({ length: 4 }, () => firstSignIn('race', signInCode)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403]);
    });

    it('replaces a forgotten password by a new code, and ends every earlier sign-in', async () => {
      const secretary = await house.found('forgot');
      const earlier = cookieOf(await signIn('forgot', PASSWORD).expect(200));
      const { body } = await house
        .as(secretary)
        .post('/members/sign-in-codes', { memberIds: [secretary.memberId] })
        .expect(201);
      await firstSignIn('forgot', body.codes[0].signInCode, 'another-river-43').expect(200);
      await signIn('forgot', PASSWORD).expect(403);
      await signIn('forgot', 'another-river-43').expect(200);
      await refresh(earlier).expect(401);
    });
  });

  describe('sign-in', () => {
    it('gives a token of ten minutes that the published key proves, and says no more than who and by which sign-in', async () => {
      const secretary = await house.found('token');
      const claims = decodeJwt(secretary.accessToken);
      expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'org', 'sid', 'sub']);
      expect(Number(claims.exp) - Number(claims.iat)).toBe(600);
      const { body } = await house.as(null).get('/.well-known/jwks.json').expect(200);
      expect(body.keys).toEqual([
        {
          kty: 'EC',
          crv: 'P-256',
          x: expect.any(String),
          y: expect.any(String),
          kid: decodeProtectedHeader(secretary.accessToken).kid,
          alg: 'ES256',
          use: 'sig',
        },
      ]);
      await house.as(secretary).get('/me').expect(200);
      await house
        .as({ ...secretary, accessToken: `${secretary.accessToken.slice(0, -4)}AAAA` })
        .get('/me')
        .expect(401);
    });

    it('answers a wrong password, an unknown number and an unknown organisation alike', async () => {
      await house.found('alike');
      const bodies = await Promise.all([signIn('alike', 'wrong'), signIn('alike', PASSWORD, 'S9'), signIn('nowhere', PASSWORD)]);
      for (const { status, body } of bodies)
        expect({ status, type: body.type, details: body.details }).toEqual({
          status: 403,
          type: 'congress.sign-in-refused',
          details: undefined,
        });
    });

    it('locks after five failures, for everybody alike, and tells until when', async () => {
      await house.found('locked');
      for (const staffNo of ['S1', 'S9']) {
        for (let n = 0; n < 5; n += 1) await signIn('locked', 'wrong', staffNo).expect(403);
        const { body } = await signIn('locked', PASSWORD, staffNo).expect(403);
        expect(body).toMatchObject({ type: 'congress.sign-in-locked', details: { until: expect.any(String) } });
      }
      await house.database.query(
        `UPDATE sign_in_attempts SET failures = ARRAY(SELECT f - interval '16 minutes' FROM unnest(failures) AS f)`,
      );
      await signIn('locked', PASSWORD).expect(200);
    });

    it('holds nothing against anybody that the house was too busy to look at', async () => {
      await house.found('busy');
      for (let n = 0; n < 4; n += 1) await signIn('busy', 'wrong').expect(403);
      const busy = jest.spyOn(house.app.get(Passwords), 'matches').mockRejectedValue(new HttpException('too many are waiting', 429));
      for (let n = 0; n < 6; n += 1) await signIn('busy', PASSWORD).expect(429);
      busy.mockRestore();
      expect((await signIn('busy', 'wrong').expect(403)).body.type).toBe('congress.sign-in-refused');
      expect((await signIn('busy', PASSWORD).expect(403)).body.type).toBe('congress.sign-in-locked'); // The five before were looked at.
    });

    it('lets no more than five of many simultaneous guesses through', async () => {
      await house.found('burst');
      const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => signIn('burst', `guess-${n}`)));
      expect(answers.filter(({ body }) => body.type === 'congress.sign-in-refused')).toHaveLength(5);
      expect(answers.filter(({ body }) => body.type === 'congress.sign-in-locked')).toHaveLength(15);
    });

    it('forgets failures after a success', async () => {
      await house.found('forgiven');
      for (let round = 0; round < 2; round += 1) {
        for (let n = 0; n < 4; n += 1) await signIn('forgiven', 'wrong').expect(403);
        await signIn('forgiven', PASSWORD).expect(200);
      }
    });

    it('lets nobody in who has left', async () => {
      const secretary = await house.found('left');
      const teacher = await house.join(secretary, 'T1');
      const cookie = cookieOf(await signIn('left', PASSWORD, 'T1').expect(200));
      await house.changing(secretary).patch(`/members/${teacher.memberId}`, { active: false }).expect(200);
      await signIn('left', PASSWORD, 'T1').expect(403);
      await refresh(cookie).expect(401);
    });
  });

  describe('the refresh cookie', () => {
    it('is out of reach of scripts and other sites, and sent to its own routes only', async () => {
      await house.found('cookie');
      const { headers } = await signIn('cookie', PASSWORD).expect(200);
      expect(headers['set-cookie']).toEqual([
        expect.stringMatching(
          /^plenum_refresh=[\w-]{43}; Path=\/api\/congress\/session; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
        ),
        expect.stringMatching(/^plenum_device=[\w-]{43}; Max-Age=34560000; Path=\/api\/congress; HttpOnly; Secure; SameSite=Strict$/),
      ]);
    });

    it('is traded for the next one', async () => {
      await house.found('trade');
      const first = cookieOf(await signIn('trade', PASSWORD));
      const answer = await refresh(first).expect(200);
      expect(answer.body).toMatchObject({
        accessToken: expect.any(String),
        expiresInS: 600,
        keepingKey: (await signIn('trade', PASSWORD)).body.keepingKey,
        member: { name: '秘书甲' },
      });
      expect(cookieOf(answer)).not.toBe(first);
      await refresh(cookieOf(answer)).expect(200);
    });

    it('that is used twice ends all that came of the same sign-in, and no other', async () => {
      const { memberId } = await house.found('reuse');
      const other = cookieOf(await signIn('reuse', PASSWORD));
      const first = cookieOf(await signIn('reuse', PASSWORD));
      const second = cookieOf(await refresh(first).expect(200));
      const third = cookieOf(await refresh(second).expect(200));
      const { body } = await refresh(first).expect(401);
      expect(body.type).toBe('unauthenticated');
      await refresh(third).expect(401);
      await refresh(other).expect(200);
      const ended = await house.database.query('SELECT action FROM audit_trail WHERE action = $1 AND after @> $2', [
        'refresh-token-reused',
        { memberId },
      ]);
      expect(ended).toHaveLength(1);
    });

    it('has one successor, also when two trade it at the same time or the answer was lost', async () => {
      await house.found('twice');
      const first = cookieOf(await signIn('twice', PASSWORD));
      const [one, other] = await Promise.all([refresh(first).expect(200), refresh(first).expect(200)]);
      expect(cookieOf(one)).toBe(cookieOf(other));
      expect(cookieOf(await refresh(first).expect(200))).toBe(cookieOf(one));
      await refresh(cookieOf(one)).expect(200);
    });

    it('whose answer was lost is not traded again after the grace', async () => {
      const { memberId } = await house.found('lost-late');
      const first = cookieOf(await signIn('lost-late', PASSWORD));
      const second = cookieOf(await refresh(first).expect(200));
      await house.database.query(
        `
          UPDATE refresh_tokens
          SET used_at = used_at - interval '31 seconds'
          WHERE family_id IN (SELECT id FROM refresh_families WHERE member_id = $1)
        `,
        [memberId],
      );
      await refresh(first).expect(401);
      await refresh(second).expect(401);
    });

    it('no longer counts when it has expired', async () => {
      const { memberId } = await house.found('expired');
      const cookie = cookieOf(await signIn('expired', PASSWORD));
      await house.database.query(
        `UPDATE refresh_tokens SET expires_at = now() WHERE family_id IN (SELECT id FROM refresh_families WHERE member_id = $1)`,
        [memberId],
      );
      await refresh(cookie).expect(401);
    });

    it('is gone after signing out', async () => {
      await house.found('out');
      const cookie = cookieOf(await signIn('out', PASSWORD));
      const { headers } = await house.as(null).post('/session/sign-out').set('cookie', cookie).set('x-plenum-client', 'test').expect(204);
      expect(String(headers['set-cookie'])).toMatch(/^plenum_refresh=;/);
      await refresh(cookie).expect(401);
    });

    it.each(['/session/refresh', '/session/sign-out'])('does nothing at %s for a request that another site could forge', async (path) => {
      const code = `forged${path.length}`;
      await house.found(code);
      const cookie = cookieOf(await signIn(code, PASSWORD));
      const { body } = await house.as(null).post(path).set('cookie', cookie).expect(403);
      expect(body.type).toBe('congress.forbidden');
      await refresh(cookie).expect(200);
    });

    it.each(['', 'plenum_refresh=', 'plenum_refresh=made-up'])('of %j is nobody', async (cookie) => {
      await refresh(cookie).expect(401);
    });
  });

  it('slows an address down that fails to sign in more than 300 times a minute, whoever it claims to be; what succeeds is not counted', async () => {
    await house.found('hall');
    const { signInCode } = await founded('bearer');
    const from = { 'x-forwarded-for': '203.0.113.7' };
    const failing = (n: number) =>
      house
        .as(null)
        .post('/first-sign-in', { organisation: 'hall', staffNo: `X${n}`, signInCode: 'made-up', password: PASSWORD })
        .set(from);
    const failed = async (first: number, many: number) => {
      const statuses: number[] = [];
      for (let n = 0; n < many; n += 10)
        statuses.push(
          ...(await Promise.all(Array.from({ length: Math.min(10, many - n) }, (_, nth) => failing(first + n + nth)))).map(
            ({ status }) => status,
          ),
        );
      return statuses;
    };
    expect(new Set(await failed(0, 298))).toEqual(new Set([403]));
    for (let n = 0; n < 3; n += 1) await signIn('hall', PASSWORD).set(from).expect(200);
    const cookies = (await signIn('hall', PASSWORD).set(from).expect(200)).headers['set-cookie'] as unknown as string[];
    expect(await failed(298, 2)).toEqual([403, 403]);
    await failing(300).expect(429);
    expect((await signIn('hall', PASSWORD).set(from).expect(429)).body.type).toBe('too-many-requests');
    // A device on which the member has signed in before is let in all the same.
    await signIn('hall', PASSWORD)
      .set(from)
      .set('cookie', cookies.map((cookie) => cookie.split(';')[0]).join('; '))
      .expect(200);
    // So is the bearer of a good code, which nobody guesses.
    await firstSignIn('bearer', signInCode).set(from).expect(200);
    await signIn('hall', PASSWORD).expect(200);
  });

  it('keeps whoever signs in elsewhere waiting for hardly anybody who guesses at many accounts from one address', async () => {
    await house.found('elsewhere');
    const [guesses, answered] = [80, new Set<number>()];
    const guessed = Array.from({ length: guesses }, (_, n) =>
      signIn('elsewhere', 'guess', `G${n}`)
        .set('x-forwarded-for', '203.0.113.9')
        .expect(403)
        .then(() => answered.add(n)),
    );
    await signIn('elsewhere', PASSWORD).set('x-forwarded-for', '203.0.113.10').expect(200);
    // Behind all of them it would be their last; some are compared while the others still arrive.
    expect(answered.size).toBeLessThan(guesses - 20);
    await Promise.all(guessed);
  });

  it('leaves no password, code or token anywhere it does not belong', async () => {
    const { signInCode } = await founded('secret');
    const answer = await firstSignIn('secret', signInCode, 'canary-river-4711').expect(200);
    const refreshToken = cookieOf(answer).split('=')[1] ?? '';
    const deviceToken = String((answer.headers['set-cookie'] as unknown as string[])[1]).split(/[=;]/)[1] ?? '';
    const secrets = [
      signInCode,
      signInCode.replaceAll('-', ''),
      'canary-river-4711',
      answer.body.accessToken as string,
      answer.body.keepingKey as string,
      refreshToken,
      deviceToken,
    ];
    const tables = await house.database.query<{ table_name: string }>(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    for (const { table_name: table } of tables) {
      for (const secret of secrets) {
        const found = await house.database.query(`SELECT FROM "${table}" AS r WHERE r::text LIKE '%' || $1 || '%'`, [secret]);
        expect([table, found.length]).toEqual([table, 0]);
      }
    }
  });
});
