import type { Attendee } from './session-requests.js';
import { type DeskSignInApi, signTyped } from './desk-sign-in.js';

const attendee = (staffNo: string, standing: Attendee['standing']) =>
  ({ memberId: `m-${staffNo}`, staffNo, name: '王', standing }) as Attendee;

function desk(...people: Attendee[]): DeskSignInApi & { readonly done: string[] } {
  const done: string[] = [];
  return {
    done,
    find: (typed) => Promise.resolve(people.filter(({ staffNo, name }) => staffNo === typed || name === typed)),
    signIn: async (memberId) => done.push(`in ${memberId}`),
    signOut: async (memberId) => done.push(`out ${memberId}`),
  };
}

describe('the sign-in desk', () => {
  it('signs in who comes, and who comes back', async () => {
    const api = desk(attendee('1', 'EXPECTED'), attendee('2', 'LEFT'));
    expect((await signTyped(api, 'in', '1')).outcome).toBe('in');
    expect((await signTyped(api, 'in', '2')).outcome).toBe('in');
    expect(api.done).toEqual(['in m-1', 'in m-2']);
  });

  it('says of who is there that they are, and does nothing', async () => {
    const api = desk(attendee('1', 'HERE'));
    expect(await signTyped(api, 'in', '1')).toMatchObject({ outcome: 'already-in', person: { staffNo: '1' } });
    expect(api.done).toEqual([]);
  });

  it('signs out who goes, and nobody who is not there', async () => {
    const api = desk(attendee('1', 'HERE'), attendee('2', 'EXPECTED'), attendee('3', 'LEFT'));
    const outcomes = [];
    for (const typed of ['1', '2', '3']) outcomes.push((await signTyped(api, 'out', typed)).outcome);
    expect(outcomes).toEqual(['out', 'already-out', 'already-out']);
    expect(api.done).toEqual(['out m-1']);
  });

  it('does nothing for a number that nobody has, and signs in nobody by guess', async () => {
    const api = desk(attendee('1', 'EXPECTED'), attendee('2', 'EXPECTED'));
    expect((await signTyped(api, 'in', '9')).outcome).toBe('unknown');
    expect(await signTyped(api, 'in', '王')).toMatchObject({ outcome: 'several', several: [{ staffNo: '1' }, { staffNo: '2' }] });
    expect(api.done).toEqual([]);
  });
});
