import supertest from 'supertest';
import { congressHouse, PASSWORD } from '../testing/congress-house.js';

describe('codes and passwords', () => {
  const house = congressHouse();

  it('are told: whose, by whom, and whether there was a password before; never the code', async () => {
    const secretary = await house.found('resets');
    const as = house.as(secretary);
    const { body: member } = await as.post('/members', { staffNo: 'T1', name: '王甲子' }).expect(201);
    const codeOf = async () =>
      (await as.post('/members/sign-in-codes', { memberIds: [member.id] }).expect(201)).body.codes[0].signInCode as string;
    const resets = async () =>
      (await house.told('congress.account-reset.v1')).map(({ data }) => data).filter(({ memberId }) => memberId === member.id);
    const organisationId = secretary.organisationId;

    const code = await codeOf();
    const given = (await house.told('congress.sign-in-code-given.v1')).map(({ data }) => data);
    expect(given).toEqual([{ organisationId, memberId: member.id, givenBy: secretary.memberId }]);
    expect(await resets()).toEqual([]); // A code that nobody uses changes nothing.
    await house
      .as(null)
      .post('/first-sign-in', { organisation: 'resets', staffNo: 'T1', signInCode: code, password: PASSWORD })
      .expect(200);
    await house
      .as(null)
      .post('/first-sign-in', { organisation: 'resets', staffNo: 'T1', signInCode: await codeOf(), password: `${PASSWORD}-2` })
      .expect(200);
    const reset = { organisationId, memberId: member.id, madeBy: secretary.memberId, at: expect.any(String) };
    expect(await resets()).toEqual([
      { ...reset, isFirst: true },
      { ...reset, isFirst: false },
    ]);
    expect(JSON.stringify(await house.database.query('SELECT data FROM outbox'))).not.toContain(code);
  });

  it('stand in the audit trail with whoever made the code, given or mailed, and never with the code', async () => {
    const secretary = await house.found('makers');
    const as = house.as(secretary);
    const member = async (staffNo: string) =>
      (await as.post('/members', { staffNo, name: `教师 ${staffNo}`, email: `${staffNo}@makers.example` }).expect(201)).body.id as string;
    const mailed = async (staffNo: string, asker: typeof secretary | null): Promise<string> => {
      await house
        .as(asker)
        .post('/forgotten-password', { organisation: 'makers', staffNo })
        .set('user-agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')
        .expect(202);
      const [mail] = await house.mailbox.mailsTo(`${staffNo}@makers.example`);
      return /登录码：(\S+)/.exec(mail?.text ?? '')?.[1] ?? 'there is none';
    };
    const audited = (action: string, ofWhom: string) =>
      house.database.query(
        'SELECT actor_id AS actor, after FROM audit_trail WHERE action = $1 AND (subject_id = $2 OR after @> $3) ORDER BY position',
        [action, ofWhom, { memberId: ofWhom }],
      );
    const [given, forgetful, pushed] = [await member('T1'), await member('T2'), await member('T3')];
    const codes = {
      T1: (await as.post('/members/sign-in-codes', { memberIds: [given] }).expect(201)).body.codes[0].signInCode as string,
      T2: await mailed('T2', null),
      T3: await mailed('T3', secretary),
    };
    for (const [staffNo, signInCode] of Object.entries(codes))
      await house.as(null).post('/first-sign-in', { organisation: 'makers', staffNo, signInCode, password: PASSWORD }).expect(200);

    const device = { browser: 'firefox', system: 'linux' };
    expect(await audited('mail-sign-in-code', forgetful)).toEqual([{ actor: null, after: { expiresAt: expect.any(String), device } }]);
    expect(await audited('mail-sign-in-code', pushed)).toEqual([
      { actor: secretary.memberId, after: { expiresAt: expect.any(String), device } },
    ]);
    const makers = {
      [given]: { way: 'given', by: secretary.memberId },
      [forgetful]: { way: 'mailed', by: null },
      [pushed]: { way: 'mailed', by: secretary.memberId },
    };
    for (const [memberId, maker] of Object.entries(makers))
      expect(await audited('set-password', memberId)).toEqual([{ actor: memberId, after: { memberId, isFirst: true, maker } }]);
    const trail = JSON.stringify(await house.database.query('SELECT * FROM audit_trail'));
    for (const code of Object.values(codes)) expect(trail).not.toContain(code);
  });

  it('of an address that is replaced, removed or comes with a roster the former one and the maker are told, once for each change', async () => {
    const secretary = await house.found('addresses');
    const as = house.as(secretary);
    const { body: member } = await as.post('/members', { staffNo: 'T1', name: '王甲子', email: 'one@school.example' }).expect(201);
    const told = async () =>
      (await house.told('congress.mail-changed.v1')).map(({ data }) => data).filter(({ memberId }) => memberId === member.id);
    expect(await told()).toEqual([]);
    await house.changing(secretary).patch(`/members/${member.id}`, { email: 'two@school.example' }).expect(200);
    await house.changing(secretary).patch(`/members/${member.id}`, { email: 'Two@school.example', name: '王甲丑' }).expect(200);
    await house.changing(secretary).patch(`/members/${member.id}`, { email: null }).expect(200);
    const roster = supertest(house.url).post('/api/congress/roster-imports').set('authorization', `Bearer ${secretary.accessToken}`);
    const { body: preview } = await roster
      .attach('file', Buffer.from('工号,姓名,邮箱\nT1,王甲丑,three@school.example\nT2,李乙丑,new@school.example'), 'roster.csv')
      .expect(201);
    await house.changing(secretary).post(`/roster-imports/${preview.importId}/confirmation`).expect(200);
    const change = { organisationId: secretary.organisationId, memberId: member.id, changedBy: secretary.memberId };
    expect(await told()).toEqual([
      { ...change, former: 'one@school.example', current: 'two@school.example' },
      { ...change, former: 'Two@school.example', current: null },
      { ...change, former: null, current: 'three@school.example' },
    ]);
  });
});
