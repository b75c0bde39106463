import { tooLate } from './too-late.js';

const NOW = new Date('2026-03-31T12:00:00Z');

describe('a mail that waited', () => {
  it.each([
    ['ballot.ballot-opened', {}, null],
    ['proposals.call-opened', { closesAt: '2026-03-31T11:59:59.000Z' }, 'time-over'],
    ['proposals.call-opened', { closesAt: '2026-03-31T12:00:01.000Z' }, null],
    ['proposals.reply-due-soon', { dueAt: '2026-03-30T15:59:59.999Z' }, 'time-over'],
    ['proposals.reply-overdue', { dueAt: '2026-03-30T15:59:59.999Z' }, null],
    ['proposals.reply-due-soon', {}, null],
  ] as const)('%s with %j is late: %s', (code, params, late) => {
    expect(tooLate({ code, params }, NOW)).toBe(late);
  });
});
