import { readLateBounce } from './delivery-status.js';
import { aNotification } from '../testing/notifications.js';

const LETTER = '0b2f8e10-7d3c-4b6e-9a58-0c2d4f6a8b90';
const read = (source: string) => readLateBounce(Buffer.from(source), 'example.test');

describe('a delivery status notification', () => {
  it.each([
    ['5.1.1', 'mailbox-unknown'],
    ['5.2.2', 'mailbox-full'],
    ['5.7.1', 'blocked'],
    ['5.0.0', 'not-taken'],
  ])('that a mail of ours failed with %s says %s', async (status, reason) => {
    expect(await read(aNotification({ letterId: LETTER, status }))).toEqual({ letterId: LETTER, reason });
  });

  it('is known by the head of the mail alone, too', async () => {
    expect(await read(aNotification({ letterId: LETTER, returned: 'text/rfc822-headers' }))).toMatchObject({ letterId: LETTER });
  });

  it.each([
    ['that it is late only', aNotification({ letterId: LETTER, action: 'delayed', status: '4.4.1' })],
    ['that it arrived', aNotification({ letterId: LETTER, action: 'delivered', status: '2.0.0' })],
    ['of a mail of another house', aNotification({ letterId: LETTER, domain: 'other.test' })],
    ['of a mail whose id is none of ours', aNotification({ letterId: 'newsletter-17' })],
    ['of no mail', aNotification({ letterId: null })],
    ['of another kind', aNotification({ letterId: LETTER }).replace('report-type=delivery-status', 'report-type=disposition-notification')],
    ['in a mail of somebody', `Message-ID: <${LETTER}@example.test>\r\nSubject: hello\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`],
    ['that is broken', 'Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n'],
    ['that is empty', ''],
    [
      'of more parts than are read',
      `${aNotification({ letterId: LETTER }).replace(/--b1--\s*$/, '')}${'--b1\r\n\r\na\r\n'.repeat(1_100)}--b1--\r\n`,
    ],
  ])('%s says nothing', async (_what, source) => {
    expect(await read(source)).toBeNull();
  });
});
