import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { CONTENT, done } from '../testing/congress.js';
import { keepMatters, type KeptMatter } from '../testing/kept-matters.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

// Figures of real congresses (PROPOSALS.md section 5, DOMAIN 2.3), each of a session of its own, by way of the public endpoints.

let stage: Stage;
let committee: Person;

useStage(async (started) => {
  stage = started;
  committee = await stage.person({ office: 'PROPOSALS_COMMITTEE', ofSession: false });
});
afterEach(() => stage.setClock(null));

const HOUR_MS = 3_600_000;
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now());
const BATCH_MAX = 100;
const AT_ONCE = 8;
const batches = <T>(all: readonly T[], size = BATCH_MAX): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, nth) => all.slice(nth * size, (nth + 1) * size));

interface Entered {
  readonly id: string;
  readonly version: number;
}

interface Held {
  readonly sessionId: string;
  readonly callId: string;
  readonly lead: Person;
  /** Hands in one proposal for each list of seconders. */
  enter(seconders: readonly (readonly Person[])[]): Promise<readonly Entered[]>;
}

/** A session with a call that is open, and a delegate who proposes. */
async function held(settings: object = {}): Promise<Held> {
  const sessionId = await stage.laterSession();
  const lead = await stage.person({ seat: 'DELEGATE', sessionId });
  const window = { opensAt: new Date(Date.now() - HOUR_MS).toISOString(), closesAt: new Date(Date.now() + HOUR_MS).toISOString() };
  const { id: callId } = done(await stage.as(committee).post('/calls', { sessionId, ...window, minSeconders: 0, ...settings }));
  const form = { callId, leadProposerId: lead.id, receivedOn: today(), ...CONTENT };
  const enter: Held['enter'] = async (seconders) => {
    const entered: Entered[] = [];
    for (const some of batches(seconders, AT_ONCE)) {
      const hand = (signed: readonly Person[]) =>
        stage.as(committee).post('/proposals/paper', { ...form, seconderIds: signed.map(({ id }) => id) });
      entered.push(...(await Promise.all(some.map(hand))).map(done));
    }
    return entered;
  };
  return { sessionId, callId, lead, enter };
}
const alone = (count: number): readonly (readonly Person[])[] => Array.from({ length: count }, () => []);

/** Reviews so many at once. @returns them as they are since */
async function reviewed(entered: readonly Entered[], outcome: string): Promise<readonly Entered[]> {
  return bulk('reviews', entered, { outcome, ...(outcome === 'FILED' ? {} : { reason: 'So it was decided.' }) });
}

async function bulk(deed: 'reviews' | 'assignments', of: readonly Entered[], said: object): Promise<readonly Entered[]> {
  const results: Entered[] = [];
  for (const some of batches(of)) {
    const items = some.map(({ id: proposalId, version }) => ({ proposalId, version }));
    const answer = done(await stage.as(committee).post(`/proposals/${deed}`, { items, ...said }));
    for (const { done: made, problem } of answer.results) {
      expect(problem).toBeNull();
      results.push(made);
    }
  }
  return results;
}

/** Answers for all units, each in its own words. */
async function answered(handler: Person, of: readonly Entered[], categoryOf: (nth: number) => string): Promise<void> {
  const rows = await stage.database.query<{ id: string; proposal_id: string; version: number }>(
    'SELECT id, proposal_id, version FROM handlings WHERE proposal_id = ANY($1)',
    [of.map(({ id }) => id)],
  );
  const answers = rows.map(({ id, proposal_id, version }, nth) => {
    const reply = { text: 'Done.', resultCategory: categoryOf(nth), channel: 'WRITTEN', version };
    return () => stage.as(handler).post(`/proposals/${proposal_id}/handlings/${id}/reply`, reply);
  });
  for (const some of batches(answers, AT_ONCE)) (await Promise.all(some.map((answer) => answer()))).forEach(done);
}

/** Merges these into the first of them: nobody objects until the last day. */
async function merged([master, ...children]: readonly Entered[]): Promise<void> {
  const wish = { childIds: children.map(({ id }) => id) };
  done(await stage.as(committee).decide(`/proposals/${master!.id}/requests`, { kind: 'merge-consent', reason: 'Alike.', wish }));
  stage.setClock(new Date(Date.now() + 20 * 24 * HOUR_MS));
  expect(await stage.settleSilence()).toBe(children.length + 1);
}

