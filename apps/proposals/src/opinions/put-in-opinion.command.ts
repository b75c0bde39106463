import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertMaySuggest, suggest } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { OpinionChanges, type OpinionVersion } from '../access/opinion-changes.js';

/** A member puts an opinion into the box. */
export class PutInOpinion extends Command<OpinionVersion> {
  constructor(
    readonly actor: Actor,
    readonly content: { readonly subject: string; readonly text: string },
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(PutInOpinion)
export class PutInOpinionHandler implements ICommandHandler<PutInOpinion> {
  constructor(private readonly changes: OpinionChanges) {}

  execute({ actor, content, key }: PutInOpinion): Promise<OpinionVersion> {
    const { organisationId, memberId: suggesterId } = actor;
    return this.changes.add({ actor, action: 'put-in-opinion', retry: { key, content } }, (number, counts, context) => {
      assertMaySuggest(context, counts);
      return suggest({ ...content, id: randomUUID(), organisationId, suggesterId }, number, context);
    });
  }
}
