import { ANSWERS_MAX, QUESTIONS_MAX, TEXT_MAX } from '../form/limits.js';
import { P } from '../group/belenios-2048.js';
import { unwrapVerdict } from '../testing/index.js';
import { type ElectionDraft, makeElectionId, type Question, verifyElection, writeElection } from './election.js';

const QUESTION: Question = { question: '是否同意？', answers: ['同意', '不同意'], min: 0, max: 1, blank: false };
const DRAFT: ElectionDraft = {
  uuid: 'kakBNeRA8YGDsE',
  name: '换届选举',
  description: '',
  questions: [QUESTION],
  administrator: 'a',
  credentialAuthority: 'c',
};

const read = (change: Partial<ElectionDraft> = {}, key = 4n) => verifyElection(writeElection({ ...DRAFT, ...change }, key));
const asked = (change: Partial<Question>) => read({ questions: [{ ...QUESTION, ...change }] });

describe('an election', () => {
  it('is written in the form of the specification and read back', () => {
    const text = writeElection({ ...DRAFT, questions: [QUESTION, { ...QUESTION, blank: true }] }, 4n);
    expect(text).toBe(
      '{"version":1,"description":"","name":"换届选举","group":"BELENIOS-2048","public_key":"4","questions":[{"answers":["同意","不同意"],"min":0,"max":1,"question":"是否同意？"},' +
        '{"answers":["同意","不同意"],"blank":true,"min":0,"max":1,"question":"是否同意？"}],"uuid":"kakBNeRA8YGDsE","administrator":"a","credential_authority":"c"}',
    );
    const { election } = unwrapVerdict(verifyElection(text));
    expect(election).toMatchObject({ ...DRAFT, text, publicKey: 4n, questions: [QUESTION, { ...QUESTION, blank: true }] });
    expect(election.fingerprint).toHaveLength(43);
  });

  it('has an id of 14 base58 digits', () => {
    expect(read({ uuid: makeElectionId() }).ok).toBe(true);
    for (const uuid of ['kakBNeRA8YGDs', 'kakBNeRA8YGDs0', 'kakBNeRA8YGDs/', 'x'.repeat(65)])
      expect(read({ uuid })).toMatchObject({ check: 'election-form' });
  });

  it('keeps to the stated sizes', () => {
    const texts = (length: number): string[] => Array.from({ length }, () => 'x');
    expect(asked({ answers: texts(ANSWERS_MAX), max: ANSWERS_MAX }).ok).toBe(true);
    expect(asked({ answers: texts(ANSWERS_MAX + 1) })).toMatchObject({ check: 'election-form' });
    expect(asked({ max: ANSWERS_MAX + 1 })).toMatchObject({ check: 'election-form' });
    expect(read({ questions: Array.from({ length: QUESTIONS_MAX + 1 }, () => QUESTION) })).toMatchObject({ check: 'election-form' });
    expect(read({ name: 'x'.repeat(TEXT_MAX) }).ok).toBe(true);
    expect(read({ name: 'x'.repeat(TEXT_MAX + 1) })).toMatchObject({ check: 'election-form' });
  });

  it('asks something that can be answered', () => {
    expect(asked({ min: 2, max: 1 })).toMatchObject({ check: 'election-question' });
    expect(asked({ answers: [] })).toMatchObject({ check: 'election-question' });
    expect(read({ questions: [] })).toMatchObject({ check: 'election-question' });
    expect(asked({ min: -1 })).toMatchObject({ check: 'election-form' });
    expect(asked({ max: 0.5 })).toMatchObject({ check: 'election-form' });
    const shuffled = writeElection(DRAFT, 4n).replace(
      /"questions":\[.*?\}\]/,
      '"questions":[{"type":"NonHomomorphic","value":{"answers":["a"],"question":"q"}}]',
    );
    expect(verifyElection(shuffled)).toMatchObject({ check: 'election-question', reason: expect.stringContaining('unsupported') });
  });

  it('has a key between 1 and p, and nothing that the format does not have', () => {
    for (const key of [0n, 1n, P, P + 4n]) expect(read({}, key)).toMatchObject({ check: 'election-key' });
    for (const extra of ['"extra":1,', '"__proto__":{},', '"version":1,']) {
      expect(verifyElection(writeElection(DRAFT, 4n).replace('{', `{${extra}`))).toMatchObject({ check: 'election-form' });
    }
    expect(verifyElection(writeElection(DRAFT, 4n).replace('"max":1', '"max":1,"blank":"no"'))).toMatchObject({ check: 'election-form' });
    expect(verifyElection(writeElection(DRAFT, 4n).replace('"max":1', '"max":1,"blank":false')).ok).toBe(true);
  });
});
