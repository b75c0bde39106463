import { troubleFrom } from './local-server-error.js';

describe('a server that did not start', () => {
  it.each([
    ['initdb: error: could not write to file: No space left on device', 'disk-full'],
    ['Error: ENOSPC: no space left on device, write', 'disk-full'],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port-taken'],
    ["Error: EACCES: permission denied, mkdir './plenum'", 'not-permitted'],
    ['FATAL:  database files are incompatible with server', 'failed'],
  ])('%s -> %s', (said, trouble) => {
    expect(troubleFrom(said, 'PostgreSQL', './plenum').trouble).toBe(trouble);
  });

  it('is told in one line, with the last word of its log', () => {
    const { message } = troubleFrom('LOG:  starting\nFATAL:  data directory has wrong ownership\n', 'PostgreSQL', './plenum');
    expect(message.split('\n')).toHaveLength(1);
    expect(message).toContain('data directory has wrong ownership');
  });
});
