import { MaxLength, ServiceConfig } from '@plenum/service-kit';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, IsUrl, MinLength } from 'class-validator';

/** As its queue, its paths and its variables of the environment call it. */
export const SERVICE = 'congress';

/** What the congress service is told by its environment. */
export class CongressConfig extends ServiceConfig {
  /** The private key that signs access tokens: ES256, as PEM (PKCS 8) or JWK. */
  @MinLength(100)
  signingKey!: string;

  /** Whoever runs the house founds organisations with it. */
  @MinLength(16)
  operatorToken!: string;

  /** Whether browsers send the refresh cookie over HTTPS only; `false` for a house that is reached by plain HTTP on a closed network. */
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  secureCookies: boolean = true;

  /** The mail server that sends codes to those who forgot their password; without it the secretariat gives them. */
  @IsOptional()
  @IsUrl({ protocols: ['smtp', 'smtps'], require_protocol: true, require_tld: false })
  smtpUrl?: string;

  /** The sender that people see. */
  @IsString()
  @MinLength(3)
  @MaxLength(200)
  mailFrom: string = 'Plenum <plenum@example.test>';

  /** Where people reach the web client. */
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  publicUrl: string = 'http://localhost:8080';
}
