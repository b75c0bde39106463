import { congressHouse, type Person } from '../testing/congress-house.js';

/** How a secretary sets a congress up, in whichever order. */
describe('setting up a congress', () => {
  const house = congressHouse();
  const readiness = async (secretary: Person) => (await house.as(secretary).get('/readiness').expect(200)).body;

  it('says in numbers what is there and what is missing', async () => {
    const secretary = await house.found('ready');
    expect(await readiness(secretary)).toEqual({
      units: 0,
      members: 1,
      membersWithoutUnit: 1,
      membersWithoutSignIn: 0,
      terms: 0,
      session: null,
      offices: [{ office: 'SECRETARIAT', holders: 1 }],
    });
    await house.as(secretary).post('/members', { staffNo: 'T1', name: '王一' }).expect(201);
    const sessionId = await house.session(secretary);
    await house.as(secretary).post(`/sessions/${sessionId}/delegations`, { name: '第一代表团' }).expect(201);
    await house
      .as(secretary)
      .post(`/sessions/${sessionId}/delegates/list`, { staffNos: ['T1'], kind: 'DELEGATE' })
      .expect(200);
    expect(await readiness(secretary)).toMatchObject({
      members: 2,
      membersWithoutSignIn: 1,
      terms: 1,
      session: {
        id: sessionId,
        state: 'SET_UP',
        delegations: 1,
        delegationsWithoutHead: 1,
        entitled: 1,
        needed: 1,
        delegatesWithoutDelegation: 1,
        membersNotSeated: 1,
      },
    });
  });

  it('renames a unit, and the others hear of it in order', async () => {
    const secretary = await house.found('rename');
    const unit = await house.as(secretary).post('/units', { code: 'U01', name: '图书馆' }).expect(201);
    await house.as(secretary).post('/units', { code: 'U02', name: '工会' }).expect(201);
    await house.changing(secretary).patch(`/units/${unit.body.id}`, { name: '图书信息中心' }).expect(200);
    await house.changing(secretary).patch(`/units/${unit.body.id}`, { name: '图书信息中心' }).expect(200);
    const taken = await house.changing(secretary).patch(`/units/${unit.body.id}`, { name: '工会' }).expect(409);
    expect(taken.body.type).toBe('congress.unit-exists');
    const told = (await house.told('congress.unit-set-up.v1')).filter(({ aggregate_id: id }) => id === unit.body.id);
    expect(told.map(({ version, data }) => [version, data['name']])).toEqual([
      [1, '图书馆'],
      [2, '图书信息中心'],
    ]);
  });

  it('seats a list as a whole or not at all, and a unit with whoever has no seat yet', async () => {
    const secretary = await house.found('list');
    const unit = await house.as(secretary).post('/units', { code: 'U01', name: '图书馆' }).expect(201);
    for (const staffNo of ['T1', 'T2', 'T3'])
      await house
        .as(secretary)
        .post('/members', { staffNo, name: `教师${staffNo}`, unitId: unit.body.id })
        .expect(201);
    const sessionId = await house.session(secretary);
    const delegation = await house.as(secretary).post(`/sessions/${sessionId}/delegations`, { name: '第一代表团' }).expect(201);
    const seat = (body: object) =>
      house.as(secretary).post(`/sessions/${sessionId}/delegates/list`, { delegationId: delegation.body.id, kind: 'DELEGATE', ...body });
    const refused = await seat({ staffNos: ['t1', 'T9', 'T1'] }).expect(422);
    expect(refused.body).toMatchObject({ type: 'congress.seats-refused', details: { refused: ['unknown:T9', 'twice:T1'] } });
    expect((await house.as(secretary).get(`/sessions/${sessionId}/delegates`).expect(200)).body.total).toBe(0);
    expect((await seat({ staffNos: ['ｔ1'] }).expect(200)).body).toEqual({ seated: 1 });
    expect((await seat({ unitId: unit.body.id }).expect(200)).body).toEqual({ seated: 2 });
    expect((await seat({ unitId: unit.body.id }).expect(200)).body).toEqual({ seated: 0 });
    const elsewhere = await seat({ staffNos: ['T2'], kind: 'ATTENDEE' }).expect(422);
    expect(elsewhere.body.details.refused).toEqual(['seated-already:T2']);
    await seat({}).expect(400);
  });

  it('gives a delegation its head later, and unseats nobody who is in the room', async () => {
    const secretary = await house.found('head');
    const head = await house.join(secretary, 'T1');
    const sessionId = await house.session(secretary);
    const {
      body: { id },
    } = await house.as(secretary).post(`/sessions/${sessionId}/delegations`, { name: '第一代表团' }).expect(201);
    await house
      .changing(secretary)
      .patch(`/sessions/${sessionId}/delegations/${id}`, { name: '第二代表团', headMemberId: head.memberId })
      .expect(204);
    const { body } = await house.as(secretary).get(`/sessions/${sessionId}/delegations`).expect(200);
    expect(body.items).toMatchObject([{ id, name: '第二代表团', headMemberId: head.memberId }]);
    await house
      .as(secretary)
      .post(`/sessions/${sessionId}/delegates/list`, { staffNos: ['T1'], delegationId: id, kind: 'DELEGATE' })
      .expect(200);
    await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(200);
    await house.as(head).post(`/sessions/${sessionId}/attendance`, {}).expect(204);
    const unseat = () => house.changing(secretary).delete(`/sessions/${sessionId}/delegates/${head.memberId}`, { reason: '调离' });
    expect((await unseat().expect(409)).body.type).toBe('congress.seat-present');
    await house.as(head).delete(`/sessions/${sessionId}/attendance/${head.memberId}`).expect(204);
    await unseat().expect(204);
  });

  it('keeps from when until when an office was held', async () => {
    const secretary = await house.found('period');
    const teller = await house.join(secretary, 'T1');
    const {
      body: { id },
    } = await house.as(secretary).post('/offices', { memberId: teller.memberId, office: 'PROPOSALS_COMMITTEE' }).expect(201);
    await house.as(secretary).delete(`/offices/${id}`).expect(204);
    const names = async (query: string) => (await house.as(secretary).get(`/offices${query}`).expect(200)).body.items;
    expect(await names('?office=PROPOSALS_COMMITTEE')).toEqual([]);
    expect(await names('?office=PROPOSALS_COMMITTEE&past=true')).toMatchObject([
      { id, assignedAt: expect.any(String), relievedAt: expect.any(String) },
    ]);
  });

  it('knows a person in either case, at sign-in and in a second registration', async () => {
    const secretary = await house.found('case');
    await house.join(secretary, 'ab12');
    await house.as(null).post('/sign-in', { organisation: 'case', staffNo: 'ＡＢ12', password: 'green-river-42' }).expect(200);
    expect((await house.as(secretary).post('/members', { staffNo: 'AB12', name: '另一人' }).expect(409)).body.type).toBe(
      'congress.member-exists',
    );
  });
});
