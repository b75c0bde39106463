import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assignOffice, CongressErrors, foundOrganisation, registerMember } from '@plenum/congress-domain';
import { type IssuedCode, SignInCodes } from '../credentials/passwords/sign-in-codes.js';
import { type Founding, OrganisationRepository } from '../storage/organisation.repository.js';

/** The house's operator founds an organisation with its first secretary. */
export class FoundOrganisation extends Command<{ readonly organisationId: string } & Pick<IssuedCode, 'memberId' | 'signInCode'>> {
  constructor(
    readonly organisation: { readonly code: string; readonly name: string; readonly level: number; readonly parentCode: string | null },
    readonly secretary: { readonly staffNo: string; readonly name: string; readonly mail: string | null },
  ) {
    super();
  }
}

@CommandHandler(FoundOrganisation)
export class FoundOrganisationHandler implements ICommandHandler<FoundOrganisation> {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly codes: SignInCodes,
  ) {}

  async execute({
    organisation: given,
    secretary: person,
  }: FoundOrganisation): Promise<{ organisationId: string; memberId: string; signInCode: string }> {
    const { code, name, level, parentCode } = given;
    const parent = parentCode === null ? null : await this.organisations.byCode(parentCode);
    if (parentCode !== null && !parent) throw CongressErrors.notFound('organisation');
    const organisation = foundOrganisation({ id: randomUUID(), code, name, level, parentId: null }, parent);
    const [memberId, officeId] = [randomUUID(), randomUUID()];
    const founding: Founding = {
      organisation,
      secretary: registerMember({ id: memberId, organisationId: organisation.id, ...person, unitId: null, standing: 'FULL' }),
      office: assignOffice(
        { id: officeId, organisationId: organisation.id, memberId, office: 'SECRETARIAT', sessionId: null, unitId: null, chief: false },
        [],
      ),
    };
    let signInCode = '';
    await this.organisations.found(founding, async (tx) => {
      for (const issued of await this.codes.issue(tx, [memberId], null)) ({ signInCode } = issued);
    });
    return { organisationId: organisation.id, memberId, signInCode };
  }
}
