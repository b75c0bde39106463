import { randomUUID } from 'node:crypto';
import { eventFaults } from '@plenum/contracts';
import { derivedId } from '@plenum/service-kit';
import { type Congress, CONTENT, REPLY, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;
let library: string;
let librarian: Person;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  const replyDue = { kind: 'working-days', n: 15 };
  callId = await congress.call({ replyDue, contactWithin: null, proposerMayObjectToRouting: true });
  library = randomUUID();
  await stage.database.query(
    "INSERT INTO directory_units (id, organisation_id, code, name, version) VALUES ($1, $2, 'library', 'Library', 1)",
    [library, stage.organisationId],
  );
  librarian = await stage.person({ office: 'UNIT_HANDLER', unitId: library, name: 'Librarian' });
});
afterEach(() => stage.setClock(null));

const on = (day: string): void => stage.setClock(`${day}T02:00:00Z`);
const page = async (id: string, who: Person = congress.committee) => done(await stage.as(who).get(`/proposals/${id}`));
const work = async (id: string, who?: Person) => (await page(id, who)).handlings[0];
const requestsOn = async (id: string, who: Person = congress.committee) => done(await stage.as(who).get(`/proposals/${id}/requests`)).items;

async function assignedOn(day: string, under: string = callId, dueOn?: string): Promise<string> {
  stage.setClock(null); // The call is open today.
  const id = await congress.filed(under);
  on(day);
  const routing = { leadUnitId: stage.logistics, assistingUnitIds: [stage.finance], ...(dueOn && { dueOn }) };
  done(await stage.as(congress.committee).decide(`/proposals/${id}/assignment`, routing));
  return id;
}

/** Assigned to logistics on 10 February 2026: fifteen working days end on 9 March. */
const assigned = async (): Promise<string> => {
  const id = await assignedOn('2026-02-10');
  expect((await work(id)).dueOn).toBe('2026-03-09');
  return id;
};

async function ask(id: string, kind: string, wish?: object, who: Person = congress.handler) {
  const { id: handlingId, version } = await work(id);
  return stage.as(who).post(`/proposals/${id}/handlings/${handlingId}/requests`, { kind, reason: 'It is not ours.', wish, version });
}

async function answer(id: string, outcome: string, rest: object = {}, who: Person = congress.committee) {
  const [{ id: requestId, version }] = await requestsOn(id);
  return stage.as(who).post(`/proposals/${id}/requests/${requestId}/answer`, { outcome, reason: 'Because.', version, ...rest });
}

const deadline = async (id: string) =>
  (
    await stage.database.query<{ due_on: string; stops: object[]; is_stopped: boolean; extended_from: string | null; unit_id: string }>(
      "SELECT due_on, stops, is_stopped, extended_from, unit_id FROM deadlines WHERE proposal_id = $1 AND matter = 'reply'",
      [id],
    )
  )[0];
const answerOwed = (requestId: string) =>
  stage.database.query<{ due_on: string; office: string | null; is_met: boolean; waived: boolean }>(
    "SELECT due_on, office, met_at IS NOT NULL AS is_met, waived FROM deadlines WHERE subject_id = $1 AND matter = 'answer'",
    [requestId],
  );
const told = async (id: string) => (await stage.eventsOf(id)).map(({ name }) => name.replace('proposals.', '').replace(/\.v\d$/, ''));
const owes = async (who: Person, id: string): Promise<string[]> =>
  done(await stage.as(who).get('/owed'))
    .items.filter(({ proposalId }: { proposalId: string }) => proposalId === id)
    .map(({ matter }: { matter: string }) => matter);

describe('the clock', () => {
  const stopped = async (id: string, from: string, until: string): Promise<string> => {
    on(from);
    done(await ask(id, 'clarification'));
    on(until);
    done(await answer(id, 'CLARIFIED', {}, congress.lead));
    return (await work(id)).dueOn;
  };

  it.each([
    [{ kind: 'working-days', n: 10 }, '2026-09-28', '2026-10-16', ['2026-10-09', '2026-10-12'], '2026-10-20'],
    [{ kind: 'working-days', n: 45 }, '2026-03-20', '2026-05-27', ['2026-04-07', '2026-04-08'], '2026-05-28'],
    [{ kind: 'months', n: 3 }, '2024-11-30', '2025-02-28', ['2024-12-02', '2024-12-05'], '2025-03-03'],
  ] as const)('by %j from %s runs until %s, and longer by what it stood', async (replyDue, startedOn, dueOn, [from, until], later) => {
    const id = await assignedOn(startedOn, await congress.call({ replyDue }));
    expect((await work(id)).dueOn).toBe(dueOn);
    expect(await stopped(id, from, until)).toBe(later);
  });

  it('of a date that the committee set stays, however long it stood', async () => {
    const id = await assignedOn('2026-02-10', callId, '2026-06-30');
    expect(await stopped(id, '2026-02-12', '2026-02-26')).toBe('2026-06-30');
    expect((await told(id)).slice(-2)).toEqual(['deadline-stopped', 'deadline-set']);
  });
});

