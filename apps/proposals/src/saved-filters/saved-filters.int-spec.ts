import { type Congress, aCongress, done } from '../testing/congress.js';
import { type Answer, type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});

const FILTER = { state: 'FILED', word: 'TO_ASSIGN', category: 'logistics', search: '食堂', overdue: true, sort: 'due' };
const code = ({ status, body }: Answer): string => `${status} ${body?.type ?? ''}`;
const of = async (who: Person) => done(await stage.as(who).get('/saved-filters'));
const names = async (who: Person): Promise<string[]> => (await of(who)).items.map(({ name }: { name: string }) => name);
const keep = (who: Person, name: string, filter: object = FILTER) => stage.as(who).post('/saved-filters', { name, filter });
const rename = (who: Person, id: string, name: string, version: number) => stage.as(who).put(`/saved-filters/${id}`, { name, version });
const remove = (who: Person, id: string, version: number) => stage.as(who).delete(`/saved-filters/${id}?version=${version}`);

describe('saved filters', () => {
  it('are kept by name, renamed and removed, on the version that was read', async () => {
    const { committee } = congress;
    const kept = done(await keep(committee, ' 待交办 '));
    expect(kept).toEqual({ id: expect.any(String), name: '待交办', filter: FILTER, version: 1 });
    done(await keep(committee, 'All', {}));
    expect(await of(committee)).toMatchObject({ items: [{ name: 'All', filter: {} }, kept], max: 20 });
    expect(done(await rename(committee, kept.id, '急办', 1))).toMatchObject({ name: '急办', filter: FILTER, version: 2 });
    expect((await rename(committee, kept.id, '缓办', 1)).body).toMatchObject({ type: 'proposals.outdated', details: { current: 2 } });
    expect(code(await remove(committee, kept.id, 1))).toBe('409 proposals.outdated');
    expect((await remove(committee, kept.id, 2)).status).toBe(204);
    expect(code(await remove(committee, kept.id, 2))).toBe('404 proposals.not-found');
    expect(await names(committee)).toEqual(['All']);
  });

  it('have one name each, of one person; another may use the same', async () => {
    const { handler, assistant } = congress;
    const first = done(await keep(handler, 'Mine'));
    expect((await keep(handler, 'Mine')).body).toMatchObject({
      status: 409,
      type: 'proposals.filter-name-taken',
      details: { name: 'Mine' },
    });
    const second = done(await keep(handler, 'Others'));
    expect(code(await rename(handler, second.id, 'Mine', 1))).toBe('409 proposals.filter-name-taken');
    done(await rename(handler, first.id, 'Mine', 1)); // Its own name.
    done(await keep(assistant, 'Mine'));
  });

  it('are nobody else’s: another of the house or elsewhere finds none of them', async () => {
    const { lead, staff } = congress;
    const { id } = done(await keep(lead, 'Private'));
    const foreigner = await (await stage.elsewhere()).person({ office: 'PROPOSALS_COMMITTEE' });
    for (const who of [staff, congress.committee, foreigner]) {
      expect(await names(who)).not.toContain('Private');
      expect(code(await rename(who, id, 'Taken', 1))).toBe('404 proposals.not-found');
      expect(code(await remove(who, id, 1))).toBe('404 proposals.not-found');
    }
    expect(await names(lead)).toEqual(['Private']);
    expect(code(await stage.as(null).get('/saved-filters'))).toBe('401 unauthenticated');
  });

  it('are so many at most, also where many are kept at once', async () => {
    const collector = await stage.person({ name: 'Collector' });
    const answers = await Promise.all([...Array(22).keys()].map((nth) => keep(collector, `Filter ${nth}`)));
    expect(answers.map(code).filter((one) => one === '409 proposals.too-many-filters')).toHaveLength(2);
    expect(await names(collector)).toHaveLength(20);
  });

  it.each([
    [{ name: '', filter: {} }],
    [{ name: '   ', filter: {} }],
    [{ name: 'x'.repeat(41), filter: {} }],
    [{ name: 'x' }],
    [{ name: 'x', filter: { state: 'OPEN' } }],
    [{ name: 'x', filter: { word: 'LATE' } }],
    [{ name: 'x', filter: { search: 'x'.repeat(101) } }],
    [{ name: 'x', filter: { overdue: 'yes' } }],
    [{ name: 'x', filter: { colour: 'red' } }],
  ])('refuses %j', async (body) => {
    expect((await stage.as(congress.committee).post('/saved-filters', body)).body).toMatchObject({ type: 'malformed', status: 400 });
  });
});
