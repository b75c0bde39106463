import { type Congress, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call();
});
afterEach(() => stage.setClock(null));

const COUNTED_MAX = 1_000;
const list = async (who: Person, query: string) => done(await stage.as(who).get(`/proposals?${query}`));
const idsOf = async (who: Person, query: string): Promise<string[]> => (await list(who, query)).items.map(({ id }: { id: string }) => id);

describe('a list', () => {
  it('of mine shows what I propose and what I have signed', async () => {
    const [drafted, seconded] = [await congress.draft(callId), await congress.seconded(callId)];
    expect(await idsOf(congress.lead, 'scope=mine')).toEqual(expect.arrayContaining([drafted, seconded]));
    const signed = await idsOf(congress.seconders[0]!, 'scope=mine');
    expect(signed).toContain(seconded);
    expect(signed).not.toContain(drafted);
    expect(await idsOf(congress.committee, 'scope=mine')).toEqual([]);
  });

  it('of what I may second shows invitations and what is open to volunteers, until the window closes', async () => {
    const { seconders, lead, staff } = congress;
    const [invited, open, draft] = [await congress.draft(callId), await congress.draft(callId), await congress.draft(callId)];
    done(await stage.as(lead).post(`/proposals/${invited}/invitations`, { memberIds: [seconders[2]!.id] }));
    done(await stage.as(lead).post(`/proposals/${open}/invitations`, { memberIds: [] }));
    const { items } = await list(seconders[2]!, 'scope=to-second');
    const flags = Object.fromEntries(items.map(({ id, invited: asked }: { id: string; invited: boolean }) => [id, asked]));
    expect(flags).toMatchObject({ [invited]: true, [open]: false });
    expect(flags).not.toHaveProperty(draft);
    done(await stage.as(seconders[2]!).decide(`/proposals/${open}/seconding`));
    expect(await idsOf(seconders[2]!, 'scope=to-second')).not.toContain(open);
    expect(await idsOf(lead, 'scope=to-second')).toEqual([]);
    expect(await idsOf(staff, 'scope=to-second')).toEqual([]);
    stage.setClock(new Date(Date.now() + 2 * 3_600_000));
    expect(await idsOf(seconders[2]!, 'scope=to-second')).toEqual([]);
  });

  it('of the board shows the committee what was submitted, and delegates what was accepted', async () => {
    const [draft, submitted, filed] = [await congress.draft(callId), await congress.submitted(callId), await congress.filed(callId)];
    const committee = await idsOf(congress.committee, 'scope=board&pageSize=200');
    expect(committee).toEqual(expect.arrayContaining([submitted, filed]));
    expect(committee).not.toContain(draft);
    const delegate = await idsOf(congress.seconders[2]!, 'scope=board&pageSize=200');
    expect(delegate).toContain(filed);
    expect(delegate).not.toContain(submitted);
    expect(delegate).not.toContain(draft);
  });

  it('of a unit shows what it leads and what it assists in', async () => {
    const id = await congress.assigned(callId);
    const [item] = (await list(congress.handler, 'scope=unit')).items;
    expect(item).toMatchObject({
      id,
      leadUnit: { id: stage.logistics, name: 'Logistics' },
      overdue: false,
      seconders: 2,
      leadProposer: { name: 'Lead Proposer' },
    });
    expect(await idsOf(congress.assistant, 'scope=unit')).toContain(id);
    expect((await stage.as(congress.lead).get('/proposals?scope=unit')).body).toMatchObject({ status: 403, type: 'proposals.forbidden' });
  });

  it('knows what is overdue from 24:00 of its date on', async () => {
    const id = await congress.filed(callId);
    done(await stage.as(congress.committee).decide(`/proposals/${id}/assignment`, { leadUnitId: stage.finance, dueOn: '2030-06-28' }));
    const overdue = () => idsOf(congress.committee, `scope=board&overdue=true&unitId=${stage.finance}`);
    stage.setClock('2030-06-28T15:59:59.000Z');
    expect(await overdue()).not.toContain(id);
    stage.setClock('2030-06-28T16:00:00.000Z');
    expect(await overdue()).toContain(id);
    expect(done(await stage.as(congress.committee).get(`/proposals/${id}`)).handlings[0].overdue).toBe(true);
    expect(await idsOf(congress.committee, `scope=board&overdue=false&unitId=${stage.finance}`)).not.toContain(id);
  });

  it.each(['state=OPEN', 'page=0', 'pageSize=201', 'scope=everything', 'sessionId=x', 'overdue=perhaps', 'sort=name', 'colour=red'])(
    'refuses %s',
    async (query) => {
      expect((await stage.as(congress.committee).get(`/proposals?${query}`)).body).toMatchObject({ type: 'malformed', status: 400 });
    },
  );
});

