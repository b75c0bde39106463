import { readConfig, SettingError } from './standalone.config.js';

describe('the settings of the house', () => {
  it('are those of one machine when nothing is said', () => {
    expect(readConfig({}, '/repository')).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataFolder: '/repository/.plenum',
      isSampleWanted: true,
      mailFrom: 'Plenum <plenum@example.test>',
      logLevel: 'info',
      trustedProxies: [],
    });
  });

  it('switch to servers of one’s own', () => {
    const given = {
      DATABASE_URL: 'postgres://admin@db.example.test/postgres',
      REDIS_URL: 'rediss://cache.example.test',
      SMTP_URL: 'smtp://mail.example.test',
      PLENUM_DATA: '/var/lib/plenum',
      PLENUM_PORT: '9000',
      PLENUM_SAMPLE: 'none',
    };
    expect(readConfig(given, '/repository')).toMatchObject({
      port: 9000,
      dataFolder: '/var/lib/plenum',
      isSampleWanted: false,
      databaseUrl: given.DATABASE_URL,
      redisUrl: given.REDIS_URL,
      smtpUrl: given.SMTP_URL,
    });
  });

  it.each([
    [{ PLENUM_PORT: 'eighty' }, 'PLENUM_PORT'],
    [{ PLENUM_PORT: '70000' }, 'PLENUM_PORT'],
    [{ PLENUM_SAMPLE: 'yes' }, 'PLENUM_SAMPLE'],
    [{ DATABASE_URL: 'mysql://u:secret@h' }, 'DATABASE_URL'],
    [{ REDIS_URL: 'secret' }, 'REDIS_URL'],
    [{ SMTP_URL: 'http://u:secret@h' }, 'SMTP_URL'],
  ])('name what does not fit, never its value: %j', (given, name) => {
    expect(() => readConfig(given, '/repository')).toThrow(SettingError);
    expect(() => readConfig(given, '/repository')).toThrow(name);
    expect(() => readConfig(given, '/repository')).not.toThrow(/secret|eighty/);
  });
});
