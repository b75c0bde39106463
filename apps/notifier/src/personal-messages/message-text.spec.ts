import { messageTextOf, messageTrialText } from './message-text.js';

const HEAD = { publicUrl: 'https://congress.example.test', timeZone: 'Asia/Shanghai' };
const opened = { code: 'congress.session-opened', params: { session: '第二次会议' }, link: '/' } as const;
const due = {
  code: 'proposals.reply-due-soon',
  params: { subject: '增设自行车棚', docketNo: '12', unit: '后勤处', dueAt: '2026-03-31T15:59:59.999Z' },
  link: '/unit/1',
} as const;

describe('a message to one person', () => {
  it('tells all that is due at a time in one, in order, with the pages of the house', () => {
    expect(messageTextOf([opened, due], 'zh-CN', HEAD, 2_048)).toMatch(
      /^【教代会】\n\n第二次会议.*\nhttps:\/\/congress\.example\.test\/\n\n.*自行车棚.*\nhttps:\/\/congress\.example\.test\/unit\/1$/s,
    );
  });

  it('counts what does not fit, and leads to the inbox', () => {
    const text = messageTextOf(Array(40).fill(due), 'en', HEAD, 1_600);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_600);
    const shown = text.split('自行车棚').length - 1;
    expect(text).toMatch(new RegExp(`\n\n${40 - shown} more new messages are in your inbox:\nhttps://congress\\.example\\.test/inbox$`));
  });

  it('ends long words at a sentence, and makes a link of nothing in them', () => {
    const withdrawn = {
      code: 'proposals.proposal-withdrawn',
      params: { subject: 'T', proposer: 'P', docketNo: '', reason: `http://evil.example ${'这是一句话。'.repeat(200)}` },
      link: null,
    } as const;
    const text = messageTextOf([withdrawn], 'zh-CN', HEAD, 2_048);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(700);
    expect(text.endsWith('这是一句话。…')).toBe(true);
    expect(text).not.toContain('http');
  });

  it('says nothing of a confidential matter', () => {
    const text = messageTextOf([{ ...due, params: { ...due.params, subject: '' } }], 'zh-CN', HEAD, 2_048);
    expect(text).toContain('（保密提案）');
  });

  it('begins with the same word where it is a trial, and says when by the clock of the house: no two are the same', () => {
    const now = new Date('2026-03-30T16:05:09Z');
    expect(messageTrialText('zh-CN', now, HEAD)).toMatch(/^【教代会】\n\n.*（00:05:09）/);
    expect(messageTrialText('en', now, HEAD)).toMatch(/^\[Staff congress\]\n\n.*\(00:05:09\)/);
  });
});
