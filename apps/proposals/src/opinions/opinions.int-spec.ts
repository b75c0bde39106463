import { randomUUID } from 'node:crypto';
import { eventFaults } from '@plenum/contracts';
import { type Congress, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let cook: Person;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  cook = congress.handler;
});

const SOUP = { subject: 'Cold soup', text: 'The soup in the canteen is cold.' };
const WORDS = { subject: 'Soup', text: 'Colleagues find the soup cold.', reply: 'There is a second stove.' };
const putIn = async (who: Person, content: object = SOUP): Promise<string> => done(await stage.as(who).post('/opinions', content)).id;
const read = async (who: Person, id: string) => done(await stage.as(who).get(`/opinions/${id}`));
const act = (who: Person, id: string, deed: string, body?: object) => stage.as(who).decide(`/opinions/${id}/${deed}`, body);
const route = async (id: string) => done(await act(congress.committee, id, 'decision', { outcome: 'ROUTED', unitId: stage.logistics }));
const replied = async (who: Person): Promise<string> => {
  const id = await putIn(who);
  await route(id);
  done(await act(cook, id, 'reply', { text: 'A second stove.' }));
  return id;
};
const listed = async (who: Person, query: string) => done(await stage.as(who).get(`/opinions?${query}`));
const owed = async (who: Person) => done(await stage.as(who).get('/owed')).opinions;

