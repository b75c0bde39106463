import { type DraftDoor, DraftSaving, type SavedDraft, writtenIn } from './draft-saving.js';

const EMPTY = writtenIn({});
const text = (measures: string) => writtenIn({ subject: '校车', measures });
const LOST = new TypeError('not reached');
const REFUSED = new Error('outdated');

/** A server that keeps one draft, and a network that can be lost. */
function setUp(opened: SavedDraft | null = null) {
  const sent: string[] = [];
  const network: { error: unknown; isLate?: boolean } = { error: null };
  const stored: string[] = [];
  const answer = async (id: string, version: number, measures: string): Promise<SavedDraft> => {
    if (network.error) throw network.error;
    sent.push(`${id} ${version}: ${measures}`);
    return { id, version: version + 1 };
  };
  const door: DraftDoor = {
    create: ({ measures }) => answer('new', 0, measures ?? ''),
    revise: ({ id, version }, { measures }) => answer(id, version, measures ?? ''),
    isPassing: (error) => error === LOST,
    now: () => new Date(),
  };
  const saving = new DraftSaving(door, { draft: opened, content: EMPTY }, ({ measures }) => void stored.push(measures ?? ''));
  return { saving, sent, stored, network };
}

describe('a draft that saves itself', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-02T02:32:00Z') }));
  afterEach(() => jest.useRealTimers());

  it('is made after the first pause, and changed on the version that this left', async () => {
    const { saving, sent, stored } = setUp();
    saving.changed(text('一'));
    saving.changed(text('一二'));
    await jest.advanceTimersByTimeAsync(1_999);
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    saving.changed(text('一二三'));
    await jest.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual(['new 0: 一二', 'new 1: 一二三']);
    expect(stored).toEqual(['一二', '一二三']);
    expect(saving.state()).toEqual({ status: 'saved', at: new Date('2026-03-02T02:32:04Z') });
    expect(saving.draft).toEqual({ id: 'new', version: 2 });
  });

  it('does not wait for ever for somebody who writes without a pause', async () => {
    const { saving, sent } = setUp({ id: 'p1', version: 7 });
    for (let second = 0; second <= 15; second += 1) {
      saving.changed(text(String(second)));
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(sent).toEqual(['p1 7: 14']);
  });

  it('saves nothing where nobody wrote, nor what was taken back', async () => {
    const { saving, sent } = setUp({ id: 'p1', version: 7 });
    saving.changed(EMPTY);
    saving.changed(text('一'));
    saving.changed(EMPTY);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
    expect(await saving.flush()).toBe(true);
  });

  it('is sent when the network is back: after a while, and at once where the browser says so', async () => {
    const { saving, sent, network } = setUp({ id: 'p1', version: 7 });
    network.error = LOST;
    saving.changed(text('一'));
    expect(await saving.flush()).toBe(false);
    expect(saving.state()).toEqual({ status: 'waiting' });
    saving.changed(text('一二'));
    network.error = null;
    saving.retry();
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['p1 7: 一二']);
    network.error = LOST;
    saving.changed(text('三'));
    await jest.advanceTimersByTimeAsync(2_000);
    network.error = null;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual(['p1 7: 一二', 'p1 8: 三']);
  });

  it('sends one request at a time, and afterwards what was written meanwhile', async () => {
    const { saving, sent } = setUp();
    saving.changed(text('一'));
    const first = saving.flush();
    saving.changed(text('二'));
    await first;
    await saving.flush();
    expect(sent).toEqual(['new 0: 一', 'new 1: 二']);
  });

  it('sends once what several wait to send', async () => {
    const { saving, sent } = setUp({ id: 'p1', version: 7 });
    saving.changed(text('一'));
    const first = saving.flush();
    saving.changed(text('二'));
    expect(await Promise.all([first, saving.flush(), saving.flush()])).toEqual([expect.any(Boolean), true, true]);
    expect(sent).toEqual(['p1 7: 一', 'p1 8: 二']);
  });

  it('makes no draft of nothing when the page is left', async () => {
    const { saving, sent } = setUp();
    saving.leave();
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([]);
    saving.changed(text('一'));
    saving.leave();
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['new 0: 一']);
  });

  it('stops where it is refused, and goes on when somebody has chosen: over what stands, or as another draft', async () => {
    const { saving, sent, network } = setUp({ id: 'p1', version: 7 });
    network.error = REFUSED;
    saving.changed(text('一'));
    expect(await saving.flush()).toBe(false);
    expect(saving.state()).toEqual({ status: 'stopped', error: REFUSED });
    saving.changed(text('一二'));
    await jest.advanceTimersByTimeAsync(60_000);
    network.error = null;
    expect(await saving.goOn({ draft: { id: 'p1', version: 12 }, content: text('别处写的') })).toBe(true);
    expect(await saving.goOn(null)).toBe(true);
    expect(sent).toEqual(['p1 12: 一二', 'new 0: 一二']);
  });

  it('is over once it is given up', async () => {
    const { saving, sent } = setUp({ id: 'p1', version: 7 });
    saving.changed(text('一'));
    saving.end();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await saving.flush()).toBe(false);
    expect(sent).toEqual([]);
  });
});