const figuresOf = async (sessionId: string) => done(await stage.as(committee).get(`/proposals/statistics?sessionId=${sessionId}`));

/** The same counted from the rows as they stand, by nothing that the figures are made from. */
async function counted(sessionId: string): Promise<object> {
  const [row] = await stage.database.query<object>(
    `SELECT count(*)::int AS received,
      count(*) FILTER (WHERE track = 'PROPOSAL' AND state NOT IN ('MERGED', 'WITHDRAWN'))::int AS filed,
      count(*) FILTER (WHERE track = 'SUGGESTION' AND state NOT IN ('MERGED', 'WITHDRAWN'))::int AS suggestions,
      count(*) FILTER (WHERE state = 'NOT_FILED')::int AS "notFiled", count(*) FILTER (WHERE state = 'MERGED')::int AS "mergedAway",
      count(*) FILTER (WHERE state = 'WITHDRAWN')::int AS withdrawn
    FROM proposals WHERE session_id = $1`,
    [sessionId],
  );
  return row!;
}

/** What the report says in words. */
async function reportOf(sessionId: string): Promise<string> {
  const cutOff = encodeURIComponent(new Date().toISOString());
  const { status, file } = await stage.download(committee, `/reports/report.docx?sessionId=${sessionId}&cutOff=${cutOff}`);
  expect(status).toBe(200);
  return Buffer.from(unzipSync(file)['word/document.xml']!)
    .toString('utf8')
    .replaceAll(/<[^>]+>/g, '');
}

const asExpected = async (sessionId: string, figures: object): Promise<void> => {
  expect(await figuresOf(sessionId)).toMatchObject(figures);
  expect(figures).toMatchObject(await counted(sessionId));
};

