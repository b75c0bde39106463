import { BOUNCE_REASONS, type BounceReason, type MailDelay } from '@plenum/contracts';
import { meaningOf, reasonOfCode } from './smtp-answer.js';

const toRecipient = (answer: string) => meaningOf({ status: Number(answer.slice(0, 3)), to: 'recipient', said: answer });

describe('what a mail server answers', () => {
  it.each([
    ['550 5.1.1 <a@example.test>: Recipient address rejected: User unknown', 'mailbox-unknown'],
    ['550 5.1.1 No such user in the corporate directory, unlimited', 'mailbox-unknown'],
    ['550 User not found: a@163.example', 'mailbox-unknown'],
    ['550 Invalid User', 'mailbox-unknown'],
    ['550 Mailbox not found', 'mailbox-unknown'],
    ['550 Requested action not taken: mailbox unavailable', 'mailbox-unknown'],
    ['550 5.4.1 Recipient address rejected: Access denied', 'mailbox-unknown'],
    ['550 收件人不存在', 'mailbox-unknown'],
    ['552 5.2.2 The mailbox is over quota', 'mailbox-full'],
    ['552 Requested mail action aborted: exceeded storage allocation', 'mailbox-full'],
    ['550 The account is full', 'mailbox-full'],
    ['550 5.2.1 The account is disabled', 'mailbox-off'],
    ['550 User suspended', 'mailbox-off'],
    ['550 5.1.2 Bad destination system', 'domain-unknown'],
    ['556 5.1.10 Recipient address has null MX', 'domain-unknown'],
    ['550 5.4.4 Unable to route', 'domain-unknown'],
    ['550 Domain not found', 'domain-unknown'],
    ['553 5.1.3 The address is not a valid one', 'address-malformed'],
    ['554 5.7.1 Message rejected as spam', 'blocked'],
    ['554 DT:SPM 163 smtp', 'blocked'],
    ['550 Mail content denied', 'blocked'],
    ['550 5.7.26 This mail is unauthenticated', 'blocked'],
    ['552 5.3.4 Message size exceeds fixed limit', 'too-large'],
    ['552 message size exceeds the maximum', 'too-large'],
    ['550 a@example.test is not welcome', 'not-taken'],
  ] as const satisfies readonly (readonly [string, BounceReason])[])('%s is final: %s', (answer, reason) => {
    expect(toRecipient(answer)).toEqual({ outcome: 'refused', reason });
  });

  it.each([
    ['550 5.7.1 Too many messages from this sender', 'too-frequent'],
    ['550 5.4.5 Daily user sending quota exceeded', 'too-frequent'],
    ['550 Ip frequency limited', 'too-frequent'],
    ['550 5.2.1 The user is receiving mail at a rate that prevents additional messages', 'too-frequent'],
    ['550 5.7.28 Unusual unsolicited mail', 'too-frequent'],
    ['554 发信频率过快', 'too-frequent'],
    ['554 MI:STC 发件人当天内累计邮件数量超过限制', 'too-frequent'],
    ['550 rate limit reached', 'too-frequent'],
    ['451 MI:SFQ too many', 'too-frequent'],
    ['550 Greylisting in effect, please come back later', 'greylisted'],
    ['450 4.2.0 Greylisted', 'greylisted'],
    ['550 Please try again later', 'server-busy'],
    ['550 系统繁忙，请稍后再试', 'server-busy'],
    ['554 4.3.2 System not accepting network messages', 'server-busy'],
    ['451 Try again later', 'server-busy'],
    ['452 4.2.2 Mailbox full', 'mailbox-full'],
    ['421 Service not available', 'server-busy'],
  ] as const satisfies readonly (readonly [string, MailDelay])[])('%s passes: %s', (answer, reason) => {
    expect(toRecipient(answer)).toMatchObject({ outcome: 'trouble', reason });
  });

  it('waits longer for who was too fast than for who is busy', () => {
    expect(toRecipient('550 too many')).toMatchObject({ pauseMs: 30_000 });
    expect(toRecipient('450 greylisted')).toMatchObject({ pauseMs: 60_000 });
    expect(toRecipient('451 Busy')).toEqual({ outcome: 'trouble', reason: 'server-busy' });
  });

  it('is for us to mend where it is not about the recipient or the message', () => {
    expect(meaningOf({ status: 535, to: 'sign-in', said: '535 5.7.8 wrong' })).toEqual({ outcome: 'trouble', reason: 'sign-in-refused' });
    expect(meaningOf({ status: 553, to: 'sender', said: '553 not yours' })).toEqual({ outcome: 'trouble', reason: 'sender-refused' });
    expect(meaningOf({ status: 550, to: 'sender', said: '550 frequency limited' })).toMatchObject({ reason: 'too-frequent' });
    expect(meaningOf({ status: null, to: 'recipient', said: 'ECONNRESET' })).toEqual({ outcome: 'trouble', reason: 'unreachable' });
    expect(meaningOf({ status: 554, to: 'connection', said: '554 no service' })).toEqual({ outcome: 'trouble', reason: 'unreachable' });
  });

  it('of later is known by its code alone', () => {
    const codes = ['5.1.1', '5.2.2', '5.2.1', '5.1.2', '5.1.3', '5.7.26', '5.3.4', '5.0.0'];
    expect(codes.map(reasonOfCode)).toEqual(BOUNCE_REASONS);
  });
});
