import fc from 'fast-check';
import { mailFault, mobileFault, nameFault, staffNoFault, tidyField, tidyMobile } from './member-fields.js';

describe('tidyField', () => {
  it('makes full-width digits and stray spaces plain', () => {
    expect(tidyField('　Ｔ００４２ ')).toBe('T0042');
    expect(tidyField(' 阿卜杜\u00a0\u00a0热合曼 ')).toBe('阿卜杜 热合曼');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => expect(tidyField(tidyField(text))).toBe(tidyField(text))),
    );
  });
});

describe('the fields of a member', () => {
  it.each(['T0042', '2026-001', 'a', '0', 'x'.repeat(32)])('takes staff number %s', (staffNo) => expect(staffNoFault(staffNo)).toBeNull());
  it.each([
    ['', 'required'],
    ['x'.repeat(33), 'too-long'],
    ['工号1', 'form'],
    ['=1+1', 'form'],
    ['-1', 'form'],
    ['a b', 'form'],
  ])('refuses staff number %j: %s', (staffNo, reason) => {
    expect(staffNoFault(staffNo)).toBe(reason);
  });

  it.each(['王小明', '阿卜杜热合曼·买买提', "O'Neill", '𠮷田'])('takes name %s', (name) => expect(nameFault(name)).toBeNull());
  it.each([
    ['', 'required'],
    ['王'.repeat(61), 'too-long'],
    ['王\u200b明', 'form'],
    ['王\u0007', 'form'],
    ['王\u202e明', 'form'],
  ])('refuses name %j: %s', (name, reason) => {
    expect(nameFault(name)).toBe(reason);
  });

  it.each([null, 'wang@school.example', 'a.b+c@x.edu.cn'])('takes mail %s', (mail) => expect(mailFault(mail)).toBeNull());
  it.each([
    ['', 'form'],
    ['wang', 'form'],
    ['wang@', 'form'],
    ['wang@school', 'form'],
    ['a b@school.example', 'form'],
    ['a@b.cn,c@d.cn', 'form'],
    ['<a@b.cn>', 'form'],
    [`${'a'.repeat(60)}@${'b.'.repeat(120)}cn`, 'too-long'],
  ])('refuses mail %j: %s', (mail, reason) => expect(mailFault(mail)).toBe(reason));

  it.each([
    ['13800138000', '+8613800138000'],
    [' 138 0013-8000 ', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['(+86) 13800138000', '+8613800138000'],
    ['008613800138000', '+8613800138000'],
    ['8613800138000', '+8613800138000'],
    ['+44 7700 900123', '+447700900123'],
  ])('keeps mobile number %j as %s', (typed, kept) => {
    expect(tidyMobile(typed)).toBe(kept);
    expect(mobileFault(kept)).toBeNull();
    expect(tidyMobile(kept)).toBe(kept);
  });

  it.each([
    '',
    '138',
    '1380013800',
    '23800138000',
    '12800138000',
    '+8612800138000',
    '02885555555',
    '+0123456789',
    'abc',
    '+861380013800000',
  ])('refuses mobile number %j', (typed) => expect(mobileFault(tidyMobile(typed))).toBe('form'));
});
