import { civilDate } from '@plenum/calendar';
import { REQUEST_RULES } from '../requests/request-rules.js';
import { REQUEST_KINDS, type RequestKind } from '../vocabulary/vocabulary.js';
import type { DeadlineMatter } from './proposal.events.js';
import { type OpenDeadline, STATUS_WORD_NAMES, type StatusFacts, type StatusReader, type StatusWord, statusWords } from './status-words.js';

const TODAY = civilDate('2026-12-01');
const COMMITTEE: StatusReader = { isCommittee: true, isOfUnit: false, isProposer: false };
const COMMITTEE_OF_UNIT: StatusReader = { isCommittee: true, isOfUnit: true, isProposer: false };
const UNIT: StatusReader = { isCommittee: false, isOfUnit: true, isProposer: false };
const DELEGATE: StatusReader = { isCommittee: false, isOfUnit: false, isProposer: false };

const matter = (parts: Partial<StatusFacts> = {}): StatusFacts => ({
  state: 'IN_PROGRESS',
  handlings: ['IN_PROGRESS'],
  requests: [],
  deadlines: [],
  ...parts,
});
const asked = (kind: RequestKind, isOwn = true): Partial<StatusFacts> => ({ requests: [{ kind, isOwn }] });
const owed = (of: DeadlineMatter, dueOn: string | null, parts: Partial<Omit<OpenDeadline, 'dueOn'>> = {}): Partial<StatusFacts> => ({
  deadlines: [
    {
      matter: of,
      dueOn: dueOn === null ? null : civilDate(dueOn),
      remindOn: civilDate('2026-12-01'),
      isStopped: false,
      isOwn: true,
      ...parts,
    },
  ],
});
const alone = (state: StatusFacts['state']): Partial<StatusFacts> => ({ state, handlings: [] });

const SHOWN: readonly (readonly [StatusWord, Partial<StatusFacts>])[] = [
  ['OVERDUE', owed('reply', '2026-11-30')],
  ['DUE_SOON', owed('reply', '2026-12-03')],
  ['TO_REVIEW', alone('SUBMITTED')],
  ['TO_REVISE', alone('RETURNED')],
  ['TO_DECIDE', alone('PRESIDIUM')],
  ['MERGE_UNANSWERED', asked('merge-consent')],
  ['WITHDRAWAL_UNANSWERED', asked('withdrawal-consent')],
  ['RECONSIDERATION_UNDECIDED', asked('reconsideration')],
  ['TO_ASSIGN', alone('FILED')],
  ['TO_ASSIGN', alone('SUGGESTION')],
  ['TO_ACKNOWLEDGE', { state: 'ASSIGNED', handlings: ['ASSIGNED', 'REPLIED'] }],
  ['NOT_CONTACTED', owed('contact', '2026-11-30')],
  ['OBJECTION_UNDECIDED', asked('objection')],
  ['OBJECTION_UNDECIDED', asked('routing-objection')],
  ['ADDED_UNIT_UNDECIDED', asked('add-unit')],
  ['EXTENSION_UNDECIDED', asked('extension')],
  ['NOT_CLARIFIED', asked('clarification')],
  ['NO_ASSISTING_OPINION', asked('assisting-opinion')],
  ['NOT_COUNTERSIGNED', asked('countersign')],
  ['NOT_SIGNED_OFF', asked('sign-off')],
  ['NOT_AUDITED', asked('committee-audit')],
  ['NOT_RATED', { state: 'REPLIED', handlings: ['REPLIED'], ...owed('feedback', '2026-12-20') }],
  ['TO_MEET', { state: 'ESCALATED', handlings: ['ESCALATED'] }],
  ['TO_END', { state: 'RATED', handlings: ['RATED'] }],
  ['PROMISE_OVERDUE', { state: 'CLOSED', handlings: ['ENDED'], ...owed('commitment', '2026-11-30') }],
];

