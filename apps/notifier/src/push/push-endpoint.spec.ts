import { isPushEndpoint } from './push-endpoint.js';

const INSIDE = [10, 0, 0, 1].join('.');

describe('the address of a device', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/dPq1:APA91bH-x_y',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAAABl',
    'https://web.push.apple.com/QGuQyavXutnMH',
    'https://wns2-par02p.notify.windows.com/w/?token=BQYAAAD%2b',
  ])('is one of a push service: %s', (address) => {
    expect(isPushEndpoint(address)).toBe(true);
  });

  it.each([
    ['plain', 'http://fcm.googleapis.com/fcm/send/x'],
    ['another port', 'https://fcm.googleapis.com:6379/fcm/send/x'],
    ['a sign-in', 'https://user:password@fcm.googleapis.com/x'],
    ['a name before the host', `https://fcm.googleapis.com@${INSIDE}/x`],
    ['an inside address', `https://${INSIDE}/x`],
    ['the machine itself', 'https://127.0.0.1/x'],
    ['the machine itself, as one figure', 'https://2130706433/x'],
    ['the machine itself, in hexadecimal', 'https://0x7f.1/x'],
    ['the machine itself in IPv6', 'https://[::1]/x'],
    ['an inside address behind IPv6', `https://[::ffff:${INSIDE}]/x`],
    ['the place of cloud metadata', 'https://169.254.169.254/latest/meta-data'],
    ['its name', 'https://metadata.google.internal/x'],
    ['localhost', 'https://localhost/x'],
    ['a host of the house', 'https://postgres/x'],
    ['a name of the local network', 'https://printer.local/x'],
    ['a file', 'file:///etc/passwd'],
    ['nothing', ''],
    ['too long', `https://fcm.googleapis.com/${'x'.repeat(1_000)}`],
  ])('is none: %s', (_what, address) => {
    expect(isPushEndpoint(address)).toBe(false);
  });
});
