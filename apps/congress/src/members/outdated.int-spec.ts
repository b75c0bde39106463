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
    expect((await as.patch(`/members/${member.id}`, { name: '王家子', email: 'a@example.test', version: 1 }).expect(409)).body).toMatchObject(outdated(2));
    expect((await as.get(`/members/${member.id}`).expect(200)).body).toMatchObject({ name: '王甲子', email: 'b@example.test', version: 2 });
    await as.patch(`/members/${member.id}`, { name: '王甲子', email: 'b@example.test', version: 1 }).expect(200); // What is so already is no change.
    expect((await as.patch(`/members/${member.id}`, { name: '王家子', version: 2 }).expect(200)).body).toMatchObject({ name: '王家子', version: 3 });
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
    expect((await as.get(`/sessions/${sessionId}/delegations`).expect(200)).body.items).toMatchObject([{ name: '机关代表团', headMemberId: null, version: 2 }]);

    expect((await as.get('/calendar').expect(200)).body.version).toBe(0);
    await as.put('/calendar', { daysOff: ['2026-05-20'], version: 0 }).expect(200);
    expect((await as.put('/calendar', { daysOff: ['2026-06-01'], version: 0 }).expect(409)).body).toMatchObject(outdated(1));
    expect((await as.get('/calendar').expect(200)).body).toMatchObject({ daysOff: ['2026-05-20'], version: 1 });
  });
});
