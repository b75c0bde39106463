import { randomUUID } from 'node:crypto';
import type { EventData, EventName, NewEvent } from '@plenum/contracts';
import { Messaging, Outbox } from '@plenum/messaging';
import { isHeard, probe } from '@plenum/test-kit';
import { congressHouse, type Person } from '../testing/congress-house.js';

type Elected = EventData<'ballot.officers-elected.v1'>;

describe('mandates', () => {
  const house = congressHouse();
  let secretary: Person;
  let people: readonly Person[];
  let sessionId: string;

  beforeAll(async () => {
    secretary = await house.found('mandates');
    people = [await house.join(secretary, 'T1', '李甲'), await house.join(secretary, 'T2', '王乙')];
    sessionId = await house.session(secretary);
  }, 120_000);

  /** Delivers an event of the ballot service, the way it really takes. */
  const hear = async <N extends EventName>(name: N, data: EventData<N> & { ballotId: string }, version = 1): Promise<void> => {
    await house.database.transaction((tx) =>
      house.app.get(Outbox).append(tx, [{ name, aggregateId: data.ballotId, version, data } as unknown as NewEvent]),
    );
    await allHeard();
  };
  const allHeard = () =>
    probe('every event has been handled', async () =>
      isHeard(
        house.database,
        house.app.get(Messaging).reactions,
        await house.database.query("SELECT id, name FROM outbox WHERE name LIKE 'ballot.%'"),
      ),
    );
  const election = (given: Partial<Elected> = {}): Elected => ({
    organisationId: secretary.organisationId,
    sessionId,
    ballotId: randomUUID(),
    kind: 'election',
    title: '主席团选举',
    elected: [
      { memberId: people[0]?.memberId ?? null, name: '李甲' },
      { memberId: null, name: '另选人' },
    ],
    post: '主席团成员',
    office: 'PRESIDIUM',
    scope: 'session',
    ...given,
  });
  const annulled = ({ organisationId, ballotId, title }: Elected): EventData<'ballot.result-annulled.v1'> => ({
    organisationId,
    sessionId,
    ballotId,
    kind: 'election',
    title,
    reason: '伪造选票',
    declared: true,
  });
  const listed = async (query = '', who = secretary) => (await house.as(who).get(`/mandates?pageSize=100${query}`).expect(200)).body;
  const mandatesOf = async ({ ballotId }: Elected) =>
    (await listed()).items.filter((mandate: { ballotId: string }) => mandate.ballotId === ballotId);
  const officesOf = async (office: string) =>
    (await house.as(secretary).get(`/offices?office=${office}&pageSize=100`).expect(200)).body.items as {
      id: string;
      memberId: string;
      sessionId: string | null;
    }[];

  it('are kept once, with the office that goes with them', async () => {
    const elected = election();
    await hear('ballot.officers-elected.v1', elected);
    await hear('ballot.officers-elected.v1', elected); // Another event with the same facts, as after a repair.
    const [office, ...more] = await officesOf('PRESIDIUM');
    expect(more).toEqual([]);
    expect(office).toMatchObject({ memberId: people[0]?.memberId, sessionId });
    expect(await mandatesOf(elected)).toEqual([
      {
        ballotId: elected.ballotId,
        sessionId,
        memberId: people[0]?.memberId,
        name: '李甲',
        post: '主席团成员',
        title: '主席团选举',
        officeId: office?.id,
        electedAt: expect.any(String),
        withdrawnBecause: null,
        until: '2006-08-31',
      },
      {
        ballotId: elected.ballotId,
        sessionId,
        memberId: null,
        name: '另选人',
        post: '主席团成员',
        title: '主席团选举',
        officeId: null,
        electedAt: expect.any(String),
        withdrawnBecause: null,
        until: '2006-08-31',
      },
    ]);
    expect((await house.told('congress.office-assigned.v1')).filter(({ data }) => data['office'] === 'PRESIDIUM')).toHaveLength(1);
    expect(
      await house.database.query("SELECT actor_id FROM audit_trail WHERE action = 'record-mandates' AND subject_id = $1", [
        elected.ballotId,
      ]),
    ).toEqual([{ actor_id: null }]);
  });

  it('are withdrawn when the ballot is annulled, and the office with them, but stay readable', async () => {
    const elected = election({
      office: 'PROPOSALS_COMMITTEE',
      scope: 'organisation',
      elected: [{ memberId: people[1]?.memberId ?? null, name: '王乙' }],
    });
    await hear('ballot.officers-elected.v1', elected);
    expect(await officesOf('PROPOSALS_COMMITTEE')).toMatchObject([{ memberId: people[1]?.memberId, sessionId: null }]);
    await hear('ballot.result-annulled.v1', annulled(elected), 2);
    await hear('ballot.result-annulled.v1', annulled(elected), 2);
    expect(await officesOf('PROPOSALS_COMMITTEE')).toEqual([]);
    expect(await mandatesOf(elected)).toMatchObject([{ name: '王乙', withdrawnBecause: '伪造选票' }]);
    expect((await house.told('congress.office-relieved.v1')).filter(({ data }) => data['memberId'] === people[1]?.memberId)).toHaveLength(
      1,
    );
  });

  it('give no office where the annulment was heard of first', async () => {
    const elected = election({ office: 'PROPOSALS_COMMITTEE', scope: 'organisation' });
    await hear('ballot.result-annulled.v1', annulled(elected), 2);
    await hear('ballot.officers-elected.v1', elected, 1);
    expect(await mandatesOf(elected)).toMatchObject([{ officeId: null, withdrawnBecause: '伪造选票' }, { officeId: null }]);
    expect(await officesOf('PROPOSALS_COMMITTEE')).toEqual([]);
  });

  it('leave alone an office that was held before, and one that was given up since', async () => {
    const [, second] = people;
    const { body } = await house.as(secretary).post('/offices', { memberId: second?.memberId, office: 'PRESIDIUM', sessionId }).expect(201);
    const elected = election({ elected: [{ memberId: second?.memberId ?? null, name: '王乙' }] });
    await hear('ballot.officers-elected.v1', elected);
    expect(await mandatesOf(elected)).toMatchObject([{ officeId: null }]);
    await hear('ballot.result-annulled.v1', annulled(elected), 2);
    expect((await officesOf('PRESIDIUM')).map(({ id }) => id)).toContain(body.id);

    const other = election({
      office: 'PROPOSALS_COMMITTEE',
      scope: 'organisation',
      elected: [{ memberId: second?.memberId ?? null, name: '王乙' }],
    });
    await hear('ballot.officers-elected.v1', other);
    const [given] = await officesOf('PROPOSALS_COMMITTEE');
    await house.as(secretary).delete(`/offices/${given?.id}`).expect(204);
    await hear('ballot.result-annulled.v1', annulled(other), 2);
    expect(await mandatesOf(other)).toMatchObject([{ withdrawnBecause: '伪造选票' }]);
  });

  it('of a post that is no office are kept as such', async () => {
    const elected = election({ office: null, scope: null, post: '工会委员会委员' });
    await hear('ballot.officers-elected.v1', elected);
    expect(await mandatesOf(elected)).toMatchObject([{ post: '工会委员会委员', officeId: null }, { officeId: null }]);
  });

  it('are for everybody of the organisation to read, and for nobody else', async () => {
    expect((await listed(`&memberId=${people[1]?.memberId}`, people[0])).items.length).toBeGreaterThan(1);
    expect((await listed(`&sessionId=${sessionId}`, people[0])).total).toBe((await listed()).total);
    const foreigner = await house.found('elsewhere');
    expect((await listed('', foreigner)).total).toBe(0);
    expect((await house.as(foreigner).get(`/mandates?sessionId=${sessionId}`)).body).toMatchObject({ type: 'congress.not-found' });
    await house.as(null).get('/mandates').expect(401);
  });
});
