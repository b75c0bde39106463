import supertest from 'supertest';
import { congressHouse, OPERATOR_TOKEN, type Person } from '../testing/congress-house.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What the endpoints are tried with: objects of the organisation `mine`. */
interface Objects {
  readonly session: string;
  readonly member: string;
  readonly office: string;
  readonly roster: string;
  readonly unit: string;
  readonly delegation: string;
}

/** Who may use an endpoint: any member of the organisation, or its secretariat. `own` endpoints show nothing but one's own organisation. */
interface EndpointRow {
  readonly method: Method;
  readonly path: (of: Objects) => string;
  readonly for: 'members' | 'secretariat';
  /** What somebody of another organisation is told: that the object is not there, or, where no object is named, nothing of ours. */
  readonly elsewhere: 404 | 'own';
  readonly body?: (of: Objects) => object;
}

const ENDPOINTS: readonly EndpointRow[] = [
  { method: 'get', path: () => '/me', for: 'members', elsewhere: 'own' },
  { method: 'get', path: () => '/units', for: 'members', elsewhere: 'own' },
  { method: 'post', path: () => '/units', for: 'secretariat', elsewhere: 'own', body: () => ({ code: 'X', name: '某部门' }) },
  { method: 'patch', path: ({ unit }) => `/units/${unit}`, for: 'secretariat', elsewhere: 404, body: () => ({ name: '改名', version: 1 }) },
  { method: 'get', path: () => '/readiness', for: 'secretariat', elsewhere: 'own' },
  { method: 'get', path: () => '/calendar', for: 'members', elsewhere: 'own' },
  { method: 'put', path: () => '/calendar', for: 'secretariat', elsewhere: 'own', body: () => ({ daysOff: ['2026-09-10'], version: 0 }) },
  { method: 'get', path: () => '/members', for: 'members', elsewhere: 'own' },
  { method: 'get', path: ({ member }) => `/members/${member}`, for: 'members', elsewhere: 404 },
  { method: 'get', path: () => '/me/devices', for: 'members', elsewhere: 'own' },
  { method: 'post', path: ({ member }) => `/members/${member}/unlocking`, for: 'secretariat', elsewhere: 404 },
  { method: 'post', path: () => '/members', for: 'secretariat', elsewhere: 'own', body: () => ({ staffNo: 'X1', name: '某人' }) },
  {
    method: 'patch',
    path: ({ member }) => `/members/${member}`,
    for: 'secretariat',
    elsewhere: 404,
    body: () => ({ name: '某人', version: 1 }),
  },
  {
    method: 'post',
    path: () => '/members/sign-in-codes',
    for: 'secretariat',
    elsewhere: 404,
    body: ({ member }) => ({ memberIds: [member] }),
  },
  { method: 'post', path: () => '/roster-imports', for: 'secretariat', elsewhere: 'own' },
  { method: 'post', path: ({ session }) => `/roster-imports?sessionId=${session}`, for: 'secretariat', elsewhere: 404 },
  { method: 'get', path: ({ roster }) => `/roster-imports/${roster}`, for: 'secretariat', elsewhere: 404 },
  {
    method: 'put',
    path: ({ roster }) => `/roster-imports/${roster}/creations`,
    for: 'secretariat',
    elsewhere: 404,
    body: () => ({ units: [], delegations: [], version: 1 }),
  },
  {
    method: 'post',
    path: ({ roster }) => `/roster-imports/${roster}/confirmation`,
    for: 'secretariat',
    elsewhere: 404,
    body: () => ({ version: 1 }),
  },
  { method: 'get', path: () => '/terms', for: 'members', elsewhere: 'own' },
  {
    method: 'post',
    path: () => '/terms',
    for: 'secretariat',
    elsewhere: 'own',
    body: () => ({ termNo: 9, kind: 'STAFF_CONGRESS', from: '2060-01-01', to: '2062-12-31' }),
  },
  { method: 'get', path: () => '/sessions', for: 'members', elsewhere: 'own' },
  { method: 'get', path: ({ session }) => `/sessions/${session}`, for: 'members', elsewhere: 404 },
  {
    method: 'post',
    path: () => '/sessions',
    for: 'secretariat',
    elsewhere: 404,
    body: ({ session }) => ({
      termId: session,
      sessionNo: 2,
      title: '次',
      opensAt: '2004-05-01T00:00:00Z',
      closesAt: '2004-05-02T00:00:00Z',
      quorum: { num: 2, den: 3, inclusive: true },
    }),
  },
  {
    method: 'post',
    path: ({ session }) => `/sessions/${session}/opening`,
    for: 'secretariat',
    elsewhere: 404,
    body: () => ({ version: 1 }),
  },
  {
    method: 'post',
    path: ({ session }) => `/sessions/${session}/closing`,
    for: 'secretariat',
    elsewhere: 404,
    body: () => ({ version: 1 }),
  },
  { method: 'get', path: ({ session }) => `/sessions/${session}/delegations`, for: 'members', elsewhere: 404 },
  {
    method: 'post',
    path: ({ session }) => `/sessions/${session}/delegations`,
    for: 'secretariat',
    elsewhere: 404,
    body: () => ({ name: '某代表团' }),
  },
  {
    method: 'patch',
    path: ({ session, delegation }) => `/sessions/${session}/delegations/${delegation}`,
    for: 'secretariat',
    elsewhere: 404,
    body: () => ({ name: '改名', version: 1 }),
  },
  {
    method: 'post',
    path: ({ session }) => `/sessions/${session}/delegates/list`,
    for: 'secretariat',
    elsewhere: 404,
    body: () => ({ staffNos: ['T1'], kind: 'DELEGATE' }),
  },
  { method: 'get', path: ({ session }) => `/sessions/${session}/delegates`, for: 'members', elsewhere: 404 },
  {
    method: 'post',
    path: ({ session }) => `/sessions/${session}/delegates`,
    for: 'secretariat',
    elsewhere: 404,
    body: ({ member }) => ({ memberId: member, kind: 'DELEGATE' }),
  },
  {
    method: 'delete',
    path: ({ session, member }) => `/sessions/${session}/delegates/${member}`,
    for: 'secretariat',
    elsewhere: 404,
    body: () => ({ reason: '某因', version: 1 }),
  },
  { method: 'get', path: () => '/mandates', for: 'members', elsewhere: 'own' },
  { method: 'get', path: () => '/offices', for: 'members', elsewhere: 'own' },
  { method: 'get', path: ({ session }) => `/offices?sessionId=${session}`, for: 'members', elsewhere: 404 },
  {
    method: 'post',
    path: () => '/offices',
    for: 'secretariat',
    elsewhere: 404,
    body: ({ member }) => ({ memberId: member, office: 'PRESIDIUM' }),
  },
  { method: 'delete', path: ({ office }) => `/offices/${office}`, for: 'secretariat', elsewhere: 404 },
  { method: 'get', path: ({ session }) => `/sessions/${session}/attendance`, for: 'members', elsewhere: 404 },
  { method: 'get', path: ({ session }) => `/sessions/${session}/attendance/timeline`, for: 'members', elsewhere: 404 },
  { method: 'get', path: ({ session }) => `/sessions/${session}/attendance/attendees`, for: 'secretariat', elsewhere: 404 },
  { method: 'get', path: ({ session }) => `/sessions/${session}/attendance/delegations`, for: 'secretariat', elsewhere: 404 },
  {
    method: 'post',
    path: ({ session }) => `/sessions/${session}/attendance`,
    for: 'secretariat',
    elsewhere: 404,
    body: ({ member }) => ({ memberId: member }),
  },
  { method: 'delete', path: ({ session, member }) => `/sessions/${session}/attendance/${member}`, for: 'secretariat', elsewhere: 404 },
];