describe('the register', () => {
  const register = async (who: Person, query = '') => done(await stage.as(who).get(`/proposals/register?${query}`));
  const registered = async (who: Person, query = ''): Promise<string[]> =>
    (await register(who, `limit=100&${query}`)).items.map(({ id }: { id: string }) => id);

  it('shows every delegate what was accepted, the committee what was handed in, the proposer the own', async () => {
    const [draft, seconded, submitted, filed] = [
      await congress.draft(callId),
      await congress.seconded(callId),
      await congress.submitted(callId),
      await congress.filed(callId),
    ];
    const delegate = await registered(congress.seconders[2]!);
    expect(delegate).toContain(filed);
    for (const hidden of [draft, seconded, submitted]) expect(delegate).not.toContain(hidden);
    expect(await registered(congress.committee)).toEqual(expect.arrayContaining([submitted, filed]));
    expect(await registered(congress.lead)).toEqual(expect.arrayContaining([submitted, filed]));
    expect(await registered(congress.lead)).not.toContain(draft);
    expect(await registered(congress.staff)).toEqual([]);
  });

  it('says what was answered, and finds by words, category and session', async () => {
    const id = await congress.replied(callId);
    const { items, categories } = await register(congress.seconders[2]!, 'search=canteen&category=logistics&state=REPLIED');
    expect(items[0]).toMatchObject({
      id,
      state: 'REPLIED',
      leadUnit: { name: 'Logistics' },
      leadProposer: { name: 'Lead Proposer' },
      reply: { resultCategory: 'SOLVED' },
    });
    expect(categories).toContain('logistics');
    expect(await registered(congress.seconders[2]!, 'category=nothing')).toEqual([]);
    expect(await registered(congress.seconders[2]!, `sessionId=${stage.organisationId}`)).toEqual([]);
  });

  it('is read stretch by stretch, each proposal once', async () => {
    const all = await registered(congress.committee);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const stretch: { items: { id: string }[]; next: string | null } = await register(
        congress.committee,
        `limit=2${next ? `&after=${next}` : ''}`,
      );
      seen.push(...stretch.items.map(({ id }) => id));
      next = stretch.next;
    }
    expect(seen).toEqual(all);
  });

  it.each(['limit=0', 'limit=101', 'after=x', 'state=OPEN', 'colour=red'])('refuses %s', async (query) => {
    expect((await stage.as(congress.committee).get(`/proposals/register?${query}`)).body).toMatchObject({ type: 'malformed', status: 400 });
  });
});

it('puts what is still to be answered first, the longest overdue at the top', async () => {
  const { items } = (await list(congress.committee, 'scope=board&sort=overdue&pageSize=200')) as {
    items: readonly { state: string; dueOn: string | null }[];
  };
  const isAwaited = ({ state }: { state: string }) => state === 'ASSIGNED' || state === 'IN_PROGRESS';
  const awaited = items.filter(isAwaited);
  expect(awaited.length).toBeGreaterThan(0);
  expect(awaited.length).toBeLessThan(items.length);
  expect(items.slice(0, awaited.length)).toEqual([...awaited].sort((one, other) => String(one.dueOn).localeCompare(String(other.dueOn))));
});

