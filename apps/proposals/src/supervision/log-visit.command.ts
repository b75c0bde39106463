import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { logVisit, type Visit } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { SupervisionChanges, type SupervisionVersion } from './supervision-changes.js';

/** The committee, or a proposer, logs a visit. */
export class LogVisit extends Command<SupervisionVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly visit: Pick<Visit, 'visitedOn' | 'withWhom' | 'found'>,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(LogVisit)
export class LogVisitHandler implements ICommandHandler<LogVisit> {
  constructor(private readonly changes: SupervisionChanges) {}

  execute({ actor, proposalId, visit, key }: LogVisit): Promise<SupervisionVersion> {
    return this.changes.update({ proposalId, actor, action: 'log-visit', retry: { key, content: visit } }, (matter, by, context) =>
      logVisit(matter, by, { ...visit, id: randomUUID() }, context),
    );
  }
}
