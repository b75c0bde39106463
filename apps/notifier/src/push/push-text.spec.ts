import { pushTextOf } from './push-text.js';

const HEAD = { publicUrl: 'https://congress.example.test', timeZone: 'Asia/Shanghai' };

describe('what a device shows', () => {
  it('is the subject and a sentence, in the reader’s language, and leads to a page of the house', () => {
    const replied = {
      code: 'proposals.reply-due-soon',
      params: { subject: 'More bicycle stands', docketNo: '12', unit: 'Logistics', dueAt: '2026-03-31T15:59:59.999Z' },
      link: '/unit/1',
    } as const;
    expect(pushTextOf([replied], 'en', 'of-the-letter', HEAD)).toEqual({
      title: expect.stringContaining('More bicycle stands'),
      body: expect.stringContaining('Mar 31, 2026 24:00'),
      link: '/unit/1',
      tag: 'of-the-letter',
      lang: 'en',
    });
  });

  it('is the number of several and the first of them, and leads to the inbox', () => {
    const opened = { code: 'congress.session-opened', params: { session: 'Session 2' }, link: '/' } as const;
    expect(pushTextOf([opened, opened, opened], 'en', 't', HEAD)).toMatchObject({
      title: expect.stringMatching(/^3 messages: /),
      body: 'Session 2 has opened.',
      link: '/inbox',
    });
  });

  it('says nothing of a confidential matter, and no more than a device takes', () => {
    const withdrawn = {
      code: 'proposals.proposal-withdrawn',
      params: { subject: '', proposer: '', docketNo: '', reason: '长'.repeat(2_000) },
      link: null,
    } as const;
    const { title, body, link } = pushTextOf([withdrawn], 'zh-CN', 't', HEAD);
    expect(title).toContain('（保密提案）');
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(900);
    expect(body.endsWith('…')).toBe(true);
    expect(link).toBe('/inbox');
  });
});
