import { type Congress, aCongress, done, step } from '../testing/congress.js';
import { type Answer, type Stage, useStage } from '../testing/stage.js';

const AT_ONCE = 40;
let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});

interface Numbers {
  readonly receiptNo: number | null;
  readonly docketNo: string | null;
}
const numbersOf = async (id: string): Promise<Numbers> => done(await stage.as(congress.lead).get(`/proposals/${id}`));
const latest = async (series: string): Promise<number> => {
  const rows = await stage.database.query<{ latest: number }>('SELECT latest FROM number_counters WHERE session_id = $1 AND series = $2', [
    stage.sessionId,
    series,
  ]);
  return rows[0]?.latest ?? 0;
};
const run = (from: number, count: number) => [...Array(count).keys()].map((nth) => from + nth + 1);
const succeeded = (answers: readonly Answer[]) => answers.filter(({ status }) => status < 300);

/** While it lasts, about half of all proposals cannot be written: their transactions fail at the very end, when numbers were drawn. */
async function failing<T>(work: () => Promise<T>): Promise<T> {
  await stage.asOwner(
    `
      CREATE FUNCTION refuse_some() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF right(NEW.id::text, 1) IN ('0', '2', '4', '6', '8', 'a', 'c', 'e') THEN RAISE EXCEPTION 'a failing disk'; END IF;
        RETURN NEW;
      END $$
    `,
    'CREATE TRIGGER refuse_some BEFORE UPDATE ON proposals FOR EACH ROW EXECUTE FUNCTION refuse_some()',
  );
  try {
    return await work();
  } finally {
    await stage.asOwner('DROP TRIGGER refuse_some ON proposals', 'DROP FUNCTION refuse_some');
  }
}

describe('forty at once', () => {
  it('are received and filed under numbers without gaps, also where transactions fail in between', async () => {
    const callId = await congress.call();
    const ids = await Promise.all(run(0, AT_ONCE).map(() => congress.seconded(callId)));
    const before = await latest('RECEIPT');
    const submit = () => Promise.all(ids.map((id) => stage.as(congress.lead).decide(`/proposals/${id}/submission`)));
    const first = await failing(submit);
    expect(first.filter(({ status }) => status === 500).length).toBeGreaterThan(0);
    await submit();
    const received = await Promise.all(ids.map(numbersOf));
    expect(received.map(({ receiptNo }) => receiptNo!).sort((one, other) => one - other)).toEqual(run(before, AT_ONCE));

    const filedBefore = await latest('PROPOSAL');
    const file = () => Promise.all(ids.map((id) => step(stage, congress.committee, id, 'review', { outcome: 'FILED' })));
    const filed = [...succeeded(await failing(file)), ...succeeded(await file())];
    const expected = run(filedBefore, AT_ONCE).map((number) => `7-2-${String(number).padStart(3, '0')}`);
    expect(filed.map(({ body }) => body.docketNo).sort()).toEqual(expected);
    expect(await latest('PROPOSAL')).toBe(filedBefore + AT_ONCE);
  }, 120_000);
});

describe('a docket number', () => {
  it('is made as the call says, of each track by its own count', async () => {
    const callId = await congress.call({ docketPattern: '{year}-{number:4}', suggestionPattern: '{track}{term}{session}-{number}' });
    const [one, other, third] = [await congress.submitted(callId), await congress.submitted(callId), await congress.submitted(callId)];
    const [filed, suggested] = [await latest('PROPOSAL'), await latest('SUGGESTION')];
    done(await step(stage, congress.committee, one, 'review', { outcome: 'FILED' }));
    done(await step(stage, congress.committee, other, 'review', { outcome: 'SUGGESTION' }));
    done(await step(stage, congress.committee, third, 'review', { outcome: 'SUGGESTION' }));
    const year = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' }).slice(0, 4);
    expect((await numbersOf(one)).docketNo).toBe(`${year}-${String(filed + 1).padStart(4, '0')}`);
    expect((await numbersOf(other)).docketNo).toBe(`S72-${String(suggested + 1).padStart(3, '0')}`);
    expect((await numbersOf(third)).docketNo).toBe(`S72-${String(suggested + 2).padStart(3, '0')}`);
  });

  it('is asked for in words that make one', async () => {
    const window = { opensAt: new Date(Date.now() - 1000).toISOString(), closesAt: new Date(Date.now() + 60_000).toISOString() };
    const open = (settings: object) => stage.as(congress.committee).post('/calls', { sessionId: stage.sessionId, ...window, ...settings });
    expect((await open({ docketPattern: '{term}' })).body).toMatchObject({
      type: 'proposals.setting-out-of-range',
      details: { setting: 'docketPattern' },
    });
    expect((await open({ docketPattern: 'x'.repeat(41) })).body).toMatchObject({ status: 400 });
  });

  it('is not spent on a suggestion where the call numbers none, nor a receipt number on a draft', async () => {
    const callId = await congress.call();
    const draft = await congress.seconded(callId);
    expect(await numbersOf(draft)).toMatchObject({ receiptNo: null, docketNo: null });
    const id = await congress.submitted(callId);
    const { receiptNo } = await numbersOf(id);
    done(await step(stage, congress.committee, id, 'review', { outcome: 'RETURNED', reason: 'Two matters in one.' }));
    done(await step(stage, congress.lead, id, 'submission'));
    done(await step(stage, congress.committee, id, 'review', { outcome: 'SUGGESTION' }));
    expect(await numbersOf(id)).toMatchObject({ receiptNo, docketNo: null });
  });
});
