import { congressHouse, OPERATOR_TOKEN, type Person } from '../testing/congress-house.js';

describe('who may do what in the congress service', () => {
  const house = congressHouse();
  let [secretary, teacher, elsewhere]: Partial<Person>[] = [];
  let session: string;

  beforeAll(async () => {
    secretary = await house.found('mine');
    teacher = await house.join(secretary as Person, 'T1');
    elsewhere = await house.found('theirs');
    session = await house.session(secretary as Person);
  });

  // What `test/authorisation` asks of every endpoint, asked with other parameters.
  it('lets a session of ours be named by our own people only, where offices are listed', async () => {
    const offices = (person: Partial<Person> | null | undefined) => house.as(person as Person | null).get(`/offices?sessionId=${session}`);
    expect((await offices(null).expect(401)).body.type).toBe('unauthenticated');
    expect((await offices(elsewhere).expect(404)).body.type).toBe('congress.not-found');
    await offices(teacher).expect(200);
  });

  it.each([
    ['a roster without a session', '/roster-imports', undefined],
    ['a member without a unit', '/members', { staffNo: 'X1', name: '某人' }],
  ])('takes %s from the secretariat only', async (_, path, body) => {
    expect((await house.as(null).post(path, body).expect(401)).body.type).toBe('unauthenticated');
    expect(
      (
        await house
          .as(teacher as Person)
          .post(path, body)
          .expect(403)
      ).body.type,
    ).toBe('congress.forbidden');
    expect((await house.as(secretary as Person).post(path, body)).status).not.toBe(403);
  });

  it('founds organisations for the operator only', async () => {
    const founding = { code: 'new', name: '新', level: 1, secretary: { staffNo: 'S1', name: '秘' } };
    await house.as(null).post('/organisations', founding).expect(401);
    await house.as(null).post('/organisations', founding).set('x-operator-token', `${OPERATOR_TOKEN}x`).expect(401);
    await house
      .as(secretary as Person)
      .post('/organisations', founding)
      .expect(401);
    await house.as(null).post('/organisations', founding).set('x-operator-token', OPERATOR_TOKEN).expect(201);
    const again = await house.as(null).post('/organisations', founding).set('x-operator-token', OPERATOR_TOKEN).expect(409);
    expect(again.body.type).toBe('congress.organisation-exists');
    const faculty = { ...founding, code: 'new-faculty', level: 2 };
    await house.as(null).post('/organisations', faculty).set('x-operator-token', OPERATOR_TOKEN).expect(422);
    await house
      .as(null)
      .post('/organisations', { ...faculty, parentCode: 'none' })
      .set('x-operator-token', OPERATOR_TOKEN)
      .expect(404);
    await house
      .as(null)
      .post('/organisations', { ...faculty, parentCode: 'new' })
      .set('x-operator-token', OPERATOR_TOKEN)
      .expect(201);
  });

  it('lets a session’s secretariat run that session and no more', async () => {
    const owner = secretary as Person;
    const clerk = await house.join(owner, 'T2');
    const other = await house.session(owner, 5);
    await house.as(owner).post('/offices', { memberId: clerk.memberId, office: 'SECRETARIAT', sessionId: session }).expect(201);
    await house.as(clerk).post(`/sessions/${session}/delegations`, { name: '甲团' }).expect(201);
    await house.as(clerk).post(`/sessions/${other}/delegations`, { name: '甲团' }).expect(403);
    await house.as(clerk).post('/units', { code: 'U', name: '甲' }).expect(403);
    await house.as(clerk).post('/offices', { memberId: clerk.memberId, office: 'SECRETARIAT' }).expect(403);
  });

  it('shows addresses to the secretariat and to oneself', async () => {
    const owner = secretary as Person;
    const [one, two] = [await house.join(owner, 'T3'), await house.join(owner, 'T4')];
    await house.changing(owner).patch(`/members/${one.memberId}`, { email: 'one@school.example' }).expect(200);
    const seenBy = async (person: Person) => (await house.as(person).get(`/members/${one.memberId}`).expect(200)).body;
    expect(await seenBy(owner)).toMatchObject({ email: 'one@school.example', account: 'PASSWORD_SET' });
    expect(await seenBy(one)).toMatchObject({ email: 'one@school.example', account: 'PASSWORD_SET' });
    expect(await seenBy(two)).toMatchObject({ name: '教师 T3', email: null, account: null });
  });
});
