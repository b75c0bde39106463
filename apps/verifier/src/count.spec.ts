import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count } from './count.js';

const poll = (votes: number) => ({
  kind: 'poll',
  counts: { roll: 9, present: 9, issued: 9, voters: votes, returned: votes, invalid: 0 },
  options: [{ id: 'a', votes }],
});
const tooMany = { ...poll(9), counts: { roll: 9, present: 9, issued: 8, voters: 9, returned: 9, invalid: 0 } };

describe('the count command', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plenum-count-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = async (argv: readonly string[], stdin = '') => {
    const out: string[] = [];
    const err: string[] = [];
    const status = await count(argv, { stdin: () => Promise.resolve(stdin), out: (line) => out.push(line), err: (line) => err.push(line) });
    return { status, err, outcomes: out.map((line) => JSON.parse(line) as { status: string; options?: { votes: number }[] }) };
  };
  const file = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const votes = ({ outcomes }: Awaited<ReturnType<typeof run>>) => outcomes.map((outcome) => outcome.options?.[0]?.votes ?? outcome.status);

  it('counts one case, an array of cases and JSON lines, file after file, standard input among them', async () => {
    const one = await file('one.json', JSON.stringify(poll(1), null, 2));
    const some = await file('some.json', JSON.stringify([poll(2), poll(3)]));
    const lines = await file('lines.jsonl', `\uFEFF${JSON.stringify(poll(4))}\r\n\r\n${JSON.stringify(poll(5))}\n`);
    const result = await run([one, '-', some, lines], JSON.stringify(poll(6)));
    expect(votes(result)).toEqual([1, 6, 2, 3, 4, 5]);
    expect(result).toMatchObject({ status: 0, err: [] });
  });

  it('exits 0 when a case is well-formed whatever its outcome', async () => {
    expect(await run(['-'], JSON.stringify(tooMany))).toMatchObject({ status: 0, outcomes: [{ status: 'void' }] });
  });

  it('answers a malformed case in its place, goes on, and exits 2', async () => {
    const result = await run(['-'], JSON.stringify([poll(1), { kind: 'poll' }, poll(2)]));
    expect(votes(result)).toEqual([1, 'malformed', 2]);
    expect(result.status).toBe(2);
    expect(result.outcomes[1]).toEqual({ status: 'malformed', field: 'counts', reason: 'missing' });
  });

  it('answers text that is no JSON in its place, also as one of several lines, and says so', async () => {
    const cut = JSON.stringify(poll(1), null, 2).slice(0, -3);
    const whole = await run(['-'], cut);
    expect(whole).toMatchObject({ status: 2, outcomes: [{ status: 'malformed', field: '', reason: 'not-json' }] });
    expect(whole.err).toEqual([expect.stringMatching(/^count: standard input: /)]);
    const line = await run(['-'], `${JSON.stringify(poll(1))}\noops\n${JSON.stringify(poll(2))}`);
    expect(votes(line)).toEqual([1, 'malformed', 2]);
    const firstLine = await run(['-'], `{"kind":\n${JSON.stringify(poll(2))}`);
    expect(votes(firstLine)).toEqual(['malformed', 2]);
  });

  it('answers an empty file in its place, so that lines and files go together', async () => {
    const empty = await file('empty.json', ' \n');
    const none = await file('none.json', '[]');
    const result = await run([empty, '-', none], JSON.stringify(poll(7)));
    expect(votes(result)).toEqual(['malformed', 7]);
    expect(result.outcomes[0]).toEqual({ status: 'malformed', field: '', reason: 'not-json' });
    expect(result).toMatchObject({ status: 2, err: [`count: ${empty}: nothing in it`, `count: ${none}: no case in it`] });
  });

  it('answers every kind of value that is no case, each on one line', async () => {
    const values = [
      null,
      7,
      'case',
      [],
      { kind: 'vote' },
      { ...poll(1), note: 'x' },
      { ...poll(1), counts: { ...poll(1).counts, roll: '9' } },
    ];
    const result = await run(['-'], values.map((value) => JSON.stringify(value)).join('\n'));
    expect(result.status).toBe(2);
    expect(result.outcomes).toEqual([
      { status: 'malformed', field: '', reason: 'not-an-object' },
      { status: 'malformed', field: '', reason: 'not-an-object' },
      { status: 'malformed', field: '', reason: 'not-an-object' },
      { status: 'malformed', field: '', reason: 'not-an-object' },
      { status: 'malformed', field: 'kind', reason: 'not-in-the-list' },
      { status: 'malformed', field: 'note', reason: 'unknown-field' },
      { status: 'malformed', field: 'counts.roll', reason: 'not-a-number' },
    ]);
  });

  it('says which file cannot be read, counts the others, and exits 2', async () => {
    const missing = join(folder, 'missing.json');
    const result = await run([missing, folder, '-'], JSON.stringify(poll(7)));
    expect(votes(result)).toEqual([7]);
    expect(result.status).toBe(2);
    expect(result.err).toEqual([`count: ${missing}: cannot be read (ENOENT)`, `count: ${folder}: cannot be read (EISDIR)`]);
  });

  it('asks for a file', async () => {
    expect(await run([])).toMatchObject({ status: 2, outcomes: [], err: [expect.stringContaining('-')] });
  });
});
