import { ServiceConfig } from '@plenum/service-kit';
import { Transform } from 'class-transformer';
import { IsBoolean, MinLength } from 'class-validator';

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
}
