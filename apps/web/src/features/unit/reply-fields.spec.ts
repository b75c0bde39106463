import type { DraftView } from '../../shared/reply-desk/reply-desk-queries.js';
import { fieldsOf, type ReplyFields, writtenIn, writtenOf } from './reply-fields.js';
import { ReplySaving } from './reply-saving.js';

/** As the service answers it: from the database, keys come in an order of its own. */
const DRAFT: DraftView = {
  round: 1,
  number: 1,
  version: 3,
  by: { id: 'handler', name: '胡一' },
  at: '2026-04-01T01:00:00.000Z',
  text: '已列入计划。',
  basis: null,
  files: [],
  channel: 'WRITTEN',
  promises: [
    { dueOn: '2026-09-01', promise: '增设两个窗口' },
    { dueOn: null, promise: '' },
  ],
  resultCategory: 'PLANNED',
};

describe('a draft that is only looked at', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is not saved again: the form says what was stored, to the letter', async () => {
    const save = jest.fn().mockResolvedValue({ version: 4 });
    const saving = new ReplySaving({ save, desk: () => Promise.reject(new Error('not asked')) }, 3, writtenOf(DRAFT), () => undefined);
    const shown = writtenIn(fieldsOf(writtenOf(DRAFT)) as Partial<ReplyFields>);
    saving.changed(shown);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(save).not.toHaveBeenCalled();
    saving.changed({ ...shown, text: '已列入本年计划。' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
  });
});
