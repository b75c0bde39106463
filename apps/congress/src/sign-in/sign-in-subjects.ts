import { Injectable } from '@nestjs/common';
import { signInSubject, type SignInSubject } from '@plenum/congress-domain';
import { MalformedError } from '@plenum/kernel';
import { OrganisationRepository } from '../storage/organisation.repository.js';

/** Reads who wants to sign in. */
@Injectable()
export class SignInSubjects {
  constructor(private readonly organisations: OrganisationRepository) {}

  /**
   * The organisation's code goes without saying where there is one only.
   * @throws MalformedError when no code was given and the house has several organisations.
   */
  async subjectOf({ organisation, staffNo }: { readonly organisation?: string; readonly staffNo: string }): Promise<SignInSubject> {
    const typed = signInSubject({ organisation: organisation ?? '', staffNo });
    return typed.organisation === '' ? { ...typed, organisation: await this.theOnlyOne() } : typed;
  }

  /** Where there is none yet, nobody signs in either: the refusal is the usual one. */
  private async theOnlyOne(): Promise<string> {
    const [first, ...others] = await this.organisations.firstTwo();
    if (others.length > 0) throw new MalformedError([{ field: 'organisation', reason: 'required' }]);
    return first?.code ?? '';
  }
}
