import { congressHouse } from '../testing/congress-house.js';

describe('two who change the same', () => {
  const house = congressHouse();
  const outdated = (current: number) => ({ type: 'congress.outdated', status: 409, details: { current } });

  it('member: the second is told, and nothing of theirs is written', async () => {
    const secretary = await house.found('twomember');
    const as = house.as(secretary);
    const { body: member } = await as.post('/members', { staffNo: 'T1', name: '王甲子', email: 'a@example.test' }).expect(201);
    expect(member.version).toBe(1);
    await as.patch(`/members/${member.id}`, { name: '王甲子', email: 'b@example.test', version: 1 }).expect(200);
    expect(
      (await as.patch(`/members/${member.id}`, { name: '王家子', email: 'a@example.test', version: 1 }).expect(409)).body,
    ).toMatchObject(outdated(2));
    expect((await as.get(`/members/${member.id}`).expect(200)).body).toMatchObject({ name: '王甲子', email: 'b@example.test', version: 2 });
    // What is so already is no change.
    await as.patch(`/members/${member.id}`, { name: '王甲子', email: 'b@example.test', version: 1 }).expect(200);
    expect((await as.patch(`/members/${member.id}`, { name: '王家子', version: 2 }).expect(200)).body).toMatchObject({
      name: '王家子',
      version: 3,
    });
  });

  it('unit, delegation or calendar, likewise', async () => {
    const secretary = await house.found('twounit');
    const as = house.as(secretary);
    const { body: unit } = await as.post('/units', { code: 'LIB', name: '图书馆' }).expect(201);
    await as.patch(`/units/${unit.id}`, { name: '图书信息中心', version: unit.version }).expect(200);
    expect((await as.patch(`/units/${unit.id}`, { name: '图文中心', version: unit.version }).expect(409)).body).toMatchObject(outdated(2));
    expect((await as.get('/units').expect(200)).body.items).toMatchObject([{ name: '图书信息中心', version: 2 }]);

    const sessionId = await house.session(secretary);
    const { body: formed } = await as.post(`/sessions/${sessionId}/delegations`, { name: '第一代表团' }).expect(201);
    const delegation = `/sessions/${sessionId}/delegations/${formed.id}`;
    await as.patch(delegation, { name: '机关代表团', version: 1 }).expect(204);
    expect((await as.patch(delegation, { headMemberId: secretary.memberId, version: 1 }).expect(409)).body).toMatchObject(outdated(2));
    expect((await as.get(`/sessions/${sessionId}/delegations`).expect(200)).body.items).toMatchObject([
      { name: '机关代表团', headMemberId: null, version: 2 },
    ]);

    expect((await as.get('/calendar').expect(200)).body.version).toBe(0);
    await as.put('/calendar', { daysOff: ['2026-05-20'], version: 0 }).expect(200);
    expect((await as.put('/calendar', { daysOff: ['2026-06-01'], version: 0 }).expect(409)).body).toMatchObject(outdated(1));
    expect((await as.get('/calendar').expect(200)).body).toMatchObject({ daysOff: ['2026-05-20'], version: 1 });
  });

  it('session: nobody opens or closes another than was read, and arrivals make no other of it', async () => {
    const secretary = await house.found('twosession');
    const as = house.as(secretary);
    const teacher = await house.join(secretary, 'T1');
    const session = `/sessions/${await house.session(secretary)}`;
    const read = async () => (await as.get(session).expect(200)).body;
    expect((await read()).version).toBe(1);
    await as.post(`${session}/delegates`, { memberId: teacher.memberId, kind: 'DELEGATE' }).expect(204);
    expect((await as.post(`${session}/opening`, { version: 1 }).expect(409)).body).toMatchObject(outdated(2));
    expect(await read()).toMatchObject({ state: 'SET_UP', openedAt: null, version: 2 });
    expect((await as.post(`${session}/opening`, { version: 2 }).expect(200)).body).toMatchObject({ state: 'OPEN', version: 3 });
    await house.as(teacher).post(`${session}/attendance`).expect(204);
    await as.post(`${session}/delegates`, { memberId: secretary.memberId, kind: 'ATTENDEE' }).expect(204);
    expect((await as.post(`${session}/closing`, { version: 3 }).expect(409)).body).toMatchObject(outdated(4));
    await house.as(teacher).delete(`${session}/attendance/${teacher.memberId}`).expect(204);
    expect((await as.post(`${session}/closing`, { version: 4 }).expect(200)).body).toMatchObject({ state: 'CLOSED', version: 5 });
    for (const version of [undefined, null, '5', 0])
      expect((await as.post(`${session}/closing`, { version }).expect(400)).body).toMatchObject({ type: 'malformed' });
  });

  it('seat: nobody moves or ends another than was read', async () => {
    const secretary = await house.found('twoseat');
    const as = house.as(secretary);
    const { memberId } = await house.join(secretary, 'T1');
    const seats = `/sessions/${await house.session(secretary)}/delegates`;
    const read = async () => (await as.get(seats).expect(200)).body.items;
    await as.post(seats, { memberId, kind: 'DELEGATE' }).expect(204);
    await as.post(seats, { memberId, kind: 'ATTENDEE', version: 1 }).expect(204);
    for (const move of [{ kind: 'INVITEE' }, { kind: 'INVITEE', version: 1 }])
      expect((await as.post(seats, { memberId, ...move }).expect(409)).body).toMatchObject(outdated(2));
    expect((await as.delete(`${seats}/${memberId}`, { reason: '调离', version: 1 }).expect(409)).body).toMatchObject(outdated(2));
    expect(await read()).toMatchObject([{ memberId, kind: 'ATTENDEE', version: 2 }]);
    await as.delete(`${seats}/${memberId}`, { reason: '调离', version: 2 }).expect(204);
    expect((await as.post(seats, { memberId, kind: 'INVITEE', version: 2 }).expect(409)).body).toMatchObject(outdated(0));
    expect(await read()).toEqual([]);
  });

  it('roster: nobody confirms another preview than was read', async () => {
    const secretary = await house.found('tworoster');
    const as = house.as(secretary);
    const upload = house.anybody.post('/api/congress/roster-imports').set('authorization', `Bearer ${secretary.accessToken}`);
    const { body: preview } = await upload
      .attach('file', Buffer.from('工号,姓名,部门\nT1,王甲子,财务处\nT2,李乙丑,'), 'roster.csv')
      .expect(201);
    expect(preview.version).toBe(1);
    const roster = `/roster-imports/${preview.importId}`;
    const wanted = { units: ['财务处'], delegations: [] };
    expect((await as.put(`${roster}/creations`, { ...wanted, version: 1 }).expect(200)).body.version).toBe(2);
    expect((await as.put(`${roster}/creations`, { units: [], delegations: [], version: 1 }).expect(409)).body).toMatchObject(outdated(2));
    expect((await as.post(`${roster}/confirmation`, { version: 1 }).expect(409)).body).toMatchObject(outdated(2));
    expect((await as.get(roster).expect(200)).body).toMatchObject({
      confirmedAt: null,
      missing: { units: [{ name: '财务处', wanted: true }] },
      version: 2,
    });
    expect((await as.get('/members').expect(200)).body.total).toBe(1);
    await as.post(`${roster}/confirmation`, { version: 2 }).expect(200);
    await as.post(`${roster}/confirmation`, { version: 1 }).expect(200); // What is so already is no change.
    expect((await as.get('/units').expect(200)).body.items).toMatchObject([{ name: '财务处' }]);
  });
});
