import { MaxLength, ServiceConfig } from '@plenum/service-kit';
import { Transform, Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, IsTimeZone, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';

/** As its queue, its paths and its variables of the environment call it. */
export const SERVICE = 'notifier';

const listIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** What the notifier is told by its environment, as `NOTIFIER_*`. */
export class NotifierConfig extends ServiceConfig {
  /** The mail server, with its sign-in where it wants one: `smtp://user:password@host:587`. */
  @IsUrl({ protocols: ['smtp', 'smtps'], require_protocol: true, require_tld: false })
  smtpUrl!: string;

  /** How many mails are given to the mail server at a time, each on a connection of its own that is kept: as many as it allows. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  mailConnections: number = 10;

  /**
   * The mailbox into which mail servers write what they could not deliver, with its sign-in and its folder where that is not the inbox:
   * `imaps://user:password@host/Bounces`. Without one, mails that bounce after they were taken are not known of.
   */
  @IsOptional()
  @IsUrl({ protocols: ['imap', 'imaps'], require_protocol: true, require_tld: false })
  imapUrl?: string;

  /** The sender that people see: an address, or a name and an address in angle brackets. */
  @IsString()
  @MinLength(3)
  @MaxLength(200)
  mailFrom!: string;

  /** Where people reach the web client: the links in mails begin with it. */
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  publicUrl!: string;

  /** The time zone in which mails state instants. */
  @IsTimeZone()
  timeZone: string = 'Asia/Shanghai';

  /** For how many seconds a notice that can wait does so for others, to go out in one letter with them. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3_600)
  letterWindowS: number = 60;

  /**
   * For trials alone: where posts to groups go instead of to the providers' own hosts, e.g. `http://127.0.0.1:8080`. Addresses of robots
   * are held to the providers' hosts all the same.
   */
  @IsOptional()
  @IsUrl({ protocols: ['http'], require_protocol: true, require_tld: false })
  robotTrialOrigin?: string;

  /**
   * How long robots, push services and providers of messages are waited for at most, in milliseconds. A message may ask four times, its
   * token twice: all of it has to end within the claim of a letter.
   */
  @Type(() => Number)
  @IsInt()
  @Min(100)
  @Max(14_000)
  answerWithinMs: number = 10_000;

  /**
   * The key by which push services know this house (VAPID, RFC 8292): ECDSA on P-256, as PEM (PKCS 8). Without it nobody is told by Web
   * Push; with another one every device has to be set anew.
   */
  @IsOptional()
  @Matches(/^-----BEGIN PRIVATE KEY-----/)
  pushKey?: string;

  /**
   * For trials alone: where pushes go instead of to the services of the browsers' makers, e.g. `http://127.0.0.1:8080`. Addresses of
   * devices are held to public hosts all the same.
   */
  @IsOptional()
  @IsUrl({ protocols: ['http'], require_protocol: true, require_tld: false })
  pushTrialOrigin?: string;

  /**
   * Gateways of SMS that stand in the house's own network, by their origins with commas between, e.g. `http://sms.school.lan:8080`. All
   * others are asked by https at public addresses alone.
   */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? listIn(value) : value))
  @IsArray()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false }, { each: true })
  smsOwnOrigins: string[] = [];

  /** How many messages by SMS one person is sent within 24 hours at most; the rest is found in the inbox and in the mails. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  smsPerDayMax: number = 10;

  /** Whoever runs the house looks into the queues with it; without it there is no such page. */
  @IsOptional()
  @MinLength(16)
  operatorToken?: string;
}
