import { REPLY, type Congress, aCongress, done, step } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call({ minSeconders: 0 });
});

const similarTo = async (who: Person, subject: string, more: object = {}) =>
  done(await stage.as(who).post('/proposals/similar', { subject, ...more })) as {
    items: { id: string; subject: string }[];
    units: { unit: { name: string }; matters: number }[];
  };
const subjectsFor = async (who: Person, subject: string) => (await similarTo(who, subject)).items.map((one) => one.subject);

/** A matter as far as it is to go. */
async function matter(subject: string, until: 'draft' | 'seconding' | 'submitted' | 'filed' | 'replied', unitId = stage.logistics) {
  const { lead, committee, handler, assistant } = congress;
  const id = await congress.draft(callId, { subject, grounds: '理由。', measures: '办法。' });
  const steps: [typeof until, Person, string, object?][] = [
    ['seconding', lead, 'invitations', { memberIds: [] }],
    ['submitted', lead, 'submission'],
    ['filed', committee, 'review', { outcome: 'FILED' }],
    ['replied', committee, 'assignment', { leadUnitId: unitId }],
    ['replied', unitId === stage.logistics ? handler : assistant, 'reply', REPLY],
  ];
  const order = ['draft', 'seconding', 'submitted', 'filed', 'replied'];
  for (const [reached, who, deed, body] of steps)
    if (order.indexOf(reached) <= order.indexOf(until)) done(await step(stage, who, id, deed, body));
  return id;
}

describe('similar earlier matters', () => {
  let answered: string;
  let submitted: string;

  beforeAll(async () => {
    answered = await matter('关于延长食堂开放时间的提案', 'replied');
    await matter('关于食堂增设窗口的提案', 'replied');
    await matter('关于食堂价格公示的提案', 'replied', stage.finance);
    await matter('关于增开早班校车的提案', 'filed');
    submitted = await matter('关于食堂菜品的提案', 'submitted');
    await matter('关于食堂卫生的提案', 'draft');
  });

  it('are found by two characters, over what the reader may read, with what became of them', async () => {
    const { items } = await similarTo(congress.seconders[0]!, '食堂');
    expect(items.map(({ subject }) => subject).sort()).toEqual([
      '关于延长食堂开放时间的提案',
      '关于食堂价格公示的提案',
      '关于食堂增设窗口的提案',
    ]);
    expect(items.find(({ id }) => id === answered)).toMatchObject({
      state: 'REPLIED',
      track: 'PROPOSAL',
      docketNo: expect.stringMatching(/^7-2-\d{3}$/),
      resultCategory: 'SOLVED',
      leadUnit: { id: stage.logistics, name: 'Logistics' },
    });
  });

  it('stand the nearer the first, also by what the text says', async () => {
    const [first] = await subjectsFor(congress.seconders[0]!, '延长食堂晚餐开放时间');
    expect(first).toBe('关于延长食堂开放时间的提案');
    const { items } = await similarTo(congress.seconders[0]!, '', { text: '早班校车太晚，教师赶不上。' });
    expect(items.map(({ subject }) => subject)).toEqual(['关于增开早班校车的提案']);
  });

  it('are not found by what every subject says, nor by nothing', async () => {
    expect(await subjectsFor(congress.seconders[0]!, '关于图书馆的提案')).not.toContain('关于增开早班校车的提案');
    expect(await similarTo(congress.seconders[0]!, '')).toEqual({ items: [], units: [] });
  });

  it('name the units that led the most of them', async () => {
    expect((await similarTo(congress.lead, '食堂')).units).toEqual([
      { unit: { id: stage.logistics, name: 'Logistics' }, matters: 2 },
      { unit: { id: stage.finance, name: 'Finance' }, matters: 1 },
    ]);
  });

  it('are none that the reader may not read: not what is under review, no draft, nothing of another house', async () => {
    const elsewhere = await stage.elsewhere();
    const [stranger, foreign] = [await stage.person(), await elsewhere.person({ seat: 'DELEGATE' })];
    expect(await subjectsFor(congress.seconders[0]!, '食堂菜品')).not.toContain('关于食堂菜品的提案');
    expect(await subjectsFor(congress.committee, '食堂菜品')).toContain('关于食堂菜品的提案');
    expect(await subjectsFor(congress.committee, '食堂卫生')).not.toContain('关于食堂卫生的提案');
    expect(await subjectsFor(stranger, '食堂')).toEqual([]);
    expect(await similarTo(foreign, '食堂')).toEqual({ items: [], units: [] });
    for (const who of [congress.seconders[0]!, stranger, congress.handler, congress.committee, congress.lead])
      for (const { id } of (await similarTo(who, '食堂')).items) expect((await stage.as(who).get(`/proposals/${id}`)).status).toBe(200);
  });

  it('are not the matter itself', async () => {
    const { items } = await similarTo(congress.committee, '关于食堂菜品的提案', { except: submitted });
    expect(items.map(({ id }) => id)).not.toContain(submitted);
  });

  it.each([
    [{ subject: '长'.repeat(201) }, 'subject'],
    [{ subject: '食堂', text: '长'.repeat(40_001) }, 'text'],
    [{ subject: '食堂', except: 'none' }, 'except'],
    [{ text: '食堂' }, 'subject'],
  ])('are refused on %#, naming the field', async (body, field) => {
    const refused = await stage.as(congress.lead).post('/proposals/similar', body);
    expect(refused.status).toBe(400);
    expect(refused.body.faults).toContainEqual(expect.objectContaining({ field }));
  });
});
