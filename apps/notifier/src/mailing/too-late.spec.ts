import { tooLate } from './too-late.js';

const NOW = new Date('2026-03-31T12:00:00Z');

describe('a mail that waited', () => {
  it.each([
    ['ballot.ballot-opened', {}, true, 'vote-over'],
    ['ballot.ballot-announced', {}, true, 'vote-over'],
    ['ballot.ballot-opened', {}, false, null],
    ['ballot.result-declared', {}, true, null],
    ['ballot.ballot-called-off', {}, true, null],
    ['proposals.call-opened', { closesAt: '2026-03-31T11:59:59.000Z' }, false, 'time-over'],
    ['proposals.call-opened', { closesAt: '2026-03-31T12:00:01.000Z' }, false, null],
    ['proposals.reply-due-soon', { dueAt: '2026-03-30T15:59:59.999Z' }, false, 'time-over'],
    ['proposals.reply-overdue', { dueAt: '2026-03-30T15:59:59.999Z' }, false, null],
    ['proposals.reply-due-soon', {}, false, null],
  ] as const)('%s with %j (vote over: %s) is late: %s', (code, params, isVoteOver, late) => {
    expect(tooLate({ code, params, isVoteOver }, NOW)).toBe(late);
  });
});
