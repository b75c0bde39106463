import { hash, type Options, parseOptions, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { normalPassword } from '@plenum/congress-domain';

const ARGON2ID = 2; // `Algorithm.Argon2id`: a constant that vanishes when it is compiled file by file.

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const STRENGTH = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options;

/** Keeps passwords as Argon2id and checks them. */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(normalPassword(password), { ...STRENGTH });
  }

  /** Whether it is the password. Without a hash it takes as long and says no: whether there is an account does not show. */
  async matches(password: string, kept: string | null): Promise<boolean> {
    this.decoy ??= this.hash('nobody has this password');
    const isRight = await verify(kept ?? (await this.decoy), normalPassword(password));
    return isRight && kept !== null;
  }

  /** Whether a hash was made with less than today's strength. */
  isOutdated(kept: string): boolean {
    const { algorithm, memoryCost, timeCost } = parseOptions(kept);
    return Number(algorithm) !== ARGON2ID || memoryCost < STRENGTH.memoryCost || timeCost < STRENGTH.timeCost;
  }
}
