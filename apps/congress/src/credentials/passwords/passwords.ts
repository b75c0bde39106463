import { Injectable } from '@nestjs/common';
import { hash, type Options, parseOptions, verify } from '@node-rs/argon2';
import { normalPassword } from '@plenum/congress-domain';
import { Turns } from './turns.js';

const ARGON2ID = 2; // `Algorithm.Argon2id`: a constant that vanishes when it is compiled file by file.

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const STRENGTH = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options;

/**
 * Hashing is meant to be dear: one at a time leaves the other core, and the threads that files and names are read by, to everybody else.
 */
const HASHED_AT_A_TIME = 1;
const WAITING_MAX = 400; // A hall that signs in at once waits some 10 s; what comes beyond is told to come again.

/** Whose turn it is where it is nobody's work. */
const NOBODY = '';

/**
 * Keeps passwords as Argon2id and checks them, in turns by whose work it is: the place that somebody signs in from until they have shown
 * who they are, their account afterwards. Whoever guesses, at one account or at hundreds, keeps those who sign in elsewhere waiting for a
 * single guess.
 */
@Injectable()
export class Passwords {
  private readonly turns = new Turns(HASHED_AT_A_TIME, WAITING_MAX);
  private decoy: Promise<string> | undefined;

  hash(password: string, whose: string): Promise<string> {
    return this.turns.take(whose, () => hash(normalPassword(password), { ...STRENGTH }));
  }

  /** Whether it is the password. Without a hash it takes as long and says no: whether there is an account does not show. */
  async matches(password: string, kept: string | null, whose: string): Promise<boolean> {
    this.decoy ??= this.hash('nobody has this password', NOBODY);
    this.decoy.catch(() => (this.decoy = undefined)); // A busy house may refuse it: the next attempt asks again.
    const against = kept ?? (await this.decoy);
    const isRight = await this.turns.take(whose, () => verify(against, normalPassword(password)));
    return isRight && kept !== null;
  }

  /** Whether a hash was made with less than today's strength. */
  isOutdated(kept: string): boolean {
    const { algorithm, memoryCost, timeCost } = parseOptions(kept);
    return Number(algorithm) !== ARGON2ID || memoryCost < STRENGTH.memoryCost || timeCost < STRENGTH.timeCost;
  }
}
