import { lateFrom } from './late-from.js';

const at = (time: string) => new Date(`2027-03-20T${time}:00+08:00`);

describe('coming late', () => {
  it('begins with the announced beginning where people could sign in before it', () => {
    expect(lateFrom({ opensAt: at('09:00'), openedAt: at('08:10') })).toEqual(at('09:00'));
    expect(lateFrom({ opensAt: at('09:00'), openedAt: at('09:00') })).toEqual(at('09:00'));
  });

  it('begins half an hour after a desk that opened late', () => {
    expect(lateFrom({ opensAt: at('09:00'), openedAt: at('09:20') })).toEqual(at('09:50'));
  });

  it('does not begin before the desk opens', () => {
    expect(lateFrom({ opensAt: at('09:00'), openedAt: null })).toBeNull();
  });
});