describe('a board of 5,000', () => {
  let delegate: Person;
  const register5000 = async (query: string) => done(await stage.as(congress.committee).get(`/proposals/register?${query}`));

  beforeAll(async () => {
    delegate = await stage.person({ seat: 'DELEGATE', name: 'Zhang of Physics' });
    await stage.database.query(
      `
INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, category, state, track,
  submitted_at, late, docket_no,
         lead_unit_id, due_on, awaited_on, created_at, text_by, text_at, version)
       SELECT gen_random_uuid(), $1::uuid, $2::uuid, $3::uuid, $4::uuid, CASE WHEN n % 100 = 7 THEN 'Heating in dormitory 100%_'
         ELSE 'Subject ' END || n, repeat('Grounds. ', 100), repeat('Measures. ', 100),
         (ARRAY['logistics', 'teaching', 'welfare'])[1 + n % 3], CASE WHEN n % 2 = 0 THEN 'ASSIGNED' ELSE 'SUBMITTED' END, CASE
           WHEN n % 2 = 0 THEN 'PROPOSAL' END,
           now() - n * interval '1 minute', false,
         CASE WHEN n % 2 = 0 THEN 'X-' || n END,
         CASE WHEN n % 2 = 0 THEN $5::uuid END, CASE WHEN n % 2 = 0 THEN '2026-01-05' END, CASE WHEN n % 2 = 0 THEN '2026-01-05' END,
         now(), $4::uuid, now(), 1
       FROM generate_series(1, 5000) AS n
      `,
      [stage.organisationId, stage.sessionId, callId, delegate.id, stage.logistics],
    );
    await stage.database.query(
      `
        WITH worked AS (
          INSERT INTO handlings (id, proposal_id, lead_unit_id, assisting_unit_ids, state, assigned_by, assigned_at, version)
          SELECT id, id, lead_unit_id, '{}', 'ASSIGNED', lead_proposer_id, now(), 1 FROM proposals WHERE docket_no LIKE 'X-%' RETURNING *
        )
        INSERT INTO deadlines (id, organisation_id, proposal_id, subject_kind, subject_id, matter, round, unit_id, member_ids, started_on,
          stops, due_on, provisional)
        SELECT id, $1, proposal_id, 'handling', id, 'reply', 1, lead_unit_id, '{}', '2026-01-01', '[]', '2026-01-05', false FROM worked
      `,
      [stage.organisationId],
    );
    await stage.database.query(
      `INSERT INTO signatures (proposal_id, member_id, state, at, signed_text)
       SELECT id, gen_random_uuid(), 'SIGNED', '2026-03-01T00:00:00Z', 1 FROM proposals WHERE lead_proposer_id = $1`,
      [delegate.id],
    );
    await stage.database.query('ANALYZE proposals, signatures, handlings, deadlines');
  }, 120_000);

  it.each([
    ['scope=board', 5000],
    ['scope=board&page=100', 5000],
    ['scope=board&sort=due', 5000],
    ['scope=board&sort=overdue', 5000],
    ['scope=board&sort=docket&pageSize=200', 5000],
    ['scope=board&state=SUBMITTED&category=teaching', 833],
    ['scope=board&search=dormitory', 50],
    ['scope=board&search=100%25_', 50],
    ['scope=board&search=Physics', 5000],
    ['scope=board&search=X-4998', 1],
    ['scope=board&overdue=true', 2500],
  ])('pages %s', async (query, atLeast) => {
    const page = await list(congress.committee, query);
    const counted = Math.min(atLeast, COUNTED_MAX);
    expect(page.total).toBeGreaterThanOrEqual(counted);
    expect(page.total).toBeLessThan(counted + 60);
    expect(page.isMore).toBe(atLeast > COUNTED_MAX);
    expect(page.items.length).toBeLessThanOrEqual(page.pageSize);
  });

  it('shows the register stretch by stretch', async () => {
    const first = await register5000('limit=100');
    expect(first.items).toHaveLength(100);
    const second = await register5000(`limit=100&after=${first.next}`);
    const seen = new Set(first.items.map(({ id }: { id: string }) => id));
    expect(second.items.filter(({ id }: { id: string }) => seen.has(id))).toEqual([]);
  });

  it('pages through all that it counts once', async () => {
    const seen = new Set<string>();
    const { total } = await list(congress.committee, 'scope=board&pageSize=1');
    for (let page = 1; seen.size < total && page <= Math.ceil(total / 200); page += 1) {
      for (const id of await idsOf(congress.committee, `scope=board&pageSize=200&page=${page}`)) seen.add(id);
    }
    expect(seen.size).toBe(total);
  });

  it('shows no more than it counts, wherever a page would end', async () => {
    const last = await list(congress.committee, 'scope=board&pageSize=150&page=7');
    expect([last.total, last.items.length]).toEqual([COUNTED_MAX, 100]);
  });

  it.each(['scope=unit&pageSize=50', 'scope=mine&pageSize=50', 'scope=to-second'])('answers %s', async (query) => {
    const page = await list(query.includes('unit') ? congress.handler : delegate, query);
    expect(page.items.length).toBeLessThanOrEqual(page.pageSize);
    expect(page.total).toBeGreaterThanOrEqual(page.items.length);
  });

  it('finds two Chinese characters wherever they stand, and no others', async () => {
    const rename = 'UPDATE proposals SET subject = $2 WHERE id = $1';
    const [one, two] = (await idsOf(congress.committee, 'scope=board&pageSize=2')) as [string, string];
    await stage.database.query(rename, [one, '延长第二食堂开放时间']);
    await stage.database.query(rename, [two, '食品安全与堂前停车']);
    expect(await idsOf(congress.committee, `scope=board&search=${encodeURIComponent('食堂')}`)).toEqual([one]);
    expect(await idsOf(congress.committee, `scope=board&search=${encodeURIComponent('堂')}`)).toEqual([one, two]);
  });
});