describe('the words for what a matter waits for', () => {
  it.each(SHOWN)('%s is told the committee', (word, parts) => {
    expect(statusWords(matter(parts), COMMITTEE, TODAY)).toEqual([word]);
  });

  it('are all shown above, and name every kind of request', () => {
    expect(new Set(SHOWN.map(([word]) => word))).toEqual(new Set(STATUS_WORD_NAMES));
    for (const kind of REQUEST_KINDS) expect(statusWords(matter(asked(kind)), COMMITTEE, TODAY)).toHaveLength(1);
  });

  it('are none of a matter on which nothing waits', () => {
    expect(statusWords(matter(), COMMITTEE, TODAY)).toEqual([]);
    for (const state of ['CLOSED', 'WITHDRAWN', 'MERGED', 'NOT_FILED', 'DRAFT'] as const)
      expect(statusWords(matter(alone(state)), COMMITTEE, TODAY)).toEqual([]);
  });

  it('stand side by side, what is late first', () => {
    const parts = { ...asked('countersign'), ...owed('reply', '2026-11-30') };
    expect(statusWords(matter(parts), COMMITTEE, TODAY)).toEqual(['OVERDUE', 'NOT_COUNTERSIGNED']);
  });

  it('call nothing late on its last day, nor while its time stands', () => {
    expect(statusWords(matter(owed('reply', '2026-12-01')), COMMITTEE, TODAY)).toEqual(['DUE_SOON']);
    expect(statusWords(matter(owed('reply', '2026-11-30', { isStopped: true })), COMMITTEE, TODAY)).toEqual([]);
    for (const late of ['commitment', 'contact'] as const)
      expect(statusWords(matter(owed(late, '2026-12-01')), COMMITTEE, TODAY)).toEqual([]);
  });

  it('call it due soon from the day of its reminder to its last one, and not while its time stands or where nobody is reminded', () => {
    const soon = (dueOn: string, remindOn: string | null) =>
      statusWords(matter(owed('reply', dueOn, { remindOn: remindOn === null ? null : civilDate(remindOn) })), DELEGATE, TODAY);
    expect([soon('2026-12-01', '2026-11-24'), soon('2026-12-22', '2026-12-01')]).toEqual([['DUE_SOON'], ['DUE_SOON']]);
    expect([soon('2026-12-22', '2026-12-02'), soon('2026-11-30', '2026-11-24')]).toEqual([[], ['OVERDUE']]);
    expect(soon('2026-12-01', null)).toEqual([]);
    expect(statusWords(matter(owed('reply', '2026-12-02', { isStopped: true })), COMMITTEE, TODAY)).toEqual([]);
  });

  it('call nothing late or due soon whose day nobody knows', () => {
    expect(statusWords(matter(owed('reply', null)), COMMITTEE, TODAY)).toEqual([]);
    expect(statusWords(matter(owed('feedback', null)), COMMITTEE, TODAY)).toEqual(['NOT_RATED']);
  });

  it('never tell a unit that somebody has not rated, nor who was of one and sits on the committee, nor a delegate', () => {
    const waiting = matter({ state: 'REPLIED', handlings: ['REPLIED'], ...owed('feedback', '2026-11-20') });
    for (const reader of [UNIT, COMMITTEE_OF_UNIT, DELEGATE]) expect(statusWords(waiting, reader, TODAY)).toEqual([]);
  });

  it('tell a unit what is asked about its own work, and nothing of another unit', () => {
    expect(statusWords(matter(asked('countersign')), UNIT, TODAY)).toEqual(['NOT_COUNTERSIGNED']);
    expect(statusWords(matter(asked('countersign', false)), UNIT, TODAY)).toEqual([]);
    for (const late of ['commitment', 'contact'] as const)
      expect(statusWords(matter(owed(late, '2026-11-30', { isOwn: false })), UNIT, TODAY)).toEqual([]);
    expect(statusWords(matter(owed('contact', '2026-11-30')), UNIT, TODAY)).toEqual(['NOT_CONTACTED']);
  });

  it('tell a proposer who sits on the committee, or is of the unit, of no request that is kept from proposers', () => {
    for (const kind of REQUEST_KINDS)
      for (const reader of [COMMITTEE, UNIT]) {
        const told = statusWords(matter(asked(kind)), { ...reader, isProposer: true }, TODAY);
        expect([kind, told.length]).toEqual([kind, REQUEST_RULES[kind].isKeptFromProposers === true ? 0 : 1]);
      }
  });

  it('tell everybody who reads it that it is late, and where it stands', () => {
    expect(statusWords(matter(owed('reply', '2026-11-30', { isOwn: false })), DELEGATE, TODAY)).toEqual(['OVERDUE']);
    expect(statusWords(matter(alone('FILED')), DELEGATE, TODAY)).toEqual(['TO_ASSIGN']);
    expect(statusWords(matter(asked('extension', false)), DELEGATE, TODAY)).toEqual([]);
  });
});
