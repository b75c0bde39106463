/** What a mail server writes about a mail that it could not deliver (RFC 3464, 6.3), as these servers do it. */
export function aNotification({
  letterId,
  status = '5.1.1',
  action = 'failed',
  domain = 'example.test',
  returned = 'message/rfc822',
}: {
  readonly letterId: string | null;
  readonly status?: string;
  readonly action?: string;
  readonly domain?: string;
  readonly returned?: 'message/rfc822' | 'text/rfc822-headers';
}): string {
  return [
    'From: MAILER-DAEMON@mx.test',
    'To: plenum@example.test',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <4c1a@mx.test>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I could not deliver it to somebody@mx.test.',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.test',
    '',
    'Final-Recipient: rfc822; somebody@mx.test',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 somebody@mx.test is not here',
    '',
    '--b1',
    `Content-Type: ${returned}`,
    '',
    'From: plenum@example.test',
    'To: somebody@mx.test',
    'Subject: s',
    ...(letterId === null ? [] : [`Message-ID: <${letterId}@${domain}>`]),
    '',
    ...(returned === 'message/rfc822' ? ['t', ''] : []),
    '--b1--',
    '',
  ].join('\r\n');
}