describe('an objection of a unit', () => {
  it('that is refused: fifteen working days from 10 February, stopped 12 to 26 February, end on 16 March', async () => {
    const id = await assigned();
    on('2026-02-12');
    done(await ask(id, 'objection', { unitId: library }));
    expect(await deadline(id)).toMatchObject({ is_stopped: true, stops: [{ from: '2026-02-12', until: null }] });
    expect(await work(id, congress.handler)).toMatchObject({
      allowedActions: ['log-contact', 'draft'],
      asking: { kinds: [] },
      overdue: false,
      clock: { isStopped: true },
    });
    const replied = await stage.as(congress.handler).decide(`/proposals/${id}/reply`, REPLY);
    expect(replied).toMatchObject({ status: 409, body: { type: 'proposals.request-open', details: { request: 'objection' } } });
    expect([await owes(congress.committee, id), await owes(congress.handler, id)]).toEqual([['answer-request'], []]);
    on('2026-02-26');
    const [item] = done(await stage.as(congress.committee).get('/requests')).items.filter(
      ({ proposal }: { proposal: { id: string } }) => proposal.id === id,
    );
    expect(item).toMatchObject({
      kind: 'objection',
      dueOn: '2026-03-04',
      isClockStopped: true,
      outcomes: ['REASSIGNED', 'RETAINED'],
      work: {
        leadUnit: { name: 'Logistics' },
        unit: { name: 'Library' },
        foreseen: [
          { outcome: 'REASSIGNED', dueOn: '2026-03-18' },
          { outcome: 'RETAINED', dueOn: '2026-03-16' },
        ],
      },
    });
    done(await answer(id, 'RETAINED'));
    expect(await deadline(id)).toMatchObject({
      is_stopped: false,
      due_on: '2026-03-16',
      stops: [{ from: '2026-02-12', until: '2026-02-26' }],
    });
    const after = await work(id, congress.handler);
    expect(after).toMatchObject({
      dueOn: '2026-03-16',
      allowedActions: ['acknowledge', 'log-contact', 'draft', 'reply'],
      clock: { counted: 15, leftOut: [{ from: '2026-02-13', until: '2026-02-26', because: 'stood' }, {}, {}, {}] },
    });
    expect(after.asking.kinds).not.toContain('objection');
    expect((await told(id)).slice(-4)).toEqual(['deadline-set', 'deadline-stopped', 'deadline-set', 'due-date-moved']);
    expect(await owes(congress.committee, id)).toEqual([]);
    const { history } = await page(id, congress.lead);
    expect(history.slice(-3)).toMatchObject([
      { kind: 'HandlingRequestMade', request: 'objection', actor: { name: 'Handler' } },
      { kind: 'HandlingRequestAnswered', request: 'objection', outcome: 'RETAINED' },
      { kind: 'DueDateMoved', dueOn: '2026-03-16' },
    ]);
  });

  it('that is accepted: another unit has it from the beginning, and the first reads it no more', async () => {
    const id = await assigned();
    on('2026-02-12');
    const [{ id: requestId }] = done(await ask(id, 'objection', { unitId: library })).items;
    on('2026-02-26');
    expect((await answer(id, 'REASSIGNED', { terms: { unitId: randomUUID() } })).body).toMatchObject({ type: 'proposals.unknown-unit' });
    done(await answer(id, 'REASSIGNED'));
    expect(await deadline(id)).toMatchObject({ due_on: '2026-03-18', stops: [], is_stopped: false, unit_id: library });
    expect((await told(id)).slice(-3)).toEqual(['assignment-taken-away', 'proposal-assigned', 'deadline-set']);
    const events = await stage.eventsOf(requestId);
    expect(events.map(({ name, data }) => [name, data['aboutUnitId'], data['replyDueOn']])).toEqual([
      ['proposals.request-made.v1', stage.logistics, undefined],
      ['proposals.deadline-set.v2', undefined, undefined],
      ['proposals.request-answered.v1', stage.logistics, undefined],
      ['proposals.deadline-met.v2', undefined, undefined],
    ]);
    const deadlineId = derivedId(requestId, 'answer', 1);
    expect(events[1]?.data).toMatchObject({
      ...{ deadlineId, matter: 'answer', about: { kind: 'proposal', id }, dueAt: '2026-03-04T16:00:00.000Z' },
      owedBy: { memberIds: [], unitId: null, offices: ['PROPOSALS_COMMITTEE'] },
    });
    expect(events[3]?.data).toMatchObject({ deadlineId });
    for (const { name, data } of events) expect(eventFaults(name, data)).toEqual([]);
    expect(await answerOwed(requestId)).toEqual([{ due_on: '2026-03-04', office: 'committee', is_met: true, waived: false }]);
    const outsider = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.logistics });
    expect((await stage.as(outsider).get(`/proposals/${id}`)).status).toBe(403);
    expect(await owes(librarian, id)).toEqual(['reply']);
    on('2026-03-18');
    done(await stage.as(librarian).decide(`/proposals/${id}/reply`, REPLY));
    const figures = await stage.database.query<{ matter: { units: object[] } }>('SELECT matter FROM matters WHERE proposal_id = $1', [id]);
    expect(figures[0]?.matter.units).toMatchObject([{ unitId: library, firstReply: 'IN_TIME' }]);
  });

  it('is refused to others, late, twice, on an outdated version, without another unit, and to an unknown one', async () => {
    const id = await assigned();
    on('2026-02-12');
    const refusedTo = async (who: Person, wish: object = { unitId: library }) => {
      const { status, body } = await ask(id, 'objection', wish, who);
      return `${status} ${body.type}`;
    };
    for (const who of [congress.committee, congress.lead, congress.assistant, congress.staff])
      expect(await refusedTo(who)).toBe('403 proposals.not-the-handling-unit');
    const foreigner = await (await stage.elsewhere()).person({ office: 'UNIT_HANDLER' });
    expect(await refusedTo(foreigner)).toBe('404 proposals.not-found');
    expect(await refusedTo(congress.handler, { unitId: randomUUID() })).toBe('422 proposals.unknown-unit');
    expect((await ask(id, 'objection', {})).body).toMatchObject({ status: 400, faults: [{ field: 'wish.unitId', reason: 'not-an-id' }] });
    const { id: handlingId, version } = await work(id);
    const at = `/proposals/${id}/handlings/${handlingId}/requests`;
    const said = { kind: 'objection', reason: 'Not ours.', wish: { unitId: library } };
    expect((await stage.as(congress.handler).post(at, { ...said, version: version + 1 })).body).toMatchObject({
      type: 'proposals.outdated',
    });
    expect((await stage.as(congress.handler).post(at, { ...said, kind: 'merge-consent', version })).status).toBe(400);
    on('2026-02-25');
    expect(await refusedTo(congress.handler)).toBe('409 proposals.objection-over');
    on('2026-02-24');
    done(await ask(id, 'objection', { unitId: library }));
    expect(await refusedTo(congress.handler)).toBe('409 proposals.asked-already');
    expect((await answer(id, 'RETAINED', {}, congress.lead)).body).toMatchObject({ type: 'proposals.not-the-committee' });
    expect((await answer(id, 'RETAINED', { reason: ' ' })).body).toMatchObject({ type: 'proposals.reason-required' });
    expect((await answer(id, 'GRANTED')).body).toMatchObject({ type: 'proposals.no-such-outcome' });
    done(await answer(id, 'RETAINED'));
    expect((await answer(id, 'RETAINED')).body).toMatchObject({ type: 'proposals.request-settled' });
    expect(await refusedTo(congress.handler)).toBe('409 proposals.asked-already');
  });
});

