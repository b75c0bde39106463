import type { SessionState } from '../../api/session.js';
import { KeptRecords } from './kept-records.js';
import { KeptTexts } from './kept-texts.js';
import { storageInMemory } from './testing/storage-in-memory.js';

const NOW = Date.parse('2026-03-02T02:32:00.000Z');
const PLACE = { form: 'proposal', about: 'new' };
const REPLY = { form: 'reply', about: 'new' };

/** One device, and those who write at it. */
function deviceWith(storage = storageInMemory(), now = () => NOW) {
  const records = new KeptRecords(storage, now);
  const textsOf = (keepingKey: string) => new KeptTexts(records, keepingKey, now);
  return { storage, records, lin: textsOf('key of Lin'), wang: textsOf('key of Wang') };
}

/** A device with room for so many characters. */
function storageOf(room: number) {
  const storage = storageInMemory();
  const take = storage.setItem;
  const used = () => storage.keys().reduce((sum, key) => sum + key.length + (storage.getItem(key)?.length ?? 0), 0);
  storage.setItem = (key, value) => {
    if (used() - (storage.getItem(key)?.length ?? 0) + value.length > room) throw new DOMException('full', 'QuotaExceededError');
    take(key, value);
  };
  return storage;
}

describe('texts kept on a device', () => {
  it('come back to the same person, form and object only', () => {
    const { lin, wang } = deviceWith();
    expect(lin.write(PLACE, { subject: '校车' }, 3)).toBe(true);
    expect(lin.read(PLACE)).toEqual({ values: { subject: '校车' }, basis: 3, savedAt: '2026-03-02T02:32:00.000Z' });
    expect(lin.read({ form: 'proposal', about: 'p1' })).toBeNull();
    expect(lin.read(REPLY)).toBeNull();
    expect(wang.read(PLACE)).toBeNull();
  });

  it('tell nobody else a word, nor whose they are, nor what they are about', () => {
    const { storage, lin, wang } = deviceWith();
    lin.write({ form: 'objection', about: 'ballot-7' }, { text: 'early buses', unit: '后勤处' }, 3);
    const [first] = storage.keys();
    expect(`${first}${storage.getItem(first ?? '')}`).not.toMatch(/objection|ballot-7|early|buses|后勤|text|unit|Lin/);
    wang.write({ form: 'objection', about: 'ballot-7' }, { text: 'late buses' }, 3);
    expect(storage.keys()).toHaveLength(2);
  });

  it('are not taken from another form, nor when they were tampered with', () => {
    const { storage, lin } = deviceWith();
    lin.write(PLACE, { subject: '校车' }, null);
    const [written] = storage.keys();
    const record = storage.getItem(written ?? '') ?? '';
    lin.write(REPLY, { text: 'x' }, null);
    storage.setItem(storage.keys()[1] ?? '', record);
    expect(lin.read(REPLY)).toBeNull();
    storage.setItem(written ?? '', record.replace(/.{8}"}$/, 'AAAAAAAA"}'));
    expect(lin.read(PLACE)).toBeNull();
  });

  it('stay for their owner when somebody else comes', () => {
    const { records, lin, wang } = deviceWith();
    lin.write(PLACE, { subject: 'x' }, null);
    wang.write(PLACE, { subject: 'y' }, null);
    records.tidy();
    wang.forget(PLACE);
    expect(lin.read(PLACE)?.values).toEqual({ subject: 'x' });
    expect(wang.read(PLACE)).toBeNull();
  });

  it('go after ninety days, beyond two hundred the oldest, and what an older client kept', () => {
    let now = NOW - 91 * 86_400_000;
    const { storage, records, lin, wang } = deviceWith(
      storageInMemory({ 'plenum.signed-in': 'm1', 'plenum.kept.v1:m1:proposal:new': '{"values":{"subject":"x"}}' }),
      () => now,
    );
    lin.write({ form: 'proposal', about: 'stale' }, { subject: 'x' }, null);
    for (let nth = 0; nth < 201; nth += 1) {
      now = NOW + nth;
      (nth % 2 === 0 ? lin : wang).write({ form: 'reply', about: String(nth) }, { text: 'x' }, null);
    }
    records.tidy();
    expect(storage.keys()).toHaveLength(201);
    expect(storage.keys()).toContain('plenum.signed-in');
    expect(storage.keys()).not.toContain('plenum.kept.v1:m1:proposal:new');
    expect(lin.read({ form: 'proposal', about: 'stale' })).toBeNull();
    expect(lin.read({ form: 'reply', about: '0' })).toBeNull();
    expect(wang.read({ form: 'reply', about: '1' })).not.toBeNull();
    expect(lin.read({ form: 'reply', about: '200' })).not.toBeNull();
  });

  it('make room for newer ones on a full device, the oldest first', () => {
    let now = NOW;
    const { lin, wang } = deviceWith(storageOf(1_000), () => (now += 1));
    expect(lin.write({ form: 'reply', about: '1' }, { text: 'x'.repeat(100) }, null)).toBe(true);
    expect(lin.write({ form: 'reply', about: '2' }, { text: 'x'.repeat(100) }, null)).toBe(true);
    expect(wang.write(PLACE, { text: 'x'.repeat(200) }, null)).toBe(true);
    expect(lin.read({ form: 'reply', about: '1' })).toBeNull();
    expect(lin.read({ form: 'reply', about: '2' })).not.toBeNull();
  });

  it('stay where all of them would be too little room', () => {
    let now = NOW;
    const { lin, wang } = deviceWith(storageOf(1_000), () => (now += 1));
    expect(lin.write({ form: 'reply', about: '1' }, { text: 'x'.repeat(100) }, null)).toBe(true);
    expect(lin.write({ form: 'reply', about: '2' }, { text: 'x'.repeat(100) }, null)).toBe(true);
    expect(wang.write(PLACE, { text: 'x'.repeat(2_000) }, null)).toBe(false);
    expect(['1', '2'].map((about) => lin.read({ form: 'reply', about })?.values)).toEqual([
      { text: 'x'.repeat(100) },
      { text: 'x'.repeat(100) },
    ]);
  });

  it('are refused when they are too long, and where nothing can be kept', () => {
    expect(deviceWith().lin.write(PLACE, { text: 'x'.repeat(300_001) }, null)).toBe(false);
    expect(deviceWith(storageOf(10)).lin.write(PLACE, { text: 'x' }, null)).toBe(false);
  });

  it('are not misread when something else lies there', () => {
    const { storage, lin } = deviceWith();
    for (const junk of ['no JSON', 'null', '7', '{}', '{"at":1,"hidden":7}', '{"at":1,"hidden":"AAAA"}']) {
      lin.write(PLACE, { subject: 'x' }, null);
      storage.setItem(storage.keys()[0] ?? '', junk);
      expect(lin.read(PLACE)).toBeNull();
    }
  });
});

it('a device is tidied when somebody comes, and is left alone when they go', async () => {
  // The module takes the browser's own storage, which a test has not.
  (globalThis as { localStorage?: Storage }).localStorage = storageInMemory();
  const { tidyAsPeopleCome } = await import('./kept-on-device.js');
  const tidy = jest.fn();
  let state: SessionState = { status: 'starting' };
  let hear = () => undefined as void;
  tidyAsPeopleCome({ state: () => state, subscribe: (listener: () => void) => ((hear = listener), () => true) }, { tidy });
  const become = (next: SessionState) => ((state = next), hear());
  const signedIn = (id: string): SessionState => ({
    status: 'signed-in',
    member: { id, name: 'Lin', organisationId: 'o1' },
    isLapsed: false,
  });
  become(signedIn('m1'));
  become(signedIn('m1'));
  become({ status: 'signed-out', cause: 'left' });
  expect(tidy).toHaveBeenCalledTimes(1);
  become(signedIn('m2'));
  expect(tidy).toHaveBeenCalledTimes(2);
});
