import fc from 'fast-check';
import { count } from './count.js';
import type { AppraisalOutcome, ElectionOutcome, ResolutionOutcome, StopStatus } from './outcome.js';
import { aPoll, aResolution, anAppraisal, anElection, candidateId } from './testing/cases.js';

const fraction = fc
  .integer({ min: 1, max: 6 })
  .chain((den) => fc.record({ num: fc.integer({ min: 0, max: den }), den: fc.constant(den), inclusive: fc.boolean() }));
const base = fc.constantFrom('roll', 'present', 'issued', 'returned', 'valid');

/** Counts that agree with each other except that more may come back than was issued. */
const meeting = fc
  .record({
    roll: fc.integer({ min: 1, max: 80 }),
    away: fc.nat(30),
    kept: fc.nat(10),
    unreturned: fc.integer({ min: -1, max: 5 }),
    spoiled: fc.nat(4),
  })
  .map(({ roll, away, kept, unreturned, spoiled }) => {
    const present = Math.max(0, roll - away);
    const issued = Math.max(0, present - kept);
    const returned = Math.max(0, issued - unreturned);
    return { roll, present, issued, voters: issued, returned, invalid: Math.min(spoiled, returned) };
  });

const electionRules = fc.record({
  seats: fc.integer({ min: 1, max: 6 }),
  surplus: fc.option(fc.constant({ rate: { num: 5, den: 100 }, min: 1 })),
  quorum: fraction,
  elect: fc.tuple(fraction, base).map(([share, of]) => ({ ...share, base: of })),
  tie: fc.constantFrom('runoff', 'vacant', 'lots', 'fewer-against'),
  shortage: fc.constantFrom('supplementary', 'vacant', 'presidium', 'reduce'),
});

/** An election with figures; approvals of at most `slack` below the valid papers leave room for one more yes. */
const election = (slack: number) =>
  fc
    .tuple(
      meeting,
      electionRules,
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 9 }),
      fc.constantFrom('first', 'runoff', 'supplementary'),
    )
    .map(([counts, rules, marks, round]) => {
      const valid = counts.returned - counts.invalid;
      const candidates = marks.map(([first, second], index) => {
        const yes = first % Math.max(1, valid + 1 - slack);
        const no = second % Math.max(1, valid - yes + 1 - slack);
        return { id: candidateId(index), yes, no };
      });
      return anElection({ rules, counts, candidates, round });
    });

const validOf = (given: Record<string, unknown>): number => {
  const { returned, invalid } = given['counts'] as { returned: number; invalid: number };
  return returned - invalid;
};

/** Cuts `valid` into as many parts as there are numbers, one after the other. */
const parts = (valid: number, cuts: readonly number[]): number[] => {
  let left = valid;
  return cuts.map((cut, nth) => {
    const part = nth === cuts.length - 1 ? left : cut % (left + 1);
    left -= part;
    return part;
  });
};

const threeCuts = fc.tuple(fc.nat(), fc.nat(), fc.nat());
const resolution = fc
  .tuple(
    meeting,
    fraction,
    fraction,
    fc.constantFrom('cast', 'roll', 'valid', 'present'),
    fc.constantFrom('each', 'all'),
    fc.array(threeCuts, { minLength: 1, maxLength: 4 }),
  )
  .map(([counts, quorum, pass, of, bundle, cuts]) => {
    const items = cuts.map((each, index) => {
      const [yes = 0, no = 0, abstain = 0] = parts(counts.returned - counts.invalid, each);
      return { id: `i${index}`, yes, no, abstain };
    });
    return aResolution({ rules: { quorum, participation: quorum, pass: { ...pass, base: of }, bundle }, counts, items });
  });

const GRADES = ['excellent', 'competent', 'basically', 'not'];
const appraisal = fc
  .tuple(meeting, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }))
  .map(([counts, cuts]) => {
    const subjects = cuts.map((each, index) => {
      const [abstain = 0, ...given] = parts(counts.returned - counts.invalid, each);
      return { id: `s${index}`, counts: Object.fromEntries(GRADES.map((grade, nth) => [grade, given[nth] ?? 0])), abstain };
    });
    return anAppraisal({ counts, subjects });
  });
const poll = fc
  .tuple(meeting, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }))
  .map(([counts, cuts]) =>
    aPoll({ counts, options: parts(counts.returned - counts.invalid, cuts).map((votes, index) => ({ id: `o${index}`, votes })) }),
  );
