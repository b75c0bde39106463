import { mailboxKey } from './bounce-mailbox.js';

describe('a mailbox of bounces', () => {
  it('is known by its user, host and folder, and holds no password', () => {
    const keys = [
      'imaps://plenum:secret@imap.example.test',
      'imaps://other:secret@imap.example.test',
      'imaps://plenum:secret@imap.example.test/Bounces',
      'imaps://plenum%40school:secret@imap.example.test/INBOX',
    ].map(mailboxKey);
    expect(keys).toEqual([
      'plenum@imap.example.test/INBOX',
      'other@imap.example.test/INBOX',
      'plenum@imap.example.test/Bounces',
      'plenum@school@imap.example.test/INBOX',
    ]);
  });
});
