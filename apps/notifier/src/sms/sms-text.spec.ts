import fc from 'fast-check';
import { smsTextOf } from './sms-text.js';

const HEAD = { publicUrl: 'https://congress.example.test', timeZone: 'Asia/Shanghai' };
const seconded = (subject: string) =>
  ({ code: 'proposals.proposal-to-handle', params: { subject, docketNo: '', dueAt: '' }, link: '/proposals/7' }) as const;
const MEASURE = { signature: '某某学校', charactersMax: 134 };

describe('a message by SMS', () => {
  it('says what it is about and where it is read, after its signature', () => {
    const text = smsTextOf([seconded('食堂风扇')], 'zh-CN', HEAD, MEASURE);
    expect(text).toMatch(/^【某某学校】.*食堂风扇.* https:\/\/congress\.example\.test\/proposals\/7$/);
  });

  it('counts several, says the first, and leads to the inbox', () => {
    const text = smsTextOf([seconded('食堂风扇'), seconded('操场')], 'zh-CN', HEAD, MEASURE);
    expect(text).toMatch(/^【某某学校】2 条新消息：.*食堂风扇.* https:\/\/congress\.example\.test\/inbox$/);
  });

  it('leads to the inbox where the address of the matter leaves no room for what it is', () => {
    const far = { ...seconded('食堂风扇'), link: `/proposals/${'x'.repeat(60)}` };
    expect(smsTextOf([far], 'en', HEAD, { signature: null, charactersMax: 70 })).toMatch(/ https:\/\/congress\.example\.test\/inbox$/);
  });

  it('says nothing of what is confidential', () => {
    expect(smsTextOf([seconded('')], 'zh-CN', HEAD, MEASURE)).not.toContain('undefined');
  });

  it('is never longer than it may be, never cuts its address, and leaves no half of a character', () => {
    const subjects = fc.string({ unit: 'grapheme', maxLength: 300 });
    const measures = fc.record({
      signature: fc.option(fc.constant('某某学校')),
      charactersMax: fc.integer({ min: 70, max: 500 }),
    });
    fc.assert(
      fc.property(subjects, measures, fc.integer({ min: 1, max: 3 }), (subject, measure, count) => {
        const [first, ...others] = Array.from({ length: count }, () => seconded(subject));
        const text = smsTextOf([first ?? seconded(subject), ...others], 'zh-CN', HEAD, measure);
        expect(text.length).toBeLessThanOrEqual(measure.charactersMax);
        expect(text).toMatch(/ https:\/\/congress\.example\.test\/(inbox|proposals\/7)$/);
        expect(text).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