const advisory = fc.oneof(resolution, appraisal, poll);

const decided = (outcome: unknown): outcome is ElectionOutcome => typeof outcome === 'object' && outcome !== null && 'ranking' in outcome;

describe('laws of the count', () => {
  it('the order of candidates does not matter', () => {
    const shuffled = election(0).chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(given['candidates'] as object[], { minLength: (given['candidates'] as object[]).length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([given, candidates]) => {
        expect(count({ ...given, candidates })).toEqual(count(given));
      }),
    );
  });

  const papers = fc.array(
    fc.record({
      marks: fc.dictionary(fc.constantFrom('c01', 'c02', 'c03', 'c04', 'x'), fc.constantFrom('yes', 'no', 'abstain')),
      writeIns: fc.array(fc.constantFrom('w1', 'w2', 'c01'), { maxLength: 2 }),
    }),
    { maxLength: 30 },
  );
  const fromPapers = (given: object[], writeIns: string) => ({
    ...anElection({ rules: { seats: 2, surplus: null, writeIns }, candidates: ['c01', 'c02', 'c03', 'c04'].map((id) => ({ id })) }),
    counts: { roll: 40, present: 30, issued: 30, voters: 30 },
    papers: given,
  });
  const writeInRule = fc.constantFrom('none', 'free', 'replace-no');

  it('the order of papers does not matter', () => {
    const shuffled = papers.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })));
    fc.assert(
      fc.property(shuffled, writeInRule, ([given, other], rule) => {
        expect(count(fromPapers(other, rule))).toEqual(count(fromPapers(given, rule)));
      }),
    );
  });

  it('the order of matters, subjects, grades, options and names written in does not matter', () => {
    const turned = <T>(list: readonly T[], by: number): T[] =>
      [...list.slice(by % list.length), ...list.slice(0, by % list.length)].reverse();
    const byId = (entries: unknown) => [...(entries as { id: string }[])].sort((one, other) => (one.id < other.id ? -1 : 1));
    fc.assert(
      fc.property(advisory, fc.nat(), (given, by) => {
        const [field] = ['options', 'subjects', 'items'].filter((list) => list in given) as [string];
        const grades = given['grades'] as string[] | undefined;
        const other = count({ ...given, [field]: turned(given[field] as object[], by), ...(grades ? { grades: turned(grades, by) } : {}) });
        const as = (outcome: object) => ({
          ...outcome,
          [field]: byId((outcome as Record<string, unknown>)[field] ?? []),
          explanation: (outcome as { explanation: { code: string }[] }).explanation.map(({ code }) => code).sort(),
        });
        expect(as(other)).toEqual(as(count(given)));
      }),
    );
    const written = fc
      .tuple(election(0), fc.array(fc.nat(), { minLength: 2, maxLength: 4 }))
      .filter(([given]) => (given['rules'] as { tie: string }).tie !== 'fewer-against');
    fc.assert(
      fc.property(written, ([given, yes]) => {
        const valid = validOf(given);
        const writeIns = yes.map((each, nth) => ({ id: `w${nth}`, yes: each % (valid + 1), eligible: nth % 3 < 2 }));
        expect(count({ ...given, writeIns: [...writeIns].reverse() })).toEqual(count({ ...given, writeIns }));
      }),
    );
  });

  it('figures that add up are counted, and one more or less of any is told as a breach', () => {
    fc.assert(
      fc.property(advisory, fc.constantFrom(1, -1), (given, by) => {
        const [field] = ['options', 'subjects', 'items'].filter((list) => list in given) as [string];
        expect(count(given).status).not.toBe('inconsistent');
        const [first, ...rest] = given[field] as { abstain?: number; votes?: number }[];
        const moved =
          first?.votes === undefined ? { ...first, abstain: (first?.abstain ?? 0) + by } : { ...first, votes: first.votes + by };
        const outcome = count({ ...given, [field]: [moved, ...rest] });
        expect(outcome).toMatchObject({ status: 'inconsistent', breach: expect.any(String), needed: {} });
        expect(outcome).not.toHaveProperty(field);
      }),
    );
  });

  it('shares of one subject are of one base and add up to it', () => {
    fc.assert(
      fc.property(appraisal, (given) => {
        const outcome = count(given);
        fc.pre('subjects' in outcome);
        const valid = validOf(given);
        for (const { grades, abstain } of (outcome as AppraisalOutcome).subjects) {
          const shares = Object.values(grades);
          expect(shares.reduce((sum, { count: each }) => sum + each, abstain)).toBe(valid);
          for (const { count: each, ofValid, ofMarked } of shares)
            expect([ofValid.num, ofValid.den, ofMarked.num, ofMarked.den]).toEqual([each, valid, each, valid - abstain]);
        }
      }),
    );
  });

  it('one more yes never loses a passed matter, whatever the base', () => {
    fc.assert(
      fc.property(resolution, (given) => {
        const before = count(given);
        fc.pre(before.status === 'passed');
        const items = given['items'] as { id: string; yes: number; no: number; abstain: number }[];
        const more = items.map((item) =>
          item.no > 0
            ? { ...item, yes: item.yes + 1, no: item.no - 1 }
            : item.abstain > 0
              ? { ...item, yes: item.yes + 1, abstain: item.abstain - 1 }
              : item,
        );
        expect(count({ ...given, items: more })).toMatchObject({ status: 'passed' });
      }),
    );
  });

  it('a "no" turned into a yes never loses a seat, also where the fewest against decide', () => {
    const withLuck = election(0).chain((given) => fc.tuple(fc.constant(given), fc.nat((given['candidates'] as object[]).length - 1)));
    fc.assert(
      fc.property(withLuck, ([given, index]) => {
        const before = count(given);
        const candidates = given['candidates'] as { id: string; yes: number; no: number }[];
        fc.pre(decided(before) && before.elected.includes(candidateId(index)) && (candidates[index]?.no ?? 0) > 0);
        const more = candidates.map((one, at) => (at === index ? { ...one, yes: one.yes + 1, no: one.no - 1 } : one));
        expect(count({ ...given, candidates: more })).toMatchObject({ elected: expect.arrayContaining([candidateId(index)]) });
      }),
      { numRuns: 500 },
    );
  });

  it('papers add up: valid and spoiled are the returned, and each spoiled paper has one reason', () => {
    fc.assert(
      fc.property(papers, writeInRule, (given, rule) => {
        const outcome = count(fromPapers(given, rule));
        if (!decided(outcome)) throw new Error('the gates are open in this case');
        const { returned, valid, invalid, reasons } = outcome.papers ?? { returned: -1, valid: 0, invalid: 0, reasons: {} };
        expect(returned).toBe(given.length);
        expect(valid + invalid).toBe(returned);
        expect(Object.values(reasons).reduce((sum, each) => sum + each, 0)).toBe(invalid);
      }),
    );
  });

  it('one more yes never loses a seat', () => {
    const withLuck = election(1).chain((given) => fc.tuple(fc.constant(given), fc.nat((given['candidates'] as object[]).length - 1)));
    fc.assert(
      fc.property(withLuck, ([given, index]) => {
        const before = count(given);
        fc.pre(decided(before) && before.ranking.some(({ id, outcome }) => id === candidateId(index) && outcome === 'elected'));
        const { returned, invalid } = given['counts'] as { returned: number; invalid: number };
        const standing = given['candidates'] as { id: string; yes: number; no: number }[];
        fc.pre(standing.every(({ yes, no }, at) => at !== index || yes + no < returned - invalid));
        const candidates = standing.map((one, at) => (at === index ? { ...one, yes: one.yes + 1 } : one));
        const after = count({ ...given, candidates });
        expect(after).toMatchObject({ elected: expect.arrayContaining([candidateId(index)]) });
      }),
      { numRuns: 500 },
    );
  });

  it('seats add up: elected, still tied and vacant are all of them', () => {
    fc.assert(
      fc.property(election(0), (given) => {
        const outcome = count(given);
        fc.pre(decided(outcome));
        const seats = (given['rules'] as { seats: number }).seats;
        const stillTied = outcome.status === 'lots' || outcome.nextRound?.kind === 'runoff' ? outcome.tiedSeats : 0;
        expect(outcome.elected.length + stillTied + outcome.vacant).toBe(seats);
        expect(outcome.tied.length === 0 || outcome.tied.length > outcome.tiedSeats).toBe(true);
        expect(outcome.ranking.filter((one) => one.outcome === 'elected').map(({ id }) => id)).toEqual(outcome.elected);
        expect(outcome.status === 'next-round').toBe(outcome.nextRound !== null);
      }),
      { numRuns: 500 },
    );
  });

  it('an elected candidate is never behind one who is not', () => {
    fc.assert(
      fc.property(election(0), (given) => {
        const outcome = count(given);
        fc.pre(decided(outcome));
        const yesOf = (wanted: string) => outcome.ranking.filter((one) => one.outcome === wanted).map(({ yes }) => yes);
        expect(Math.min(...yesOf('elected'), Infinity)).toBeGreaterThanOrEqual(Math.max(...yesOf('tied'), ...yesOf('not-elected'), -1));
      }),
    );
  });

  it('the explanation ends with the gate that decided', () => {
    const shut: Record<StopStatus, string> = {
      inconsistent: 'figures-inconsistent',
      'too-few-candidates': 'surplus-missed',
      'no-quorum': 'quorum-missed',
      void: 'returned-above-limit',
      'too-few-votes': 'participation-missed',
    };
    // More present than should attend: nothing may be decided.
    const broken = advisory.map((given) => ({ ...given, counts: { ...(given['counts'] as object), present: 81 } }));
    const ends: Record<string, RegExp> = {
      passed: /^all-items-passed$/,
      'partly-passed': /^some-items-passed$/,
      'not-passed': /^(no-item-passed|bundle-failed)$/,
      'next-round': /^(tie-to-runoff|shortage-supplementary)$/,
      lots: /^tie-by-lots$/,
      decided: /^(all-qualified-elected|best-elected|tie-left-vacant|tie-by-fewer-against|shortage-(vacant|presidium|reduce))$/,
      counted: /^(grades|votes)-counted$/,
    };
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.oneof({ weight: 4, arbitrary: resolution }, { weight: 6, arbitrary: election(0) }, appraisal, poll, broken),
        (given) => {
          const outcome = count(given);
          if (!('explanation' in outcome)) throw new Error(`not a case: ${JSON.stringify(outcome)}`);
          const last = outcome.explanation.at(-1)?.code ?? '';
          seen.add(outcome.status);
          if (outcome.status in shut) expect(last).toBe(shut[outcome.status as StopStatus]);
          else expect(last).toMatch(ends[outcome.status] ?? /^$/);
        },
      ),
      { numRuns: 2000, seed: 20261121 },
    );
    expect([...seen].sort()).toEqual([
      'counted',
      'decided',
      'inconsistent',
      'lots',
      'next-round',
      'no-quorum',
      'not-passed',
      'partly-passed',
      'passed',
      'too-few-candidates',
      'too-few-votes',
      'void',
    ]);
  });

  it('an item passes with its figure and not with one less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fraction, base, (roll, share, of) => {
        const counts = { roll, present: roll, issued: roll, voters: roll, returned: roll, invalid: 0 };
        const voted = (yes: number) =>
          count(
            aResolution({
              rules: { quorum: { num: 0, den: 1, inclusive: true }, pass: { ...share, base: of } },
              counts,
              items: [{ id: 'plan', yes, no: roll - yes, abstain: 0 }],
            }),
          ) as ResolutionOutcome;
        const needed = voted(0).needed.pass ?? -1;
        if (needed <= roll) expect(voted(needed).status).toBe('passed');
        if (needed > 0) expect(voted(Math.min(needed - 1, roll)).status).toBe('not-passed');
      }),
    );
  });

  it('never throws: what is not a case is malformed', () => {
    const known = [aResolution(), anElection(), anAppraisal(), aPoll()];
    const broken = fc
      .tuple(
        fc.constantFrom(...known),
        fc.array(fc.tuple(fc.string(), fc.jsonValue()), { maxLength: 3 }),
        fc.constantFrom('rules', 'counts', 'items', 'candidates', 'papers', 'subjects', 'options', 'grades', 'rates'),
        fc.jsonValue(),
      )
      .map(([given, extra, name, value]) => ({ ...given, ...Object.fromEntries(extra), [name]: value }));
    const inner = fc
      .tuple(fc.constantFrom(...known), fc.constantFrom('rules', 'counts'), fc.string(), fc.jsonValue())
      .map(([given, part, name, value]) => ({ ...given, [part]: { ...(given[part] as object | undefined), [name]: value } }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), broken, inner), (given) => {
        const outcome = count(JSON.parse(JSON.stringify(given)));
        expect(outcome).toHaveProperty('status');
        if (outcome.status === 'malformed')
          expect(outcome).toEqual({ status: 'malformed', field: expect.any(String), reason: expect.stringMatching(/^[a-z-]+$/) });
      }),
      { numRuns: 2000 },
    );
  });
});