describe('the figures of real congresses', () => {
  it('S4: eleven proposals, 52 person-times', async () => {
    const { sessionId, enter } = await held();
    const seconders = await Promise.all(alone(5).map(() => stage.person({ seat: 'DELEGATE', sessionId })));
    await enter([...Array(8).fill(seconders.slice(0, 4)), ...Array(3).fill(seconders.slice(2, 5))]);
    expect(await figuresOf(sessionId)).toMatchObject({
      received: 11,
      signers: { personTimes: 52, persons: 6 },
      seconders: { personTimes: 41, persons: 5 },
    });
    const [row] = await stage.database.query<{ times: number }>(
      `SELECT (count(*) + (SELECT count(*) FROM proposals WHERE session_id = $1))::int AS times
        FROM signatures s JOIN proposals p ON p.id = s.proposal_id WHERE p.session_id = $1 AND s.state = 'SIGNED'`,
      [sessionId],
    );
    expect(row).toEqual({ times: 52 });
  });

  it('P4: 60 are 12 filed, 44 suggestions and 4 that are neither', async () => {
    const { sessionId, enter } = await held();
    const all = await enter(alone(60));
    await reviewed(all.slice(0, 12), 'FILED');
    await reviewed(all.slice(12, 56), 'SUGGESTION');
    await reviewed(all.slice(56), 'NOT_FILED');
    await asExpected(sessionId, { received: 60, filed: 12, suggestions: 44, notFiled: 4, mergedAway: 0, withdrawn: 0 });
    expect(await reportOf(sessionId)).toContain('共收到 60 件：立案 12 件，转为意见建议 44 件，不予立案 4 件');
  });

  it('P15: 126 are 80, merged into 64, 41, of which 31 are left, and 5', async () => {
    const { sessionId, enter } = await held({ mergeSilence: 'consents' });
    const all = await enter(alone(126));
    const filed = await reviewed(all.slice(0, 80), 'FILED');
    const suggestions = await reviewed(all.slice(80, 121), 'SUGGESTION');
    await reviewed(all.slice(121), 'NOT_FILED');
    await asExpected(sessionId, { received: 126, filed: 80, suggestions: 41, notFiled: 5, mergedAway: 0, withdrawn: 0 });
    await merged(filed.slice(0, 17));
    stage.setClock(null);
    await merged(suggestions.slice(0, 11));
    await asExpected(sessionId, { received: 126, filed: 64, suggestions: 31, notFiled: 5, mergedAway: 26, withdrawn: 0 });
  });

  it('P16: 74 are 52, of which 50 are left after merging, and 22', async () => {
    const { sessionId, enter } = await held({ mergeSilence: 'consents' });
    const all = await enter(alone(74));
    const filed = await reviewed(all.slice(0, 52), 'FILED');
    await reviewed(all.slice(52), 'SUGGESTION');
    await merged(filed.slice(0, 3));
    await asExpected(sessionId, { received: 74, filed: 50, suggestions: 22, notFiled: 0, mergedAway: 2, withdrawn: 0 });
  });

  it('P17: 81 are 67 and 14, one of which was withdrawn', async () => {
    const { sessionId, lead, enter } = await held();
    const all = await enter(alone(81));
    await reviewed(all.slice(0, 67), 'FILED');
    await reviewed(all.slice(67, 80), 'NOT_FILED');
    done(await stage.as(lead).decide(`/proposals/${all[80]!.id}/withdrawal`, { reason: 'Solved meanwhile.' }));
    await asExpected(sessionId, { received: 81, filed: 67, suggestions: 0, notFiled: 13, mergedAway: 0, withdrawn: 1 });
  });

  it('P18: 67 are two filed and 65 handled as suggestions by 25 units, all answered', async () => {
    const { sessionId, enter } = await held();
    const units = Array.from({ length: 25 }, () => randomUUID());
    const handler = await stage.person();
    await stage.database.query(
      `INSERT INTO directory_units (id, organisation_id, code, name, version)
        SELECT id, $1, 'unit', 'Unit', 1 FROM unnest($2::uuid[]) AS u (id)`,
      [stage.organisationId, units],
    );
    await stage.database.query(
      `INSERT INTO directory_offices (id, organisation_id, member_id, office, unit_id, held, version)
        SELECT gen_random_uuid(), $1, $2, 'UNIT_HANDLER', id, true, 1 FROM unnest($3::uuid[]) AS u (id)`,
      [stage.organisationId, handler.id, units],
    );
    const all = await enter(alone(67));
    await reviewed(all.slice(0, 2), 'FILED');
    const suggestions = await reviewed(all.slice(2), 'SUGGESTION');
    for (const [nth, leadUnitId] of units.entries())
      await bulk(
        'assignments',
        suggestions.filter((_, at) => at % units.length === nth),
        { leadUnitId },
      );
    await answered(handler, suggestions, () => 'SOLVED');
    await asExpected(sessionId, { received: 67, filed: 2, suggestions: 65, notFiled: 0, mergedAway: 0, withdrawn: 0 });
    const { answered: rate, inTime, byUnit } = await figuresOf(sessionId);
    expect([rate, inTime, byUnit.length]).toEqual([{ part: 65, whole: 65 }, { part: 65, whole: 65 }, 25]);
    expect(await reportOf(sessionId)).toContain('100.0%');
  });

  it('P28: 64 of 72 filed, 57 of them solved or planned, seven kept for reference', async () => {
    const { sessionId, enter } = await held({ resultCategories: ['SOLVED', 'PLANNED', 'REFERENCE'], resultDemands: [] });
    const handler = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.logistics });
    const all = await enter(alone(72));
    const filed = await reviewed(all.slice(0, 64), 'FILED');
    await reviewed(all.slice(64), 'NOT_FILED');
    await bulk('assignments', filed, { leadUnitId: stage.logistics });
    await answered(handler, filed, (nth) => (nth < 40 ? 'SOLVED' : nth < 57 ? 'PLANNED' : 'REFERENCE'));
    await asExpected(sessionId, { received: 72, filed: 64, suggestions: 0, notFiled: 8, mergedAway: 0, withdrawn: 0 });
    const { solvedOrPlanned, byResult } = await figuresOf(sessionId);
    expect(solvedOrPlanned).toEqual({ part: 57, whole: 64 });
    expect(byResult).toEqual([
      { resultCategory: 'SOLVED', count: 40 },
      { resultCategory: 'PLANNED', count: 17 },
      { resultCategory: 'REFERENCE', count: 7 },
    ]);
    expect(await reportOf(sessionId)).toContain('89.1%');
  });

  describe('a city: 591 handled, 527 forms back', () => {
    /** Its results, which do not add up to what it handled: the printed report has three answers of no class. */
    const CLASSES = { SOLVED: 148, IN_PROGRESS: 364, PLANNED: 66, REFERENCE: 10 };
    const HANDLED = 591;
    const GIVEN = { back: 527, attitude: 526, result: 519 };

    /** Closed, each of another proposer, answered in time by one unit, with these results one after the other. */
    async function cityOf(results: readonly (string | null)[]): Promise<string> {
      const { sessionId, callId } = await held();
      const matters = results.map((resultCategory, nth): KeptMatter => {
        const unit = { unitId: stage.logistics, firstReply: 'IN_TIME', resultCategory } as const;
        const grades = {
          attitude: nth < GIVEN.attitude ? 'SATISFIED' : 'BASICALLY',
          result: nth < GIVEN.result ? 'SATISFIED' : 'DISSATISFIED',
        } as const;
        return {
          proposalId: randomUUID(),
          matter: {
            class: 'FILED',
            late: false,
            category: null,
            delegationId: null,
            leadProposerId: randomUUID(),
            seconderIds: [],
            units: [unit],
            closed: true,
            outcome: 'IMPLEMENTED',
          },
          ratings: nth < GIVEN.back ? [{ unitId: stage.logistics, ...grades }] : [],
        };
      });
      await keepMatters(stage, { sessionId, callId }, matters);
      return sessionId;
    }

    it('526 satisfied with the attitude (99.8 %), 519 with the result (98.5 %)', async () => {
      const sessionId = await cityOf(Array(HANDLED).fill('SOLVED'));
      const { received, answered, satisfaction, byResult } = await figuresOf(sessionId);
      expect([received, answered, byResult]).toEqual([
        HANDLED,
        { part: HANDLED, whole: HANDLED },
        [{ resultCategory: 'SOLVED', count: HANDLED }],
      ]);
      expect(satisfaction).toMatchObject({
        given: 527,
        silent: 64,
        attitude: { SATISFIED: 526, BASICALLY: 1, DISSATISFIED: 0 },
        result: { SATISFIED: 519, BASICALLY: 0, DISSATISFIED: 8 },
      });
      // Counted from the forms themselves, the last of each.
      const [forms] = await stage.database.query<object>(
        `SELECT count(*)::int AS back, count(*) FILTER (WHERE attitude = 'SATISFIED')::int AS attitude,
          count(*) FILTER (WHERE result = 'SATISFIED')::int AS result
        FROM ratings g JOIN handlings h ON h.id = g.handling_id JOIN proposals p ON p.id = h.proposal_id
        WHERE p.session_id = $1 AND g.round = 2`,
        [sessionId],
      );
      expect(forms).toEqual(GIVEN);
      const report = await reportOf(sessionId);
      expect(report).toContain('收到评价 527 份，未评价 64 份');
      expect(report).toContain('99.8%（526/527）');
      expect(report).toContain('98.5%（519/527）');
    });

    it('whose classes 148 + 364 + 66 + 10 are not the 591: refused by the name of the figure, and nothing is printed', async () => {
      const classed = Object.entries(CLASSES).flatMap(([name, count]) => Array<string>(count).fill(name));
      const sessionId = await cityOf([...classed, ...Array<null>(HANDLED - classed.length).fill(null)]);
      const refused = { type: 'proposals.figures-do-not-add-up', details: { figure: 'byResult', whole: 591, sum: 588 } };
      expect((await stage.as(committee).get(`/proposals/statistics?sessionId=${sessionId}`)).body).toMatchObject(refused);
      const now = encodeURIComponent(new Date().toISOString());
      for (const document of ['report.docx', 'tables.xlsx']) {
        const { status, file } = await stage.download(committee, `/reports/${document}?sessionId=${sessionId}&cutOff=${now}`);
        expect([status, JSON.parse(file.toString('utf8'))]).toMatchObject([expect.any(Number), refused]);
        expect(status).toBeGreaterThanOrEqual(400);
      }
    });
  });
});
