import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MinLength } from 'class-validator';
import { ConfigError, fieldsOf, loadConfig, variableName } from './load-config.js';
import { ServiceConfig } from './service.config.js';

class BallotConfig extends ServiceConfig {
  @MinLength(32)
  operatorToken!: string;
}

const ENV = {
  BALLOT_DATABASE_URL: 'postgres://ballot@127.0.0.1/plenum_ballot',
  BALLOT_REDIS_URL: 'redis://127.0.0.1',
  BALLOT_EVENT_SIGNING_KEY: '-----BEGIN PRIVATE KEY-----\nnot one\n-----END PRIVATE KEY-----',
  BALLOT_EVENT_PUBLIC_KEYS: 'congress:bm90IG9uZQ== ballot:bm90IG9uZQ==',
  BALLOT_JWKS_URL: 'http://127.0.0.1:4000/api/congress/.well-known/jwks.json',
  BALLOT_OPERATOR_TOKEN: 'a-token-that-is-long-enough-for-the-rule',
};

describe('loadConfig', () => {
  it('reads, converts and defaults', () => {
    const config = loadConfig(BallotConfig, 'ballot', { ...ENV, BALLOT_PORT: '4002' });
    expect(config).toMatchObject({ port: 4002, logLevel: 'info', databaseConnectionsMax: 20, databaseUrl: ENV.BALLOT_DATABASE_URL });
  });

  it('reads a secret from the file that *_FILE names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plenum-config-'));
    try {
      const file = join(folder, 'token');
      writeFileSync(file, `${'s'.repeat(40)}\n`);
      expect(loadConfig(BallotConfig, 'ballot', { ...ENV, BALLOT_OPERATOR_TOKEN_FILE: file }).operatorToken).toBe('s'.repeat(40));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('names every variable that does not fit, and shows no value', () => {
    const attempt = () => loadConfig(BallotConfig, 'ballot', { ...ENV, BALLOT_OPERATOR_TOKEN: 'short-secret', BALLOT_PORT: 'eighty' });
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(/BALLOT_OPERATOR_TOKEN \(minLength\)/);
    expect(attempt).toThrow(/BALLOT_PORT/);
    expect(attempt).not.toThrow(/short-secret|eighty/);
  });

  it('says when a secret file cannot be read', () => {
    expect(() => loadConfig(BallotConfig, 'ballot', { ...ENV, BALLOT_OPERATOR_TOKEN_FILE: '/nowhere/token' })).toThrow(
      /BALLOT_OPERATOR_TOKEN_FILE/,
    );
  });

  it('knows the fields of a class and their variables', () => {
    expect(fieldsOf(BallotConfig)).toEqual(expect.arrayContaining(['databaseUrl', 'redisUrl', 'jwksUrl', 'operatorToken']));
    expect(variableName('ballot', 'databaseUrl')).toBe('BALLOT_DATABASE_URL');
  });
});
