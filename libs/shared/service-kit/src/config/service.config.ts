import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** What every service is told by its environment; a service's own class extends it. */
export class ServiceConfig {
  /** The service's own database, as its own role. */
  @Matches(/^postgres(ql)?:\/\//)
  databaseUrl!: string;

  /** The same database as the role that owns its tables: for `migrate` alone, a service that runs is not told it. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//)
  migrationDatabaseUrl?: string;

  @Matches(/^rediss?:\/\//)
  redisUrl!: string;

  /** The key that signs the events of this service: Ed25519, as PEM (PKCS 8). */
  @Matches(/^-----BEGIN PRIVATE KEY-----/)
  eventSigningKey!: string;

  /**
   * The public keys of all services' events: `service:key` with spaces or commas between, each key as base64 of its DER (SPKI); two of one
   * service while one takes over.
   */
  @Matches(/^[a-z][\w-]*:[A-Za-z0-9+/]+={0,2}/)
  eventPublicKeys!: string;

  /** Where the public keys of access tokens are published (RFC 7517). */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  jwksUrl!: string;

  /** The port to listen on; 0 takes a free one. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  port: number = 0;

  /** The address to listen on. */
  @IsString()
  host: string = '127.0.0.1';

  /**
   * Whose word about the address of a caller is believed: addresses, networks, `loopback`, `linklocal` or `uniquelocal`, with commas
   * between.
   */
  @Matches(/^[\w.:/]+(\s*,\s*[\w.:/]+)*$/)
  trustedProxies: string = 'loopback';

  /** Connections to PostgreSQL at most. */
  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(200)
  databaseConnectionsMax: number = 20;

  /** Requests a minute, per sign-in or per address where nobody is signed in. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  requestsPerMinuteMax: number = 1200;

  @IsOptional()
  @IsIn(LOG_LEVELS)
  logLevel: (typeof LOG_LEVELS)[number] = 'info';
}
