import { Injectable } from '@nestjs/common';
import { tidyField } from '@plenum/congress-domain';
import { MalformedError } from '@plenum/kernel';
import { OrganisationRepository } from '../storage/organisation.repository.js';
import type { SignInSubject } from './sign-in-attempts.js';

/** Reads who wants to sign in. */
@Injectable()
export class SignInSubjects {
  constructor(private readonly organisations: OrganisationRepository) {}

  /**
   * People type full-width digits and stray spaces; the organisation's code is lower case, and it goes without saying where there is one only.
   * @throws MalformedError when no code was given and the house has several organisations.
   */
  async of({ organisation, staffNo }: { readonly organisation?: string; readonly staffNo: string }): Promise<SignInSubject> {
    const typed = tidyField(organisation ?? '').toLowerCase();
    return { organisation: typed === '' ? await this.theOnlyOne() : typed, staffNo: tidyField(staffNo) };
  }

  /** Where there is none yet, nobody signs in either: the refusal is the usual one. */
  private async theOnlyOne(): Promise<string> {
    const [first, ...others] = await this.organisations.firstTwo();
    if (others.length > 0) throw new MalformedError([{ field: 'organisation', reason: 'required' }]);
    return first?.code ?? '';
  }
}
