import { type Congress, REPLY, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});

interface Work {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly leadUnit: { readonly name: string };
  readonly allowedActions: readonly string[];
}

const pageOf = async (who: Person, id: string) => done(await stage.as(who).get(`/proposals/${id}`));
const workOf = async (who: Person, id: string, unit: string): Promise<Work> =>
  (await pageOf(who, id)).handlings.find((one: Work) => one.leadUnit.name === unit);
const on = async (who: Person, id: string, unit: string, deed: string, body?: object) => {
  const { id: handlingId } = await workOf(congress.committee, id, unit);
  return stage.as(who).decide(`/proposals/${id}/handlings/${handlingId}/${deed}`, body);
};
const statesOf = async (id: string): Promise<Record<string, string>> => {
  const { handlings, state } = await pageOf(congress.committee, id);
  return Object.fromEntries([['matter', state], ...handlings.map((one: Work) => [one.leadUnit.name, one.state])]);
};

describe('two separate units', () => {
  const assigned = async (): Promise<string> => {
    const id = await congress.filed(await congress.call());
    const separately = [{ leadUnitId: stage.finance }];
    done(await stage.as(congress.committee).decide(`/proposals/${id}/assignment`, { leadUnitId: stage.logistics, separately }));
    return id;
  };

  it('answer each for itself: one found dissatisfactory reopens, the other stays ended, and the matter closes with the last', async () => {
    const { lead, committee, handler, assistant } = congress;
    const id = await assigned();
    expect(await statesOf(id)).toEqual({ matter: 'ASSIGNED', Logistics: 'ASSIGNED', Finance: 'ASSIGNED' });
    done(await on(handler, id, 'Logistics', 'reply', REPLY));
    done(await on(lead, id, 'Logistics', 'rating', { attitude: 'SATISFIED', result: 'SATISFIED' }));
    done(await on(committee, id, 'Logistics', 'ending', { outcome: 'IMPLEMENTED' }));
    expect(await statesOf(id)).toEqual({ matter: 'ASSIGNED', Logistics: 'ENDED', Finance: 'ASSIGNED' });
    done(await on(assistant, id, 'Finance', 'reply', REPLY));
    done(await on(lead, id, 'Finance', 'rating', { attitude: 'SATISFIED', result: 'DISSATISFIED', comment: 'Nothing was done.' }));
    expect(await statesOf(id)).toEqual({ matter: 'IN_PROGRESS', Logistics: 'ENDED', Finance: 'IN_PROGRESS' });
    done(await on(assistant, id, 'Finance', 'reply', REPLY));
    done(await on(lead, id, 'Finance', 'rating', { attitude: 'SATISFIED', result: 'SATISFIED' }));
    done(await on(committee, id, 'Finance', 'ending', { outcome: 'PLANNED' }));
    expect(await statesOf(id)).toEqual({ matter: 'CLOSED', Logistics: 'ENDED', Finance: 'ENDED' });
    const told = (await stage.eventsOf(id)).map(({ name }) => name);
    expect(told.filter((name) => name === 'proposals.proposal-closed.v1')).toHaveLength(1);
    expect(told.filter((name) => name === 'proposals.proposal-reopened.v1')).toHaveLength(1);
  });

  it('do not outdate each other, and act on nothing but their own', async () => {
    const { handler, assistant } = congress;
    const id = await assigned();
    const { id: own, version } = await workOf(handler, id, 'Logistics');
    done(await on(assistant, id, 'Finance', 'reply', REPLY));
    expect((await on(assistant, id, 'Logistics', 'reply', REPLY)).body).toMatchObject({
      type: 'proposals.not-the-handling-unit',
      status: 403,
    });
    const path = `/proposals/${id}/handlings/${own}/reply`;
    done(await stage.as(handler).post(path, { ...REPLY, version }));
    expect((await stage.as(handler).post(path, { ...REPLY, version })).body).toMatchObject({ type: 'proposals.wrong-state', status: 409 });
    const twice = [{ leadUnitId: stage.logistics }];
    const other = await congress.filed(await congress.call());
    expect(
      (await stage.as(congress.committee).decide(`/proposals/${other}/assignment`, { leadUnitId: stage.logistics, separately: twice }))
        .body,
    ).toMatchObject({ type: 'proposals.unit-named-twice', status: 422 });
  });

  it('are asked for nothing of the table of ratings before it is closed', async () => {
    const { lead, handler, assistant } = congress;
    const id = await assigned();
    done(await on(handler, id, 'Logistics', 'reply', REPLY));
    done(await on(lead, id, 'Logistics', 'rating', { attitude: 'SATISFIED', result: 'BASICALLY' }));
    const asked: string[] = [];
    const query = jest.spyOn(stage.database, 'query').mockImplementation(async (sql: string, parameters?: readonly unknown[]) => {
      asked.push(sql);
      return stage.database.source.query(sql, parameters as unknown[]);
    });
    try {
      for (const who of [handler, assistant]) {
        await pageOf(who, id);
        for (const list of ['/proposals?scope=unit', '/owed']) done(await stage.as(who).get(list));
      }
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((sql) => /\bratings\b/.test(sql))).toEqual([]);
      await pageOf(lead, id);
      expect(asked.filter((sql) => /\bratings\b/.test(sql))).not.toEqual([]);
    } finally {
      query.mockRestore();
    }
  });
});
