import { MaxLength, ServiceConfig } from '@plenum/service-kit';
import { IsOptional, IsString, IsTimeZone, IsUrl, MinLength } from 'class-validator';

/** As its queue, its paths and its variables of the environment call it. */
export const SERVICE = 'notifier';

/** What the notifier is told by its environment, as `NOTIFIER_*`. */
export class NotifierConfig extends ServiceConfig {
  /** The mail server, with its sign-in where it wants one: `smtp://user:password@host:587`. */
  @IsUrl({ protocols: ['smtp', 'smtps'], require_protocol: true, require_tld: false })
  smtpUrl!: string;

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

  /**
   * For trials alone: where posts to groups go instead of to the providers' own hosts, e.g. `http://127.0.0.1:8080`. Addresses of robots
   * are held to the providers' hosts all the same.
   */
  @IsOptional()
  @IsUrl({ protocols: ['http'], require_protocol: true, require_tld: false })
  robotTrialOrigin?: string;
}
