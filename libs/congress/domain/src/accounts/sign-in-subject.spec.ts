import fc from 'fast-check';
import { signInSubject, staffNoKey } from './sign-in-subject.js';

describe('who somebody says they are', () => {
  it.each(['T0012', 't0012', 'Ｔ００１２', ' ｔ0012 '])('reads %j as T0012', (typed) => {
    expect(staffNoKey(typed)).toBe('T0012');
  });

  it('reads the code of an organisation in either case and width', () => {
    expect(signInSubject({ organisation: ' ＤＥＭＯ ', staffNo: 't１' })).toEqual({ organisation: 'demo', staffNo: 'T1' });
  });

  it('reads what it has read as it stands', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(staffNoKey(staffNoKey(text))).toBe(staffNoKey(text))));
  });
});