describe('the opinion box', () => {
  it('takes an opinion of somebody who is no delegate, and leads it to a reply that is judged', async () => {
    const suggester = await stage.person({ name: 'Quiet Colleague' });
    const id = await putIn(suggester);
    const { committee } = congress;
    expect(await read(committee, id)).toMatchObject({
      state: 'RECEIVED',
      suggester: { name: 'Quiet Colleague' },
      allowedActions: ['decide'],
    });
    expect(await owed(committee)).toMatchObject([{ matter: 'decide-opinion' }]);
    await route(id);
    expect((await owed(cook)).find(({ matter }: { matter: string }) => matter === 'answer-opinion').items).toMatchObject([
      { opinionId: id, subject: SOUP.subject, dueAt: expect.any(String) },
    ]);
    done(await act(cook, id, 'reply', { text: 'A second stove.' }));
    expect(await owed(suggester)).toMatchObject([{ matter: 'judge-answer', total: 1, items: [{ opinionId: id, dueAt: null }] }]);
    done(await act(suggester, id, 'judgement', { helped: false, comment: 'It is still cold.' }));
    expect(await owed(suggester)).toEqual([]);
    expect((await read(committee, id)).steps.at(-1)).toMatchObject({
      kind: 'JUDGEMENT',
      helped: false,
      text: 'It is still cold.',
      by: null,
    });
    done(await act(committee, id, 'decision', { outcome: 'ROUTED', unitId: stage.finance, due: { kind: 'working-days', n: 5 } }));
    expect(await read(suggester, id)).toMatchObject({ state: 'ROUTED', round: 2, unit: { name: 'Finance' }, isOwn: true, suggester: null });
    const events = await stage.eventsOf(id);
    expect(events.filter(({ name }) => name.includes('opinion'))).toMatchObject([
      { name: 'proposals.opinion-received.v1' },
      { name: 'proposals.opinion-decided.v1' },
      { name: 'proposals.opinion-routed.v1' },
      { name: 'proposals.opinion-replied.v1' },
      { name: 'proposals.opinion-judged.v1' },
      { name: 'proposals.opinion-decided.v1' },
      { name: 'proposals.opinion-routed.v1' },
    ]);
    const debts = events
      .filter(({ name }) => name.includes('deadline'))
      .map(({ name, data }) => [
        name.split('.')[1],
        data['matter'],
        data['round'],
        (data['owedBy'] as { unitId: string } | undefined)?.unitId,
      ]);
    expect(debts).toEqual([
      ['deadline-set', 'opinion-decision', 1, null],
      ['deadline-met', undefined, undefined, undefined],
      ['deadline-set', 'opinion-answer', 1, stage.logistics],
      ['deadline-met', undefined, undefined, undefined],
      ['deadline-set', 'opinion-answer', 2, stage.finance],
    ]);
    expect(events[1]?.data).toMatchObject({ about: { kind: 'opinion', id }, owedBy: { offices: ['PROPOSALS_COMMITTEE'], memberIds: [] } });
    expect(new Set(events.filter(({ name }) => name.includes('deadline')).map(({ data }) => data['deadlineId'])).size).toBe(3);
    for (const { name, data } of events) expect(eventFaults(name, data)).toEqual([]);
    expect(JSON.stringify(events.filter(({ name }) => name.includes('deadline')))).not.toContain(suggester.id);
  });

  it('settles a day that rested on holidays not announced once, and tells the unit of another', async () => {
    const id = await putIn(await stage.person());
    const due = { kind: 'days', n: 10, lastDay: 'as-it-falls' };
    done(await act(congress.committee, id, 'decision', { outcome: 'ROUTED', unitId: stage.logistics, due }));
    const { dueOn } = await read(cook, id);
    await stage.database.query(
      `UPDATE opinions SET due_on = '2026-01-09', due_period = due_period || '{"provisional": true, "dueOn": "2026-01-09"}' WHERE id = $1`,
      [id],
    );
    const before = (await stage.eventsOf(id)).length;
    const settled = await Promise.all([stage.settleOpinionDays(), stage.settleOpinionDays()]);
    expect(settled[0]! + settled[1]!).toBe(1);
    expect((await read(cook, id)).dueOn).toBe(dueOn);
    expect((await stage.eventsOf(id)).slice(before)).toMatchObject([
      { name: 'proposals.opinion-routed.v1', data: { dueOn, unitId: stage.logistics } },
      { name: 'proposals.deadline-set.v2', data: { matter: 'opinion-answer' } },
    ]);
    expect(await stage.settleOpinionDays()).toBe(0);
  });

  it('shows the unit no name and no judgement, in no answer and no event of its own', async () => {
    const name = `Canary ${randomUUID().slice(0, 8)}`;
    const suggester = await stage.person({ name });
    const both = await stage.person({ office: 'PROPOSALS_COMMITTEE', ofSession: false, name: 'Both' });
    const office = `INSERT INTO directory_offices (id, organisation_id, member_id, office, session_id, unit_id, held, version)
      VALUES (gen_random_uuid(), $1, $2, 'UNIT_HEAD', NULL, $3, true, 1)`;
    await stage.database.query(office, [stage.organisationId, both.id, stage.logistics]);
    const id = await replied(suggester);
    done(await act(suggester, id, 'judgement', { helped: false, comment: `No, says ${name}.` }));
    done(await act(congress.committee, id, 'publication', WORDS));
    const paths = [
      `/opinions/${id}`,
      '/opinions?view=unit&pageSize=200',
      `/opinions?view=unit&search=${encodeURIComponent('soup')}`,
      `/opinions?view=unit&search=${encodeURIComponent(name)}`,
      '/opinions/published?pageSize=200',
      '/owed',
    ];
    for (const who of [cook, both])
      for (const path of paths) {
        const text = JSON.stringify(done(await stage.as(who).get(who === both ? path.replace('view=unit', 'view=committee') : path)));
        expect([path, text.includes(name), text.includes(suggester.id), text.includes('JUDGEMENT')]).toEqual([path, false, false, false]);
      }
    expect((await read(both, id)).allowedActions).toEqual(['unpublish']);
    // The same search finds the name where it may stand.
    expect(JSON.stringify(await read(congress.committee, id))).toContain(name);
    const events = await stage.eventsOf(id);
    const toOthers = events.filter(({ name: event }) => /received|routed|judged/.test(event));
    expect(toOthers).toHaveLength(3);
    expect(JSON.stringify(toOthers)).not.toContain(suggester.id);
    expect(JSON.stringify(events)).not.toContain(name);
    const audited = await stage.database.query('SELECT before, after FROM audit_trail WHERE subject_id = $1', [id]);
    expect(audited.length).toBeGreaterThan(3);
    expect(JSON.stringify(audited)).not.toMatch(new RegExp(`${suggester.id}|${name}`));
  });

  it('is refused to whoever it is not for', async () => {
    const suggester = await stage.person();
    const id = await putIn(suggester);
    const refused = async (who: Person, deed: string, body?: object) => (await act(who, id, deed, { version: 1, ...body })).body.type;
    expect(await refused(suggester, 'decision', { outcome: 'ACCEPTED' })).toBe('proposals.not-the-committee');
    expect(await refused(cook, 'reply', { text: 'No.' })).toBe('proposals.forbidden');
    expect(await refused(congress.committee, 'judgement', { helped: true })).toBe('proposals.not-the-suggester');
    expect(await refused(congress.committee, 'reply', { text: 'No.' })).toBe('proposals.not-the-handling-unit');
    expect(await refused(congress.committee, 'decision', { outcome: 'ROUTED', unitId: randomUUID() })).toBe('proposals.unknown-unit');
    expect(await refused(congress.committee, 'decision', { outcome: 'DECLINED', reason: ' ' })).toBe('proposals.reason-required');
    const version = 7;
    expect(await refused(congress.committee, 'decision', { outcome: 'ACCEPTED', version })).toBe('proposals.outdated');
    for (const [body, field] of [
      [{ outcome: 'ROUTED' }, 'unitId'],
      [{ outcome: 'DECLINED' }, 'reason'],
      [{ outcome: 'HINT', subject: 'Soup' }, 'text'],
      [{ outcome: 'ROUTED', unitId: stage.logistics, due: { kind: 'date', date: '2026-09-31' } }, 'due.date'],
    ] as const)
      expect((await act(congress.committee, id, 'decision', body)).body).toMatchObject({ status: 400, faults: [{ field }] });
    for (const who of [await stage.person(), congress.assistant, await stage.person({ office: 'PRESIDIUM' })])
      expect((await stage.as(who).get(`/opinions/${id}`)).body.type).toBe('proposals.forbidden');
    expect((await stage.as(congress.staff).get('/opinions?view=committee')).body.type).toBe('proposals.forbidden');
    expect((await stage.as(congress.staff).get('/opinions?view=unit')).body.type).toBe('proposals.forbidden');
    const foreigner = await (await stage.elsewhere()).person({ office: 'PROPOSALS_COMMITTEE' });
    expect((await stage.as(foreigner).get(`/opinions/${id}`)).status).toBe(404);
    done(await act(suggester, id, 'withdrawal'));
    expect(await refused(congress.committee, 'decision', { outcome: 'ACCEPTED', version: 2 })).toBe('proposals.wrong-state');
  });

  it('is emptied by the committee of the latest session, not by an earlier one', async () => {
    const id = await putIn(await stage.person({ name: 'Somebody Else' }));
    const sessionId = await stage.laterSession();
    const successor = await stage.person({ name: 'Successor' });
    await stage.database.query(
      `INSERT INTO directory_offices (id, organisation_id, member_id, office, session_id, unit_id, held, version)
        VALUES (gen_random_uuid(), $1, $2, 'PROPOSALS_COMMITTEE', $3, NULL, true, 1)`,
      [stage.organisationId, successor.id, sessionId],
    );
    expect((await read(successor, id)).suggester.name).toBe('Somebody Else');
    expect((await stage.as(congress.committee).get(`/opinions/${id}`)).body.type).toBe('proposals.forbidden');
    await stage.relieve(successor);
    expect((await read(congress.committee, id)).suggester.name).toBe('Somebody Else');
  });
});

