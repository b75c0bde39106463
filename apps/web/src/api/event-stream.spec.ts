import { parseEvent, readEvents, retryDelayMs } from './event-stream.js';

async function eventsOf(...chunks: readonly string[]) {
  const bytes = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(bytes.encode(chunk));
      controller.close();
    },
  });
  const events = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

describe('a stream of events', () => {
  it('is read however the network cuts it', async () => {
    const text = 'event: notice\ndata: {"id":"a"}\n\n: still here\n\ndata: two\ndata: lines\n\n';
    const expected = [
      { event: 'notice', data: '{"id":"a"}' },
      { event: 'message', data: 'two\nlines' },
    ];
    expect(await eventsOf(text)).toEqual(expected);
    expect(await eventsOf(...text)).toEqual(expected);
  });

  it('leaves out an event that was not finished', async () => {
    expect(await eventsOf('data: whole\n\ndata: ha')).toEqual([{ event: 'message', data: 'whole' }]);
  });

  it('takes comments for what they are', () => {
    expect(parseEvent(': ping')).toBeNull();
    expect(parseEvent('id: 4\r\ndata:x')).toEqual({ event: 'message', data: 'x' });
  });
});

describe('the wait before the next attempt', () => {
  it('doubles, is spread, and is never above half a minute', () => {
    expect([1, 2, 3, 4].map((failures) => retryDelayMs(failures, 1))).toEqual([1000, 2000, 4000, 8000]);
    expect(retryDelayMs(1, 0)).toBe(500);
    expect(retryDelayMs(50, 1)).toBe(30_000);
  });
});