describe('an objection of the proposer', () => {
  it('to the routing is answered by the committee as one of the unit is', async () => {
    const id = await assigned();
    on('2026-02-12');
    expect((await work(id, congress.lead)).asking.kinds).toEqual(['routing-objection']);
    done(await ask(id, 'routing-objection', { unitId: library }, congress.lead));
    expect(await deadline(id)).toMatchObject({ is_stopped: true });
    on('2026-02-26');
    done(await answer(id, 'REASSIGNED', { terms: { dueOn: '2026-04-30' } }));
    expect(await work(id)).toMatchObject({ leadUnit: { name: 'Library' }, dueOn: '2026-04-30', state: 'ASSIGNED' });
  });
});

describe('another unit beside', () => {
  it('assists once it is granted, or answers for itself; the lead unit has signed for it', async () => {
    const id = await assigned();
    on('2026-02-12');
    done(await ask(id, 'add-unit', { unitId: library, role: 'assisting' }));
    expect(await work(id)).toMatchObject({ state: 'IN_PROGRESS', acknowledgedBy: { name: 'Handler' }, clock: { isStopped: true } });
    on('2026-02-26');
    done(await answer(id, 'GRANTED', { terms: { role: 'separate' } }));
    const { handlings } = await page(id);
    expect(handlings.map(({ leadUnit, dueOn }: { leadUnit: { name: string }; dueOn: string }) => [leadUnit.name, dueOn]).sort()).toEqual([
      ['Library', '2026-03-18'],
      ['Logistics', '2026-03-16'],
    ]);
    const other = await assigned();
    on('2026-02-12');
    done(await ask(other, 'add-unit', { unitId: library, role: 'assisting' }));
    done(await answer(other, 'GRANTED'));
    expect((await work(other)).assistingUnits.map(({ name }: { name: string }) => name)).toEqual(['Finance', 'Library']);
    expect((await page(other, librarian)).id).toBe(other);
    expect(await told(other)).toContain('assisting-unit-added');
  });
});

