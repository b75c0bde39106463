import { addressOf, contentOf, isShown } from './filter-content.js';

const SHOWN = { scope: 'board', page: 3, pageSize: 50, state: ['FILED'], word: 'TO_ASSIGN', overdue: true, sort: 'overdue' } as const;

describe('a saved filter', () => {
  it('keeps what is looked for, and neither the page nor the usual order', () => {
    expect(contentOf({ ...SHOWN, state: ['FILED'] })).toEqual({ state: 'FILED', word: 'TO_ASSIGN', overdue: true });
    expect(contentOf({ scope: 'board', sort: 'due', ownCases: true, search: '食堂' })).toEqual({
      sort: 'due',
      ownCases: true,
      search: '食堂',
    });
  });

  it('takes the place of whatever the address said', () => {
    expect(addressOf({ word: 'OVERDUE', key: true })).toEqual({
      session: '',
      state: '',
      word: 'OVERDUE',
      unit: '',
      category: '',
      search: '',
      overdue: '',
      key: 'true',
      cases: '',
      sort: '',
    });
  });

  it('is known again where it is shown, on any page', () => {
    const saved = contentOf({ ...SHOWN, state: ['FILED'] });
    expect(isShown(saved, { ...SHOWN, state: ['FILED'] })).toBe(true);
    expect(isShown(saved, { ...SHOWN, state: ['FILED'], key: true })).toBe(false);
    expect(isShown({}, { scope: 'board' })).toBe(true);
  });
});