describe('the numbers of opinions', () => {
  it('have no gap and come once, also when many come at once and some are refused', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => stage.person()));
    const answers = await Promise.all(people.flatMap((who) => [1, 2, 3, 4].map(() => stage.as(who).post('/opinions', SOUP))));
    const refusals = answers.filter(({ status }) => status !== 201);
    expect(refusals.map(({ body }) => [body.type, body.details])).toEqual(
      Array.from({ length: 8 }, () => ['proposals.too-many-opinions', { per: 'day', max: 3 }]),
    );
    const rows = await stage.database.query<{ nth: number }>('SELECT nth FROM opinions WHERE organisation_id = $1 ORDER BY nth', [
      stage.organisationId,
    ]);
    expect(rows.map(({ nth }) => nth)).toEqual(rows.map((_, place) => place + 1));
  });

  it('are drawn once for a request that is sent twice', async () => {
    const [who, key] = [await stage.person(), randomUUID()];
    const send = async () => done(await stage.as(who).post('/opinions', SOUP, { 'idempotency-key': key }));
    expect(await send()).toEqual(await send());
    expect((await listed(who, 'view=own')).items).toHaveLength(1);
  });
});

describe('what is published', () => {
  it('is what the committee words, for every member, until it is taken out with a reason', async () => {
    const id = await replied(await stage.person());
    done(await act(congress.committee, id, 'publication', WORDS));
    const publishedTo = async (who: Person, search: string) =>
      done(await stage.as(who).get(`/opinions/published?search=${search}`)).items.filter((item: { id: string }) => item.id === id);
    expect(await publishedTo(congress.staff, 'stove')).toMatchObject([WORDS]);
    expect(await publishedTo(congress.staff, 'nothing-of-it')).toEqual([]);
    const foreigner = await (await stage.elsewhere()).person();
    expect(await publishedTo(foreigner, 'stove')).toEqual([]);
    expect((await act(congress.committee, id, 'unpublishing', { reason: ' ' })).status).toBe(422);
    done(await act(congress.committee, id, 'unpublishing', { reason: 'It names somebody.' }));
    expect(await publishedTo(congress.staff, 'stove')).toEqual([]);
  });

  it('are hints for proposals too', async () => {
    const id = await putIn(await stage.person());
    done(await act(congress.committee, id, 'decision', { outcome: 'HINT', subject: 'Warm food', text: 'How to keep food warm.' }));
    expect((await listed(congress.committee, 'view=committee&state=HINT')).items).toMatchObject([{ id, isPublished: true }]);
    expect(done(await stage.as(congress.staff).get('/opinions/published?search=Warm')).items).toMatchObject([{ id, reply: null }]);
  });
});

describe('how the box is kept', () => {
  it('is set by the committee on the version that was read, and a closed box takes nothing', async () => {
    const box = done(await stage.as(congress.staff).get('/opinion-box'));
    expect(box).toMatchObject({ isOpen: true, answerWithin: { kind: 'days', n: 30 }, version: 0, maySet: false });
    const { maySet: _, ...settings } = box;
    const set = (who: Person, parts: object) => stage.as(who).put('/opinion-box', { ...settings, ...parts });
    expect((await set(congress.staff, {})).body.type).toBe('proposals.not-the-committee');
    expect((await set(congress.committee, { answerWithin: { kind: 'date', date: '2030-01-01' } })).body.type).toBe(
      'proposals.setting-out-of-range',
    );
    expect((await set(congress.committee, { perDayMax: 0 })).body).toMatchObject({ status: 400 });
    expect(done(await set(congress.committee, { isOpen: false }))).toEqual({ version: 1 });
    expect((await set(congress.committee, {})).body).toMatchObject({ type: 'proposals.outdated', details: { current: 1 } });
    expect((await stage.as(congress.staff).post('/opinions', SOUP)).body.type).toBe('proposals.box-closed');
    done(await set(congress.committee, { version: 1 }));
  });
});
