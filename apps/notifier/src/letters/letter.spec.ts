import { LOCALES, NOTICES, type Locale, type NoticeCode } from '@plenum/contracts';
import { ENGLISH } from '../messages/en.js';
import { CHINESE } from '../messages/zh-cn.js';
import { composeLetter, filled } from './letter.js';

const HEAD = { publicUrl: 'https://congress.example.test', timeZone: 'Asia/Shanghai' };
const CODES = Object.keys(NOTICES) as NoticeCode[];
const compose = (code: NoticeCode, params: Record<string, string | number>, locale: Locale = 'en', link: string | null = '/proposals/1') =>
  composeLetter([{ code, params, link }], { name: '王甲子', locale }, HEAD);

describe('a letter', () => {
  it('speaks its reader’s language and leads to what it is about', () => {
    const params = { subject: '更换饮水机', docketNo: '2026-07', unit: '总务处', feedbackDueOn: '2026-04-30' };
    expect(compose('proposals.proposal-replied', params, 'zh-CN')).toEqual({
      subject: '总务处 答复了《更换饮水机》',
      text:
        '王甲子，您好：\n\n总务处 已答复 2026-07 号提案《更换饮水机》。请领衔提案人于 2026年4月30日 24:00 前评价。\n\n' +
        '请点击查看：\nhttps://congress.example.test/proposals/1\n\n-- \n此邮件由系统自动发出，请勿回复。如何通知您，可在“消息”页面的“通知设置”中选择。\n',
    });
    expect(compose('proposals.proposal-replied', params).text).toContain(
      'Dear 王甲子,\n\n总务处 replied to the proposal 2026-07 “更换饮水机”. The lead proposer is asked to rate the reply by Apr 30, 2026 24:00.',
    );
  });

  it('says several in their order, each with where it is read, under one subject of one line', () => {
    const notices = [
      { code: 'proposals.proposal-submitted', params: { subject: 'Fans\nand more' }, link: '/proposals/1' },
      { code: 'congress.session-opened', params: { session: 'Session 2' }, link: null },
      { code: 'proposals.proposal-seconded', params: { subject: 'Fans', seconder: '王乙丑', seconders: 3 }, link: '/proposals/2' },
    ] as const;
    expect(composeLetter(notices, { name: '王甲子', locale: 'en' }, HEAD)).toEqual({
      subject: '3 messages: “Fans and more” has been submitted, …',
      text:
        'Dear 王甲子,\n\nyou have 3 messages:\n\n1. The proposal “Fans and more”, which you signed, has been submitted and awaits its review.\n' +
        'https://congress.example.test/proposals/1\n\n2. Session 2 has opened.\n\n' +
        '3. 王乙丑 seconded your proposal “Fans”; it now has 3 seconder(s).\nhttps://congress.example.test/proposals/2\n\n' +
        `-- \n${ENGLISH.footer}\n`,
    });
    const { subject, text } = composeLetter(notices, { name: '王甲子', locale: 'zh-CN' }, HEAD);
    expect(subject).toBe('3 条消息：《Fans and more》已提交，等');
    expect(text).toContain('王甲子，您好：\n\n您有 3 条消息：\n\n1. 您提出或附议的提案《Fans and more》已提交，等待审查。\n');
  });

  it('says what was gathered under the names of its kinds, one alone too', () => {
    const notices = [
      { code: 'congress.session-opened', params: { session: 'Session 2' }, link: null },
      { code: 'proposals.proposal-closed', params: { subject: '', docketNo: '7' }, link: '/proposals/1' },
      { code: 'proposals.proposal-seconded', params: { subject: 'Fans', seconder: '王乙丑', seconders: 3 }, link: '/proposals/2' },
    ] as const;
    const { subject, text } = composeLetter(notices, { name: '王甲子', locale: 'zh-CN' }, HEAD, 'weekly');
    expect(subject).toBe('每周汇总：3 条消息');
    expect(text).toContain(
      '本周汇总，共 3 条消息：\n\n【提案与意见的进展】\n\n1. 7 号提案《（保密提案）》已办结。\nhttps://congress.example.test/proposals/1\n\n' +
        '2. 王乙丑 附议了您的提案《Fans》，现有 3 人附议。\nhttps://congress.example.test/proposals/2\n\n【会议与征集】\n\n3. Session 2 已经开幕。\n\n-- \n',
    );
    expect(composeLetter([notices[0]], { name: 'A', locale: 'en' }, HEAD, 'daily')).toEqual({
      subject: 'Your day: 1 message(s)',
      text: `Dear A,\n\nwhat was gathered today, 1 message(s):\n\n* Sessions and calls *\n\n1. Session 2 has opened.\n\n-- \n${ENGLISH.footer}\n`,
    });
  });

  it('leaves out what does not apply', () => {
    const { text } = compose('proposals.proposal-reviewed', { subject: 'Fans', docketNo: '', outcome: 'NOT_FILED', reason: '' });
    expect(text).toContain('The proposal “Fans” was reviewed: not filed.\n');
  });

  it('has a matter handled again in the name of the committee, and blames nobody', () => {
    const params = { subject: 'Fans', docketNo: '7', unit: 'Logistics', dueOn: '2026-07-30' };
    const told = (['proposals.proposal-to-handle-again', 'proposals.proposal-reopened'] as const).flatMap((code) =>
      LOCALES.map((locale) => compose(code, params, locale).text),
    );
    expect(told[0]).toContain('提案工作委员会请贵部门重新办理 7 号提案《Fans》，于 2026年7月30日 24:00 前再次答复。');
    expect(told[1]).toContain(
      'The proposals committee asks you to handle the proposal 7 “Fans” again, and to reply by Jul 30, 2026 24:00.',
    );
    expect(told.filter((text) => /满意|提案人|proposer|satisf|rat(?:ed|ing)/i.test(text))).toEqual([]);
  });

  it('words a deadline once, in the time of the house, however it is given', () => {
    const reminder = (dueAt: string) =>
      compose('proposals.reply-overdue', { subject: 'Fans', docketNo: '7', unit: 'Logistics', dueAt }).text;
    expect(reminder('2026-03-31T15:59:59.999Z')).toContain('was due on Mar 31, 2026 24:00 and');
    expect(compose('proposals.proposal-to-handle', { subject: 'Fans', docketNo: '7', dueOn: '2026-03-31' }).text).toContain(
      'reply by Mar 31, 2026 24:00.',
    );
    expect(reminder('2026-03-31T09:00:00.000Z')).toContain('was due on Mar 31, 2026 17:00 and');
  });

  it.each([
    ['see https://evil.example/vote?x=1 now', 'see (address left out) now'],
    ['see HTTPS://evil.example', 'see (address left out)'],
    ['javascript://x', '(address left out)'],
    ['www.evil.example/vote', '(address left out)'],
    ['evil.example/vote', 'evil. example/vote'],
    ['evil。example', 'evil. example'],
    ['mail me@evil.example', 'mail me@evil. example'],
    ['first\nsecond\u2028third\u0085fourth', 'first second third fourth'],
    ['食堂排队。开放二楼。', '食堂排队。开放二楼。'],
    ['version 2.5 of 3.1', 'version 2.5 of 3.1'],
  ])('leads nowhere but to the house, whatever somebody wrote: %j', (subject, read) => {
    const letter = compose('proposals.seconder-invited', { subject, proposer: subject });
    expect(letter.subject).toBe(`Please second “${read}”`);
    expect(letter.text).toContain(`\n\n${read} asks you to second the proposal “${read}”.`);
    expect(letter.text.match(/https?:\/\/\S+/g)).toEqual(['https://congress.example.test/proposals/1']);
  });

  it('puts the subject on one line, whatever somebody wrote into theirs', () => {
    expect(compose('proposals.proposal-submitted', { subject: 'Fans\r\nBcc: all@example.test' }).subject).toBe(
      '“Fans Bcc: all@example. test” has been submitted',
    );
  });

  it('takes what people wrote as it is, never as a template', () => {
    expect(compose('proposals.proposal-submitted', { subject: 'poll' }, 'zh-CN').subject).toBe('《poll》已提交');
    expect(filled('{subject}[ by {proposer}]', { subject: '{proposer} [x]', proposer: 'A' })).toBe('{proposer} [x] by A');
  });

  it.each(LOCALES)('uses in %s only facts that the notice has, and leaves no gap when all are given', (locale) => {
    const messages = locale === 'en' ? ENGLISH : CHINESE;
    for (const code of CODES) {
      const { subject, text } = messages.notices[code];
      const used = [...`${subject}${text}`.matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact);
      expect([code, used.filter((fact) => !(NOTICES[code] as readonly string[]).includes(fact as string))]).toEqual([code, []]);
      const letter = compose(
        code,
        Object.fromEntries(NOTICES[code].map((fact) => [fact, /(At|On)$/.test(fact) ? '2026-04-30' : `<${fact}>`])),
        locale,
      );
      expect(`${letter.subject}${letter.text}`).not.toMatch(/[{}[\]]/);
    }
  });
});