describe('an extension', () => {
  it('is granted up to what the call lets be put off, never stops the clock, and goes with the reply', async () => {
    const id = await assigned();
    on('2026-03-09');
    expect((await ask(id, 'extension', { dueOn: '2026-08-11' })).body).toMatchObject({
      type: 'proposals.beyond-extension',
      details: { latest: '2026-08-10' },
    });
    done(await ask(id, 'extension', { dueOn: '2026-04-30' }));
    expect(await deadline(id)).toMatchObject({ is_stopped: false });
    on('2026-03-10');
    done(await answer(id, 'GRANTED', { terms: { dueOn: '2026-03-31' } }));
    expect(await deadline(id)).toMatchObject({ due_on: '2026-03-31', extended_from: '2026-03-09' });
    expect(await work(id)).toMatchObject({ overdue: false, clock: { extendedFrom: '2026-03-09' } });
    done(await ask(id, 'extension', { dueOn: '2026-04-30' }));
    done(await answer(id, 'REFUSED'));
    expect((await work(id)).dueOn).toBe('2026-03-31');
    done(await ask(id, 'extension', { dueOn: '2026-04-30' }));
    done(await stage.as(congress.handler).decide(`/proposals/${id}/reply`, REPLY));
    expect((await requestsOn(id)).map(({ state }: { state: string }) => state).sort()).toEqual(['ANSWERED', 'ANSWERED', 'TAKEN_BACK']);
    expect(await owes(congress.committee, id)).toEqual([]);
    const late = await assigned();
    on('2026-03-10');
    expect((await ask(late, 'extension', { dueOn: '2026-04-30' })).body).toMatchObject({ type: 'proposals.reply-overdue' });
  });
});

describe('a clarification', () => {
  it('by the proposer lets the clock run on when it is given', async () => {
    const id = await assigned();
    on('2026-02-12');
    done(await ask(id, 'clarification'));
    expect(await owes(congress.lead, id)).toEqual(['answer-request']);
    expect((await answer(id, 'CLARIFIED', {}, congress.seconders[0]!)).body).toMatchObject({ type: 'proposals.not-the-lead-proposer' });
    on('2026-02-26');
    done(await answer(id, 'CLARIFIED', { reason: 'The small canteen is meant.' }, congress.lead));
    expect(await work(id)).toMatchObject({ dueOn: '2026-03-16' });
    const [request] = await requestsOn(id, congress.handler);
    expect(request).toMatchObject({ answer: { outcome: 'CLARIFIED', reason: 'The small canteen is meant.' } });
    expect((await ask(id, 'clarification')).body).toMatchObject({ type: 'proposals.asked-already' });
  });

  it('lapses on its last day, once, and to the same date however late it is swept, by however many at once', async () => {
    const [id, other] = [await assigned(), await assigned()];
    on('2026-02-12');
    for (const one of [id, other]) done(await ask(one, 'clarification'));
    on('2026-03-04');
    expect(await stage.settleSilence()).toBe(0);
    on('2026-03-05');
    expect((await answer(other, 'CLARIFIED', {}, congress.lead)).body).toMatchObject({ type: 'proposals.request-settled' });
    // What is swept and falls over between is as if it had not been: the next one finds it.
    await stage.asOwner("ALTER TABLE deadlines ADD CONSTRAINT falls_over CHECK (is_stopped OR stops = '[]') NOT VALID");
    await expect(stage.settleSilence()).rejects.toThrow('falls_over');
    await stage.asOwner('ALTER TABLE deadlines DROP CONSTRAINT falls_over');
    expect(await deadline(id)).toMatchObject({ is_stopped: true });
    on('2026-03-20');
    const swept = await Promise.all([stage.settleSilence(), stage.settleSilence()]);
    expect(swept.reduce((sum, one) => sum + one, 0)).toBe(2);
    for (const one of [id, other]) {
      expect(await deadline(one)).toMatchObject({
        is_stopped: false,
        due_on: '2026-03-23',
        stops: [{ from: '2026-02-12', until: '2026-03-04' }],
      });
      expect((await told(one)).filter((name) => name === 'due-date-moved')).toHaveLength(1);
    }
  });
});

