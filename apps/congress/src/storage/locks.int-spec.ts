import supertest from 'supertest';
import { congressHouse, type Person } from '../testing/congress-house.js';

const HEADER = '工号,姓名,部门,代表团,代表类别,会籍';
const PEOPLE = Array.from({ length: 24 }, (_, nth) => `T${String(nth + 10)}`);

describe('the order of locks', () => {
  const house = congressHouse();

  /** Previews a roster that has each of these lines. */
  async function previewed(secretary: Person, lines: readonly string[], sessionId?: string): Promise<string> {
    const request = supertest(house.url)
      .post('/api/congress/roster-imports')
      .query(sessionId ? { sessionId } : {});
    const { body } = await request
      .set('authorization', `Bearer ${secretary.accessToken}`)
      .attach('file', Buffer.from([HEADER, ...lines].join('\n')), '名册.csv')
      .expect(201);
    return body.importId;
  }

  /** Counts transactions that PostgreSQL ended because they crossed others; the retry hides them from whoever asked. */
  function crossings(): () => { readonly tried: number; readonly crossed: number } {
    const database = house.database as unknown as { attempt(work: unknown): Promise<unknown> };
    const whole = database.attempt.bind(database);
    let [tried, crossed] = [0, 0];
    jest.spyOn(database, 'attempt').mockImplementation((work) => {
      tried += 1;
      return whole(work).catch((error: { driverError?: { code?: string } }) => {
        if (error.driverError?.code === '40P01') crossed += 1;
        throw error;
      });
    });
    return () => ({ tried, crossed });
  }

  it('lets rosters be confirmed while people are seated, sign in, are amended, get codes and offices', async () => {
    const secretary = await house.found('crowded');
    const as = house.as(secretary);
    const { body: unit } = await as.post('/units', { code: 'LIB', name: '图书馆' }).expect(201);
    const ids: string[] = [];
    for (const staffNo of PEOPLE)
      ids.push((await as.post('/members', { staffNo, name: `教师${staffNo}`, unitId: unit.id }).expect(201)).body.id);
    const sessions = [await house.session(secretary, 1), await house.session(secretary, 2)];
    for (const sessionId of sessions)
      await as.post(`/sessions/${sessionId}/delegates/list`, { staffNos: PEOPLE, kind: 'DELEGATE' }).expect(200);
    const changing = house.changing(secretary);
    await changing.post(`/sessions/${sessions[0]}/opening`).expect(200);

    const seen = crossings();
    const statuses: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const standing = round % 2 === 0 ? '保留会籍' : '正式会籍';
      const backwards = [...PEOPLE].reverse();
      const imports = [
        await previewed(
          secretary,
          PEOPLE.map((staffNo) => `${staffNo},教师${staffNo}甲${'乙'.repeat(round)},,,,${standing}`),
        ),
        await previewed(
          secretary,
          backwards.map((staffNo) => `${staffNo},教师${staffNo},,,列席代表,`),
          sessions[1],
        ),
        await previewed(secretary, [`N${round}1,新来一,,,,`, `N${round}2,新来二,,,,`]),
        await previewed(secretary, [`N${round}2,新来二,,,,`, `N${round}1,新来一,,,,`]),
      ];
      const asked = [
        ...imports.map((importId) => changing.post(`/roster-imports/${importId}/confirmation`).sent()),
        ...ids.flatMap((memberId, nth) => [
          changing.post(`/sessions/${sessions[nth % 2]}/delegates`, { memberId, kind: 'ATTENDEE' }).sent(),
          as.post(`/sessions/${sessions[0]}/attendance`, { memberId }),
        ]),
        ...ids
          .slice(0, 6)
          .map((memberId) => changing.patch(`/members/${memberId}`, { standing: round % 2 === 0 ? 'FULL' : 'RETAINED' }).sent()),
        ...ids.slice(0, 6).map((memberId) => as.post('/offices', { memberId, office: 'TELLER', sessionId: sessions[round % 2] })),
        ...[ids, [...ids].reverse()].map((memberIds) => as.post('/members/sign-in-codes', { memberIds })),
        as.post('/units', { code: `U${round}`, name: `部门${round}` }),
      ];
      statuses.push(...(await Promise.all(asked)).map(({ status }) => status));
    }
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(3);
    const { tried, crossed } = seen();
    expect(tried).toBeGreaterThan(statuses.length / 2);
    expect(crossed).toBe(0);
  }, 120_000);
});
