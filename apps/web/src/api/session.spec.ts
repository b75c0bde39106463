import { Session, type SignedIn } from './session.js';

const ANSWER: SignedIn = { accessToken: 'token-1', expiresInS: 600, member: { id: 'm1', name: 'Lin', organisationId: 'o1' } };

/** Hints as `localStorage` keeps them. */
function hintsWith(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  return { kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
}

describe('the session of a tab', () => {
  it('asks the server only when this browser was signed in before', async () => {
    const door = jest.fn(async () => ANSWER);
    const newcomer = new Session(door, hintsWith());
    await newcomer.start();
    expect(newcomer.state()).toEqual({ status: 'signed-out', cause: 'never-in' });
    expect(door).not.toHaveBeenCalled();

    const known = new Session(door, hintsWith({ 'plenum.signed-in': '1' }));
    await known.start();
    expect(known.state()).toEqual({ status: 'signed-in', member: ANSWER.member });
    expect(known.token).toBe('token-1');
  });

  it('refreshes once for however many requests ask', async () => {
    const door = jest.fn(async () => ({ ...ANSWER, accessToken: 'token-2' }));
    const session = new Session(door, hintsWith());
    session.open(ANSWER);
    expect(await Promise.all([session.refresh(), session.refresh(), session.refresh()])).toEqual([true, true, true]);
    expect(door).toHaveBeenCalledTimes(1);
    expect(session.token).toBe('token-2');
    await session.refresh();
    expect(door).toHaveBeenCalledTimes(2);
  });

  it('is closed as expired when the refresh is refused', async () => {
    const hints = hintsWith();
    const session = new Session(async () => null, hints);
    session.open(ANSWER);
    expect(await session.refresh()).toBe(false);
    expect(session.state()).toEqual({ status: 'signed-out', cause: 'expired' });
    expect(session.token).toBeNull();
    expect(hints.kept.size).toBe(0);
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