/** Endpoints to one's own account alone: `accounts/account.int-spec.ts` tries them. */
const OWN_ACCOUNT = ['PUT /me/password', 'DELETE /me/devices', 'DELETE /me/devices/:id'];

/** Endpoints for those who are not signed in; each has tests of its own. */
const NOT_SIGNED_IN = [
  'GET /house',
  'POST /organisations',
  'POST /sign-in',
  'POST /first-sign-in',
  'POST /forgotten-password',
  'POST /session/refresh',
  'POST /session/sign-out',
  'GET /.well-known/jwks.json',
];

const SAMPLE: Objects = { session: ':id', member: ':memberId', office: ':id', roster: ':id', unit: ':id', delegation: ':delegationId' };
const titled = ENDPOINTS.map((row) => [`${row.method.toUpperCase()} ${row.path(SAMPLE)}`, row] as const);

describe('the endpoints of the congress service', () => {
  const house = congressHouse();
  let [secretary, teacher, elsewhere]: Partial<Person>[] = [];
  let objects: Objects = SAMPLE;

  beforeAll(async () => {
    secretary = await house.found('mine');
    teacher = await house.join(secretary as Person, 'T1');
    elsewhere = await house.found('theirs');
    const session = await house.session(secretary as Person);
    const { body } = await house.as(secretary as Person).get('/offices');
    const roster = await supertest(house.url)
      .post('/api/congress/roster-imports')
      .set('authorization', `Bearer ${secretary?.accessToken}`)
      .attach('file', Buffer.from('工号,姓名\nT9,某人'), 'r.csv')
      .expect(201);
    const { body: unit } = await house
      .as(secretary as Person)
      .post('/units', { code: 'OWN', name: '本部门' })
      .expect(201);
    const { body: delegation } = await house
      .as(secretary as Person)
      .post(`/sessions/${session}/delegations`, { name: '本团' })
      .expect(201);
    objects = {
      unit: unit.id,
      delegation: delegation.id,
      session,
      member: (secretary as Person).memberId,
      office: body.items[0].id,
      roster: roster.body.importId,
    };
  });
  const tryAs = (person: Partial<Person> | null | undefined, { method, path, body }: EndpointRow) =>
    house.as(person as Person | null)[method](path(objects), body?.(objects));

  it.each(titled)('%s: a stranger is told to sign in', async (_, row) => {
    expect((await tryAs(null, row).expect(401)).body.type).toBe('unauthenticated');
  });

  it.each(titled)('%s: a colleague passes or is refused by role', async (_, row) => {
    const { status, body } = await tryAs(teacher, row);
    if (row.for === 'members') expect(status).toBe(200);
    else expect([status, body.type]).toEqual([403, 'congress.forbidden']);
  });

  it.each(titled.filter(([, row]) => row.elsewhere === 404))('%s: for another organisation it is not there', async (_, row) => {
    expect((await tryAs(elsewhere, row).expect(404)).body.type).toBe('congress.not-found');
  });

  it.each(titled.filter(([, row]) => row.elsewhere === 'own' && row.method === 'get'))(
    '%s: another organisation sees nothing of ours',
    async (_, row) => {
      const { body } = await tryAs(elsewhere, row).expect(200);
      expect(JSON.stringify(body)).not.toContain((secretary as Person).organisationId);
      expect(JSON.stringify(body)).not.toContain((secretary as Person).memberId);
      expect(JSON.stringify(body)).not.toContain((teacher as Person).memberId);
    },
  );

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
    await house.as(owner).post('/offices', { memberId: clerk.memberId, office: 'SECRETARIAT', sessionId: objects.session }).expect(201);
    await house.as(clerk).post(`/sessions/${objects.session}/delegations`, { name: '甲团' }).expect(201);
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

  it('has no endpoint that is not tried here', async () => {
    const { body } = await house.anybody.get('/api/congress/docs-json').expect(200);
    const published = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/congress', '').replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const tried = [
      ...OWN_ACCOUNT,
      ...titled.map(([title]) => title.replace(/\?.*/, '').replace('/members/:memberId', '/members/:id')),
      ...NOT_SIGNED_IN,
    ];
    expect(new Set(published)).toEqual(new Set(tried));
  });
});
