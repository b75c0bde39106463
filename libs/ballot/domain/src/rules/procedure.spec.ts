import { Input } from '../counting/input.js';
import { faultOf } from '../testing/refusals.js';
import { PROCEDURE, type Procedure, procedureOf, readProcedure } from './procedure.js';
import type { VotedKind } from './vocabulary.js';

const read = (kind: VotedKind, procedure: object): Procedure =>
  procedureOf({ rules: { procedure: readProcedure(kind, new Input(procedure, 'rules.procedure')) } });
const NOTICE = { kind: 'working-days', n: 5 } as const;

describe('the procedure of a vote', () => {
  it('is as it is usual where the rules say nothing of it', () => {
    expect(procedureOf({ rules: {} })).toBe(PROCEDURE);
    expect(read('poll', {})).toEqual(PROCEDURE);
  });

  it('is read whole', () => {
    const procedure = {
      lateArrivals: 'admitted',
      relatives: 'barred',
      nomination: { notice: NOTICE, primaryAbove: 12, order: 'pinyin' },
      approval: { kind: 'days', n: 15 },
      publication: { kind: 'days', n: 7, lastDay: 'as-it-falls' },
      post: '主席团成员',
      office: { name: 'PRESIDIUM', scope: 'organisation' },
      sharesNeeded: 2,
      sealedMarks: 'three-way',
      timing: 'by-the-clock',
      turnoutGroup: 12,
    };
    expect(read('election', procedure)).toEqual(procedure);
    expect(read('election', { nomination: { notice: NOTICE } }).nomination).toEqual({
      notice: NOTICE,
      primaryAbove: null,
      order: 'strokes',
    });
    expect(read('election', { office: { name: 'PROPOSALS_COMMITTEE' } }).office).toEqual({
      name: 'PROPOSALS_COMMITTEE',
      scope: 'session',
    });
  });

  it.each<[string, object, { field: string; reason: string }]>([
    ['a word of no list', { lateArrivals: 'never' }, { field: 'rules.procedure.lateArrivals', reason: 'not-in-the-list' }],
    ['a field that is none', { speed: 1 }, { field: 'rules.procedure.speed', reason: 'unknown-field' }],
    ['one share', { sharesNeeded: 1 }, { field: 'rules.procedure.sharesNeeded', reason: 'too-small' }],
    [
      'a day that does not exist',
      { publication: { kind: 'date', date: '2026-09-31' } },
      { field: 'rules.procedure.publication', reason: 'no-such-date' },
    ],
    ['a period of no days', { approval: { kind: 'days', n: 0 } }, { field: 'rules.procedure.approval.n', reason: 'too-small' }],
    [
      'days on a date',
      { approval: { kind: 'date', date: '2026-09-30', n: 3 } },
      { field: 'rules.procedure.approval.n', reason: 'not-of-this-kind' },
    ],
    [
      'an office that no election fills',
      { office: { name: 'TELLER' } },
      { field: 'rules.procedure.office.name', reason: 'not-in-the-list' },
    ],
    ['a post in many words', { post: '委'.repeat(101) }, { field: 'rules.procedure.post', reason: 'too-long' }],
    ['a nomination without a notice', { nomination: {} }, { field: 'rules.procedure.nomination.notice', reason: 'missing' }],
  ])('is refused with %s', (_, procedure, fault) => {
    expect(faultOf(() => read('election', procedure))).toEqual(fault);
  });

  it('has candidates and offices in an election alone', () => {
    expect(faultOf(() => read('resolution', { nomination: { notice: NOTICE } }))).toEqual({
      field: 'rules.procedure.nomination',
      reason: 'not-of-this-kind',
    });
    expect(faultOf(() => read('poll', { post: 'Chair' }))).toEqual({
      field: 'rules.procedure.post',
      reason: 'not-of-this-kind',
    });
    expect(faultOf(() => read('resolution', { sealedMarks: 'one' }))).toEqual({
      field: 'rules.procedure.sealedMarks',
      reason: 'not-of-this-kind',
    });
  });
});
