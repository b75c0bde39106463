import { HINT, Session, type SignedIn } from './session.js';

const ANSWER: SignedIn = {
  accessToken: 'token-1',
  expiresInS: 600,
  keepingKey: 'key-1',
  member: { id: 'm1', name: 'Lin', organisationId: 'o1' },
};

/** Hints as `localStorage` keeps them. */
function hintsWith(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('the session of a tab', () => {
  it('asks the server only when this browser was signed in before', async () => {
    const refresh = jest.fn(async () => ANSWER);
    const newcomer = new Session(refresh, hintsWith());
    await newcomer.start();
    expect(newcomer.state()).toEqual({ status: 'signed-out', cause: 'never-in' });
    expect(refresh).not.toHaveBeenCalled();

    const known = new Session(refresh, hintsWith({ [HINT]: 'm1' }));
    await known.start();
    expect(known.state()).toEqual({ status: 'signed-in', member: ANSWER.member, isLapsed: false });
    expect(known.token).toBe('token-1');
  });

  it('refreshes once for however many requests ask', async () => {
    const refresh = jest.fn(async () => ({ ...ANSWER, accessToken: 'token-2' }));
    const session = new Session(refresh, hintsWith());
    session.open(ANSWER);
    expect(await Promise.all([session.refresh(), session.refresh(), session.refresh()])).toEqual([true, true, true]);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(session.token).toBe('token-2');
    await session.refresh();
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('stays with its person when the refresh is refused, and is not asked for at the next start', async () => {
    const hints = hintsWith();
    const session = new Session(async () => null, hints);
    session.open(ANSWER);
    expect(await session.refresh()).toBe(false);
    expect(session.state()).toEqual({ status: 'signed-in', member: ANSWER.member, isLapsed: true });
    expect(session.token).toBeNull();
    const refresh = jest.fn(async () => ANSWER);
    await new Session(refresh, hints).start();
    expect(refresh).not.toHaveBeenCalled();
  });

  it('goes on with what was asked for once the same person has signed in again', async () => {
    const session = new Session(async () => null, hintsWith());
    session.open(ANSWER);
    expect(await session.resumed()).toBe(true);
    await session.refresh();
    const waiting = session.resumed();
    session.open({ ...ANSWER, accessToken: 'token-2' });
    expect(await waiting).toBe(true);
    await session.refresh();
    const givenUp = session.resumed();
    expect(session.keepingKey).toBe('key-1'); // The page of who has lapsed stays, and what is typed into it is kept.
    session.close('left');
    expect(await givenUp).toBe(false);
    expect(session.keepingKey).toBeNull();
  });

  it('ends in every tab when somebody signs out in one', () => {
    const [here, there] = [hintsWith(), hintsWith()];
    const session = new Session(async () => ANSWER, here);
    session.open(ANSWER);
    const other = new Session(async () => ANSWER, there);
    other.open(ANSWER);
    session.close('left');
    other.hear(here.getItem(HINT));
    expect(other.state()).toEqual({ status: 'signed-out', cause: 'left' });
    expect(other.token).toBeNull();
  });

  it('does not end when another tab has lapsed, and is in again when one is', async () => {
    const refresh = jest.fn(async () => ANSWER);
    const session = new Session(refresh, hintsWith());
    session.open(ANSWER);
    session.hear('');
    expect(session.state().status).toBe('signed-in');
    refresh.mockImplementationOnce(async () => null as never);
    await session.refresh();
    session.hear('m1');
    await session.refresh();
    expect(session.state()).toEqual({ status: 'signed-in', member: ANSWER.member, isLapsed: false });
  });

  it('knows a little before that its token will be refused', () => {
    let now = 0;
    const session = new Session(
      async () => ANSWER,
      hintsWith(),
      () => now,
    );
    session.open(ANSWER);
    expect(session.isStale).toBe(false);
    now = 590_000;
    expect(session.isStale).toBe(true);
  });

  it('signs nobody out when the network is lost', async () => {
    const session = new Session(async () => Promise.reject(new TypeError('network')), hintsWith());
    session.open(ANSWER);
    await expect(session.refresh()).rejects.toThrow('network');
    expect(session.state().status).toBe('signed-in');
  });

  it('keeps the token out of storage', () => {
    const hints = hintsWith();
    new Session(async () => ANSWER, hints).open(ANSWER);
    expect(JSON.stringify([...hints.kept])).not.toContain('token-1');
  });

  it('tells its listeners until they leave', () => {
    const session = new Session(async () => ANSWER, hintsWith());
    const listener = jest.fn();
    const leave = session.subscribe(listener);
    session.open(ANSWER);
    leave();
    session.close('left');
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