describe('the day of an answer', () => {
  it('is waived where it is taken back, the work goes on, or time passes in silence', async () => {
    const [takenBack, goneOn, silent] = [await assigned(), await assigned(), await assigned()];
    on('2026-02-12');
    const requestOf = async (id: string, kind: string, wish: object) => done(await ask(id, kind, wish)).items[0].id;
    const ids = [
      await requestOf(takenBack, 'objection', { unitId: library }),
      await requestOf(goneOn, 'assisting-opinion', { round: 1 }),
      await requestOf(silent, 'clarification', {}),
    ] as const;
    expect((await Promise.all(ids.map(answerOwed))).map(([row]) => [row?.office, row?.is_met])).toEqual([
      ['committee', false],
      [null, false],
      [null, false],
    ]);
    const [{ id: requestId, version }] = await requestsOn(takenBack);
    done(await stage.as(congress.handler).delete(`/proposals/${takenBack}/requests/${requestId}?version=${version}`));
    done(await stage.as(congress.handler).decide(`/proposals/${goneOn}/reply`, REPLY));
    on('2026-03-20');
    expect(await stage.settleSilence()).toBeGreaterThan(0);
    for (const id of ids) {
      expect(await answerOwed(id)).toMatchObject([{ is_met: true, waived: true }]);
      expect((await told(id)).at(-1)).toBe('deadline-met');
    }
  });
});

describe('the day of an answer that a lead owed who has left', () => {
  it('is that of whoever takes the lead, who answers', async () => {
    const [lead, seconder] = [await stage.person({ seat: 'DELEGATE', name: 'Leaving' }), congress.seconders[0]!];
    const under = await congress.call({ minSeconders: 1 });
    const post = async (who: Person, path: string, body?: object) => done(await stage.as(who).post(`/proposals${path}`, body));
    const { id } = await post(lead, '', { callId: under, ...CONTENT });
    await post(lead, `/${id}/invitations`, { memberIds: [seconder.id] });
    done(await stage.as(seconder).decide(`/proposals/${id}/seconding`));
    done(await stage.as(lead).decide(`/proposals/${id}/submission`));
    done(await stage.as(congress.committee).decide(`/proposals/${id}/review`, { outcome: 'FILED' }));
    done(await stage.as(congress.committee).decide(`/proposals/${id}/assignment`, { leadUnitId: stage.logistics }));
    const [{ id: requestId }] = done(await ask(id, 'clarification')).items;
    const owners = async () =>
      (await stage.database.query<{ member_ids: string[] }>('SELECT member_ids FROM deadlines WHERE subject_id = $1', [requestId]))[0]
        ?.member_ids;
    expect(await owners()).toEqual([lead.id]);
    await stage.leave(lead);
    await post(seconder, `/${id}/lead`);
    expect(await owners()).toEqual([seconder.id]);
    expect((await stage.eventsOf(requestId)).at(-1)).toMatchObject({
      ...{ name: 'proposals.deadline-set.v2', version: 2 },
      data: { owedBy: { memberIds: [seconder.id] } },
    });
    done(await answer(id, 'CLARIFIED', {}, seconder));
    expect((await stage.eventsOf(requestId)).at(-1)).toMatchObject({ name: 'proposals.deadline-met.v2', version: 3 });
    expect(await answerOwed(requestId)).toMatchObject([{ is_met: true, waived: false }]);
  });
});

describe('of a confidential matter', () => {
  it('a request tells neither its subject nor what was said', async () => {
    const id = await assigned();
    const { version } = await page(id);
    done(await stage.as(congress.lead).put(`/proposals/${id}/confidentiality`, { isConfidential: true, version }));
    on('2026-02-12');
    const [{ id: requestId }] = done(await ask(id, 'objection', { unitId: library })).items;
    done(await answer(id, 'RETAINED'));
    const facts = await stage.eventsOf(requestId);
    const told = facts.filter(({ name }) => name.includes('request'));
    expect(told.map(({ data }) => [data['subject'], data['reason']])).toEqual([
      ['', null],
      ['', null],
    ]);
    expect(facts.find(({ name }) => name === 'proposals.deadline-set.v2')?.data).toMatchObject({ about: { title: '' } });
  });
});
