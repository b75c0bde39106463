import type { SessionState } from '../../api/session.js';
import { storageInMemory } from './testing/storage-in-memory.js';
import { KeptTexts } from './kept-texts.js';

const NOW = Date.parse('2026-03-02T02:32:00.000Z');
const PLACE = { form: 'proposal', about: 'new' };

describe('texts kept on a device', () => {
  it('come back to the same person, form and object only', () => {
    const texts = new KeptTexts(storageInMemory(), () => NOW);
    expect(texts.write('m1', PLACE, { subject: '校车' }, 3)).toBe(true);
    expect(texts.read('m1', PLACE)).toEqual({ values: { subject: '校车' }, basis: 3, savedAt: '2026-03-02T02:32:00.000Z' });
    expect(texts.read('m1', { form: 'proposal', about: 'p1' })).toBeNull();
    expect(texts.read('m1', { form: 'reply', about: 'new' })).toBeNull();
    expect(texts.read('m2', PLACE)).toBeNull();
  });

  it('are erased when somebody else signs in, and stay for their owner', () => {
    const storage = storageInMemory({ 'plenum.signed-in': '1' });
    const texts = new KeptTexts(storage, () => NOW);
    texts.write('m1', PLACE, { subject: 'x' }, null);
    texts.admit('m1');
    expect(texts.count('m1')).toBe(1);
    texts.admit('m2');
    expect(storage.keys()).toEqual(['plenum.signed-in']);
  });

  it('are erased after ninety days, and beyond sixty the oldest', () => {
    let now = NOW - 91 * 86_400_000;
    const texts = new KeptTexts(storageInMemory(), () => now);
    texts.write('m1', { form: 'proposal', about: 'stale' }, { subject: 'x' }, null);
    for (let nth = 0; nth < 61; nth += 1) {
      now = NOW + nth;
      texts.write('m1', { form: 'reply', about: String(nth) }, { text: 'x' }, null);
    }
    texts.admit('m1');
    expect(texts.count('m1')).toBe(60);
    expect(texts.read('m1', { form: 'proposal', about: 'stale' })).toBeNull();
    expect(texts.read('m1', { form: 'reply', about: '0' })).toBeNull();
    expect(texts.read('m1', { form: 'reply', about: '60' })).not.toBeNull();
  });

  it('are refused when they are too long, and when the device is full', () => {
    const texts = new KeptTexts(storageInMemory(), () => NOW);
    expect(texts.write('m1', PLACE, { text: 'x'.repeat(300_001) }, null)).toBe(false);
    const full = storageInMemory();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(new KeptTexts(full, () => NOW).write('m1', PLACE, { text: 'x' }, null)).toBe(false);
  });

  it('are not misread when something else lies there', () => {
    const texts = new KeptTexts(storageInMemory({ 'plenum.kept.v1:m1:proposal:new': '{"values":7}', 'plenum.kept.v1:m1:reply:new': 'no JSON' }), () => NOW);
    expect(texts.read('m1', PLACE)).toBeNull();
    expect(texts.read('m1', { form: 'reply', about: 'new' })).toBeNull();
  });
});

describe('people who come and go', () => {
  const setUp = async () => {
    // The module takes the browser's own storage, which a test has not.
    (globalThis as { localStorage?: Storage }).localStorage = storageInMemory();
    const { eraseAsPeopleChange } = await import('./kept-on-device.js');
    const texts = new KeptTexts(storageInMemory(), () => NOW);
    texts.write('m1', PLACE, { subject: 'x' }, null);
    let state: SessionState = { status: 'starting' };
    let hear = () => undefined as void;
    eraseAsPeopleChange({ state: () => state, subscribe: (listener: () => void) => ((hear = listener), () => true) }, texts);
    return { texts, become: (next: SessionState) => ((state = next), hear()) };
  };

  it('leave their texts behind when their sign-in expires, not when they sign out', async () => {
    const { texts, become } = await setUp();
    become({ status: 'signed-in', member: { id: 'm1', name: 'Lin', organisationId: 'o1' }, isLapsed: true });
    expect(texts.count('m1')).toBe(1);
    become({ status: 'signed-out', cause: 'left' });
    expect(texts.count('m1')).toBe(0);
  });

  it('find nothing of the person before them', async () => {
    const { texts, become } = await setUp();
    become({ status: 'signed-out', cause: 'never-in' });
    become({ status: 'signed-in', member: { id: 'm2', name: 'Wang', organisationId: 'o1' }, isLapsed: false });
    expect(texts.count('m1')).toBe(0);
  });
});
