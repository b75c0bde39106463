import { digest, trialText } from './digest.js';

const HEAD = { publicUrl: 'https://congress.example.test', timeZone: 'Asia/Shanghai' };
const opened = { code: 'congress.session-opened', params: { session: '第二次会议' }, link: '/' } as const;
const call = {
  code: 'proposals.call-opened',
  params: { session: '第二次会议', closesAt: '2026-03-31T15:59:59.999Z' },
  link: '/proposals/new',
} as const;

describe('a post to a group', () => {
  it('tells all that is due in one, in order, with the pages of the house', () => {
    expect(digest([opened, call], 'zh-CN', HEAD, 2_048)).toEqual({
      text: expect.stringMatching(
        /^【教代会】\n\n第二次会议.*\nhttps:\/\/congress\.example\.test\/\n\n.*2026年3月31日 24:00.*\nhttps:\/\/congress\.example\.test\/proposals\/new$/,
      ),
      taken: 2,
    });
  });

  it('tells as many as fit, and leaves the rest to the next', () => {
    const all = digest(Array(40).fill(call), 'zh-CN', HEAD, 2_048);
    expect(all.taken).toBeGreaterThan(5);
    expect(all.taken).toBeLessThan(40);
    expect(Buffer.byteLength(all.text)).toBeLessThanOrEqual(2_048);
    expect(digest([call, opened], 'zh-CN', HEAD, 10).taken).toBe(1);
  });

  it('cuts what somebody wrote at length, and makes a link of nothing in it', () => {
    const off = {
      code: 'ballot.ballot-called-off',
      params: { title: 'T', kind: 'election', reason: `http://evil.example ${'长'.repeat(2_000)}` },
    } as const;
    const { text } = digest([{ ...off, link: '/ballots/1' }], 'en', HEAD, 2_048);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048);
    expect(text.match(/https?:\/\/\S+/g)).toEqual(['https://congress.example.test/ballots/1']);
    expect(text).toContain('…');
  });

  it('begins with the word that a robot may ask for, a trial too', () => {
    expect(trialText('zh-CN')).toMatch(/^【教代会】/);
    expect(trialText('en')).toMatch(/^\[Staff congress\]/);
  });
});
