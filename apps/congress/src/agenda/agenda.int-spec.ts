import { randomUUID } from 'node:crypto';
import { eventFaults, isEventName, type EventData } from '@plenum/contracts';
import { Messaging, Outbox } from '@plenum/messaging';
import { isHeard, probe } from '@plenum/test-kit';
import { congressHouse, type Person } from '../testing/congress-house.js';

const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

describe('the agenda of a session', () => {
  const house = congressHouse();
  const report = { kind: 'REPORT', title: '学校工作报告', speaker: '校长', standing: 'WORK', minutes: 40 };
  const decision = { kind: 'DECIDE', title: '绩效工资分配方案', minutes: 30, vote: 'SECRET' };

  const staged = async (code: string) => {
    const secretary = await house.found(code);
    const people = await Promise.all(['T1', 'T2', 'T3'].map((staffNo) => house.join(secretary, staffNo)));
    const sessionId = await house.session(secretary);
    for (const { memberId } of people)
      await house.as(secretary).post(`/sessions/${sessionId}/delegates`, { memberId, kind: 'DELEGATE' }).expect(204);
    return { secretary, people: people as [Person, Person, Person], sessionId, path: `/sessions/${sessionId}/agenda` };
  };
  const read = async (person: Person, path: string) => (await house.as(person).get(path).expect(200)).body;
  const agreedUpon = async (secretary: Person, path: string) => {
    const version = (await read(secretary, path)).version;
    const revised = await house
      .as(secretary)
      .put(path, { items: [report, decision], version })
      .expect(200);
    const agreement = { party: '校长办公会', on: TODAY, version: revised.body.version };
    return (await house.as(secretary).post(`${path}/agreement`, agreement).expect(200)).body;
  };
  const hear = async (name: 'ballot.motion-decided.v1' | 'ballot.result-annulled.v1', data: { ballotId: string }) => {
    await house.database.transaction((tx) =>
      house.app.get(Outbox).append(tx, [{ name, aggregateId: data.ballotId, version: 1, data } as never]),
    );
    await probe('every event has been handled', async () =>
      isHeard(
        house.database,
        house.app.get(Messaging).reactions,
        await house.database.query("SELECT id, name FROM outbox WHERE name LIKE 'ballot.%'"),
      ),
    );
  };

  it('is collected, agreed with the school, and adopted by hands against those present', async () => {
    const { secretary, people, sessionId, path } = await staged('agenda');
    expect(await read(people[0], path)).toMatchObject({ version: 0, items: [], allowedActions: [] });
    const first = await house
      .as(secretary)
      .put(path, { items: [{ ...report, speaker: '' }, decision], version: 0 })
      .expect(200);
    expect(first.body).toMatchObject({
      state: 'COLLECTING',
      version: 1,
      items: [
        { standing: 'WORK', lacking: ['speaker'] },
        { vote: 'SECRET', lacking: [] },
      ],
      missingReports: ['FINANCE', 'UNION', 'PROPOSALS'],
      allowedActions: ['revise'],
    });
    expect((await read(people[0], path)).items).toEqual([]); // What is collected is the secretariat's own.
    const early = await house.as(secretary).post(`${path}/agreement`, { party: '校长办公会', on: TODAY, version: 1 }).expect(422);
    expect(early.body).toMatchObject({ type: 'congress.agenda-incomplete', details: { lacking: ['speaker:1'] } });
    const stale = await house.as(secretary).put(path, { items: [], version: 0 }).expect(409);
    expect(stale.body).toMatchObject({ type: 'congress.outdated', details: { current: 1 } });
    const [one] = first.body.items;
    const kept = await house
      .as(secretary)
      .put(path, { items: [decision, { ...report, id: one.id }], version: 1 })
      .expect(200);
    expect(kept.body.items[1]).toMatchObject({ id: one.id, speaker: '校长' });
    const agreed = await house.as(secretary).post(`${path}/agreement`, { party: '校长办公会', on: TODAY, version: 2 }).expect(200);
    expect(agreed.body).toMatchObject({ state: 'AGREED', agreement: { party: '校长办公会', on: TODAY }, present: null, needed: 2 });
    expect((await read(people[0], path)).items).toHaveLength(2);

    await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(200);
    for (const person of people.slice(0, 2)) await house.as(person).post(`/sessions/${sessionId}/attendance`).expect(204);
    const hands = { way: 'HANDS', inFavour: 2, against: 1, abstained: 0, version: 3 };
    const tooMany = await house.as(secretary).post(`${path}/adoption`, hands).expect(422);
    expect(tooMany.body).toMatchObject({ type: 'congress.hands-above-present', details: { hands: 3, present: 2 } });
    const few = await house
      .as(secretary)
      .post(`${path}/adoption`, { ...hands, inFavour: 1 })
      .expect(200);
    expect(few.body).toMatchObject({ state: 'AGREED', stands: false, adoptions: [{ passed: false }], version: 4 });
    const adopted = await house
      .as(secretary)
      .post(`${path}/adoption`, { ...hands, against: 0, version: 4 })
      .expect(200);
    expect(adopted.body).toMatchObject({
      state: 'ADOPTED',
      stands: true,
      adoptions: [{ passed: false }, { passed: true, hands: { inFavour: 2, present: 2, entitled: 3, needed: 2 } }],
      allowedActions: ['reopen'],
    });

    for (const name of ['congress.agenda-agreed.v1', 'congress.agenda-adopted.v1']) {
      const told = (await house.told(name)).filter(({ data }) => data['sessionId'] === sessionId);
      expect(told).toHaveLength(1);
      for (const { data } of told) expect(isEventName(name) && eventFaults(name, data)).toEqual([]);
    }
    const trail = await house.database.query<{ action: string }>(
      "SELECT action FROM audit_trail WHERE subject_kind = 'agenda' AND organisation_id = $1 ORDER BY occurred_at",
      [secretary.organisationId],
    );
    expect(trail.map(({ action }) => action)).toEqual(['revise-agenda', 'revise-agenda', 'agree-agenda', 'adopt-agenda', 'adopt-agenda']);
  });

  it('changes after its adoption only by another one, and is given back where the changes are given up', async () => {
    const { secretary, people, path } = await staged('agenda-again');
    const { version } = await agreedUpon(secretary, path);
    const hands = { way: 'HANDS', inFavour: 3, against: 0, abstained: 0, version };
    expect((await house.as(secretary).post(`${path}/adoption`, hands).expect(400)).body.faults).toEqual([
      { field: 'present', reason: 'required' },
    ]);
    await house
      .as(secretary)
      .post(`${path}/adoption`, { ...hands, present: 3 })
      .expect(200);
    const shut = await house
      .as(secretary)
      .put(path, { items: [], version: version + 1 })
      .expect(409);
    expect(shut.body).toMatchObject({ type: 'congress.agenda-state', details: { action: 'revise', state: 'ADOPTED' } });
    const reopening = { reason: '增加一项议题', version: version + 1 };
    await house.as(secretary).post(`${path}/reopening`, reopening).expect(200);
    await house
      .as(secretary)
      .put(path, { items: [report], version: version + 2 })
      .expect(200);
    expect(await read(people[0], path)).toMatchObject({ stands: true, reopenedFor: '增加一项议题', items: [{}, {}] });
    const restored = await house
      .as(secretary)
      .post(`${path}/restoration`, { version: version + 3 })
      .expect(200);
    expect(restored.body).toMatchObject({ state: 'ADOPTED', items: [{}, {}], reopenedFor: null });
  });

  it('is adopted by a ballot that is effective, and no longer when it is annulled', async () => {
    const { secretary, sessionId, path } = await staged('agenda-ballot');
    const { version } = await agreedUpon(secretary, path);
    const ofBallot = {
      organisationId: secretary.organisationId,
      sessionId,
      ballotId: randomUUID(),
      kind: 'resolution',
      title: '通过议程',
    } as const;
    const item = { id: 'agenda', label: '议程', proposalId: null, yes: 3, no: 0, abstain: 0, needed: 2, passed: true };
    const unknown = await house.as(secretary).post(`${path}/adoption`, { way: 'BALLOT', ballotId: ofBallot.ballotId, version }).expect(404);
    expect(unknown.body).toMatchObject({ type: 'congress.not-found', details: { object: 'ballot' } });
    const lost: EventData<'ballot.motion-decided.v1'> = {
      ...ofBallot,
      ballotId: randomUUID(),
      status: 'rejected',
      items: [{ ...item, passed: false }],
    };
    await hear('ballot.motion-decided.v1', lost);
    await hear('ballot.motion-decided.v1', { ...ofBallot, status: 'passed', items: [item] } as EventData<'ballot.motion-decided.v1'>);
    expect((await read(secretary, path)).passedBallots).toEqual([{ ballotId: ofBallot.ballotId, title: '通过议程' }]);
    const notPassed = await house.as(secretary).post(`${path}/adoption`, { way: 'BALLOT', ballotId: lost.ballotId, version }).expect(422);
    expect(notPassed.body).toMatchObject({ type: 'congress.adopting-ballot', details: { reason: 'not-passed' } });
    const adopted = await house.as(secretary).post(`${path}/adoption`, { way: 'BALLOT', ballotId: ofBallot.ballotId, version }).expect(200);
    expect(adopted.body).toMatchObject({ state: 'ADOPTED', adoptions: [{ way: 'BALLOT', hands: null }] });
    const annulled: EventData<'ballot.result-annulled.v1'> = { ...ofBallot, reason: '票数不符', declared: true };
    await hear('ballot.result-annulled.v1', annulled);
    expect(await read(secretary, path)).toMatchObject({
      state: 'AGREED',
      stands: false,
      adoptions: [{ withdrawn: true }],
      passedBallots: [],
    });
  });

  it('refuses what is malformed, naming the field', async () => {
    const { secretary, path } = await staged('agenda-malformed');
    const faults = async (items: readonly object[]) =>
      (await house.as(secretary).put(path, { items, version: 0 }).expect(400)).body.faults.map(({ field }: { field: string }) => field);
    expect(await faults([{ ...report, kind: 'CHAT' }])).toEqual(['items.0.kind']);
    expect(await faults([{ ...report, vote: 'HANDS' }])).toEqual(['items.0.vote']);
    expect(await faults([report, { ...report, minutes: 481 }])).toEqual(['items.1.minutes']);
    expect(await faults([report, report])).toEqual(['items.1.standing']);
    const lines = await house
      .as(secretary)
      .put(path, { items: [{ ...report, title: '工作\n报告' }], version: 0 })
      .expect(400);
    expect(lines.body.faults[0].field).toBe('items.0.title');
    const tomorrow = { party: '校长办公会', on: '2999-01-01', version: 1 };
    await house
      .as(secretary)
      .put(path, { items: [report], version: 0 })
      .expect(200);
    expect((await house.as(secretary).post(`${path}/agreement`, tomorrow).expect(400)).body.faults).toEqual([
      { field: 'on', reason: 'in-the-future' },
    ]);
  });
});
