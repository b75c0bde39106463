import { count } from './count.js';
import { aPoll, aResolution, anAppraisal, anElection, candidatesWithVotes } from './testing/cases.js';

const malformed = (field: string, reason: string) => ({ status: 'malformed', field, reason });
const without = (given: Record<string, unknown>, path: string): unknown => {
  const copy = JSON.parse(JSON.stringify(given)) as Record<string, unknown>;
  const steps = path.split('.');
  const parent = steps.slice(0, -1).reduce((at, step) => at[step] as Record<string, unknown>, copy);
  delete parent[steps.at(-1) ?? ''];
  return copy;
};

describe('a malformed case names its field and the reason', () => {
  it.each<[unknown, string, string]>([
    [null, '', 'not-an-object'],
    [[], '', 'not-an-object'],
    ['resolution', '', 'not-an-object'],
    [{}, 'kind', 'missing'],
    [{ kind: 'lottery' }, 'kind', 'not-in-the-list'],
    [{ kind: 'resolution' }, 'rules', 'missing'],
    [aResolution({ note: 'x' }), 'note', 'unknown-field'],
    [aResolution({ rules: { qourum: null } }), 'rules.qourum', 'unknown-field'],
    [aResolution({ rules: { quorum: null } }), 'rules.quorum', 'not-an-object'],
    [aResolution({ rules: { quorum: { num: 2, den: 0, inclusive: true } } }), 'rules.quorum.den', 'too-small'],
    [aResolution({ rules: { quorum: { num: 4, den: 3, inclusive: true } } }), 'rules.quorum.num', 'more-than-the-whole'],
    [aResolution({ rules: { quorum: { num: 0.5, den: 1, inclusive: true } } }), 'rules.quorum.num', 'not-a-whole-number'],
    [aResolution({ rules: { quorum: { num: 2, den: 3, inclusive: 'yes' } } }), 'rules.quorum.inclusive', 'not-a-flag'],
    [aResolution({ rules: { pass: { num: 1, den: 2, inclusive: false, base: 'members' } } }), 'rules.pass.base', 'not-in-the-list'],
    [aResolution({ rules: { bundle: 'some' } }), 'rules.bundle', 'not-in-the-list'],
    [aResolution({ rules: { returnedLimit: 'roll' } }), 'rules.returnedLimit', 'not-in-the-list'],
    [aResolution({ counts: { roll: '57' } }), 'counts.roll', 'not-a-number'],
    [aResolution({ counts: { roll: 2 ** 53 } }), 'counts.roll', 'too-large'],
    [aResolution({ items: [] }), 'items', 'empty'],
    [aResolution({ items: {} }), 'items', 'not-a-list'],
    [aResolution({ items: [{ id: 'plan', yes: 48, no: 4 }] }), 'items[0].abstain', 'missing'],
    [aResolution({ items: [{ id: '', yes: 48, no: 4, abstain: 2 }] }), 'items[0].id', 'not-a-text'],
    [
      aResolution({
        items: [
          { id: 'a', yes: 54, no: 0, abstain: 0 },
          { id: 'a', yes: 54, no: 0, abstain: 0 },
        ],
      }),
      'items[1].id',
      'repeated',
    ],
    [anElection({ rules: { elect: { num: 1, den: 2, inclusive: false, base: 'cast' } } }), 'rules.elect.base', 'not-in-the-list'],
    [anElection({ rules: { seats: 0 } }), 'rules.seats', 'too-small'],
    [anElection({ rules: { seats: 2.5 } }), 'rules.seats', 'not-a-whole-number'],
    [anElection({ rules: { tie: 'coin' } }), 'rules.tie', 'not-in-the-list'],
    [anElection({ rules: { overVote: 'keep' } }), 'rules.overVote', 'not-in-the-list'],
    [anElection({ rules: { supplementary: null } }), 'rules.supplementary', 'missing'],
    [anElection({ round: 'second' }), 'round', 'not-in-the-list'],
    [anElection({ candidates: [...candidatesWithVotes(57), ...candidatesWithVotes(3)] }), 'candidates[1].id', 'repeated'],
    [anElection({ writeIns: [{ id: 'c01', yes: 3, eligible: true }] }), 'writeIns[0].id', 'repeated'],
    [anElection({ ineligible: ['w1'] }), 'ineligible', 'only-with-papers'],
    [anElection({ papers: [], writeIns: [] }), 'writeIns', 'computed-from-papers'],
    [anElection({ papers: [] }), 'counts.returned', 'unknown-field'],
    [anAppraisal({ grades: ['good', 'good'] }), 'grades[1]', 'repeated'],
    [anAppraisal({ rates: { rate: ['brilliant'] } }), 'rates.rate[0]', 'not-in-the-list'],
    [anAppraisal({ subjects: [{ id: 's1', counts: { excellent: 47 }, abstain: 0 }] }), 'subjects[0].counts.competent', 'missing'],
    [aPoll({ options: [] }), 'options', 'empty'],
    [aPoll({ rules: { pass: null } }), 'rules.pass', 'unknown-field'],
  ])('%#: %j', (given, field, reason) => {
    expect(count(given)).toEqual(malformed(field, reason));
  });

  it.each(['rules.quorum', 'rules.pass', 'counts', 'counts.voters', 'items'])('a resolution without %s', (path) => {
    expect(count(without(aResolution(), path))).toEqual(malformed(path, 'missing'));
  });

  it.each([
    'rules.quorum',
    'rules.seats',
    'rules.surplus',
    'rules.elect',
    'rules.tie',
    'rules.shortage',
    'rules.supplementary',
    'counts.issued',
    'candidates',
  ])('an election without %s', (path) => {
    expect(count(without(anElection(), path))).toEqual(malformed(path, 'missing'));
  });

  it('names the mark of a paper', () => {
    const papers = [{ marks: {} }, { marks: { c01: 'maybe' } }];
    const counts = { roll: 60, present: 58, issued: 58, voters: 58 };
    const given = { ...anElection({ candidates: [{ id: 'c01' }] }), counts, papers };
    expect(count(given)).toEqual(malformed('papers[1].marks.c01', 'not-in-the-list'));
    expect(count({ ...given, papers: [{ marks: {}, name: 'x' }] })).toEqual(malformed('papers[0].name', 'unknown-field'));
    expect(count({ ...given, candidates: candidatesWithVotes(3) })).toEqual(malformed('candidates[0].yes', 'unknown-field'));
  });

  it('lets later rounds go without the surplus rule, and a first round without naming itself', () => {
    expect(count(without({ ...anElection(), round: 'runoff' }, 'rules.surplus'))).toMatchObject({ status: 'decided' });
    expect(count(without(anElection(), 'round'))).toMatchObject({ status: 'decided' });
  });
});
