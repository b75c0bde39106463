import dayjs from 'dayjs';
import { comparable, fromPlain, toPlain } from './form-values.js';
import { KeptRecords } from './kept-records.js';
import { KeptText } from './kept-text.js';
import { KeptTexts } from './kept-texts.js';
import { storageInMemory } from './testing/storage-in-memory.js';

const PLACE = { form: 'proposal', about: 'p1' };

/** A form as the component library has it, without the library. */
function formWith(initial: Record<string, unknown>) {
  const state = { values: { ...initial } };
  return {
    state,
    values: () => state.values,
    fill: (values: Readonly<Record<string, unknown>>) => void Object.assign(state.values, values),
  };
}

function setUp(storage = storageInMemory()) {
  const now = () => Date.now();
  const texts = new KeptTexts(new KeptRecords(storage, now), 'key of Lin', now);
  return { texts, open: (basis: number | null = null) => new KeptText(texts, PLACE, basis) };
}

describe('the text of a form', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-02T02:32:00Z') }));
  afterEach(() => jest.useRealTimers());

  it('is kept after a pause and comes back to the next opening', () => {
    const { open } = setUp();
    const first = open();
    const form = formWith({});
    first.attach(form);
    form.state.values['subject'] = '校车';
    first.changed();
    expect(first.state()).toEqual({ status: 'nothing' });
    jest.advanceTimersByTime(500);
    expect(first.state()).toEqual({ status: 'kept', savedAt: '2026-03-02T02:32:00.500Z' });

    const again = formWith({});
    const second = open();
    second.attach(again);
    expect(again.state.values).toEqual({ subject: '校车' });
    expect(second.state()).toEqual({ status: 'restored', savedAt: '2026-03-02T02:32:00.500Z' });
  });

  it('is kept when the page is left in the middle of a word', () => {
    const { texts, open } = setUp();
    const kept = open();
    const form = formWith({});
    kept.attach(form);
    form.state.values['subject'] = '校';
    kept.changed();
    kept.detach();
    expect(texts.read(PLACE)?.values).toEqual({ subject: '校' });
  });

  it('is not kept as long as nobody changed anything, nor when a change was taken back', () => {
    const { texts, open } = setUp();
    const kept = open();
    const form = formWith({ subject: '校车' });
    kept.attach(form);
    kept.flush();
    expect(texts.read(PLACE)).toBeNull();
    form.state.values['subject'] = '校车!';
    kept.flush();
    expect(texts.read(PLACE)).not.toBeNull();
    form.state.values['subject'] = '校车';
    kept.flush();
    expect(texts.read(PLACE)).toBeNull();
  });

  it('is gone once it was sent, also when the form is left afterwards', () => {
    const { texts, open } = setUp();
    const kept = open();
    const form = formWith({});
    kept.attach(form);
    form.state.values['subject'] = '校车';
    kept.flush();
    kept.forget();
    kept.detach();
    expect(texts.read(PLACE)).toBeNull();
    expect(kept.state()).toEqual({ status: 'nothing' });
  });

  it('keeps only what was typed beyond what was sent, also once the form is left', () => {
    const { texts, open } = setUp();
    const kept = open(3);
    const form = formWith({});
    kept.attach(form);
    form.state.values['subject'] = '校车';
    kept.flush();
    form.state.values['subject'] = '校车!';
    kept.stored({ subject: '校车' });
    expect(texts.read(PLACE)?.values).toEqual({ subject: '校车!' });
    kept.detach();
    kept.stored({ subject: '校车' });
    expect(texts.read(PLACE)).not.toBeNull();
    kept.stored({ subject: '校车!' });
    expect(texts.read(PLACE)).toBeNull();
    expect(kept.state()).toEqual({ status: 'nothing' });
  });

  it('is given up on request: the form says again what it said', () => {
    const { texts, open } = setUp();
    const form = formWith({ subject: '旧' });
    const kept = open();
    kept.attach(form);
    Object.assign(form.state.values, { subject: '新', measures: '多' });
    kept.flush();
    kept.discard();
    expect(form.state.values).toEqual({ subject: '旧', measures: undefined });
    expect(texts.read(PLACE)).toBeNull();
  });

  it('remembers the version it started from, whatever the object has become since', () => {
    const { open } = setUp();
    const kept = open(3);
    const form = formWith({ subject: '旧' });
    kept.attach(form);
    form.state.values['subject'] = '新';
    kept.flush();
    const later = open(5);
    expect(later.basis).toBe(3);
    later.attach(formWith({ subject: '旧' }));
    later.rebase(5);
    const given = open(9);
    expect(given.basis).toBe(5);
    given.attach(formWith({}));
    given.discard();
    expect(given.basis).toBe(9);
  });

  it('says when the device does not take it', () => {
    const storage = storageInMemory();
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const kept = setUp(storage).open();
    const form = formWith({});
    kept.attach(form);
    form.state.values['subject'] = '校车';
    kept.flush();
    expect(kept.state()).toEqual({ status: 'unkept' });
  });
});

describe('values of a form as plain data', () => {
  it('bring dates back as dates', () => {
    const plain = toPlain({ dueOn: dayjs('2026-03-02T00:00:00Z'), units: ['a'] });
    expect(plain).toEqual({ dueOn: { $date: '2026-03-02T00:00:00.000Z' }, units: ['a'] });
    const back = fromPlain(plain);
    expect(dayjs.isDayjs(back['dueOn'])).toBe(true);
    expect((back['dueOn'] as dayjs.Dayjs).toISOString()).toBe('2026-03-02T00:00:00.000Z');
  });

  it('are the same where nobody sees a difference', () => {
    expect(comparable({ a: '', b: [], c: 'x' })).toBe(comparable({ c: 'x' }));
    expect(comparable({ c: 'x' })).not.toBe(comparable({ c: 'y' }));
  });
});
