import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { GroupProvider, MessageId } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { MalformedError } from '@plenum/kernel';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { type KeptMessageApp, MessageAppsRepository } from '../personal-messages/message-apps.repository.js';
import { assertUnchanged, auditedApp } from './refusals.js';

/** An app as it shall be; what is left out stays as it is kept. */
export interface WantedApp {
  readonly appId?: string;
  readonly secret?: string;
  readonly agentId?: string;
  readonly idIs: MessageId;
  readonly isOn: boolean;
}

/** Sets the app by which an organisation writes to its people at a provider. */
export class SetMessageApp extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly provider: GroupProvider,
    readonly app: WantedApp,
    /** The version that the changes were made on, 0 for none. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SetMessageApp)
export class SetMessageAppHandler implements ICommandHandler<SetMessageApp> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly apps: MessageAppsRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.outdated`, `malformed` where something of the app is missing */
  async execute({ actor, provider, app, read }: SetMessageApp): Promise<void> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId, memberId } = actor;
    await this.database.transaction(async (tx) => {
      // Two who set the first one at the same time: there is no row yet that either could wait for.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`message-app ${organisationId} ${provider}`]);
      const before = await this.apps.find(organisationId, provider, tx);
      assertUnchanged(before, read);
      const after = made(provider, before, app);
      await this.apps.save(tx, organisationId, after);
      await this.audit.append(tx, {
        organisationId,
        actor: memberId,
        action: 'set-message-app',
        subject: { kind: 'message-app', id: organisationId },
        before: before && auditedApp(before),
        after: auditedApp(after),
      });
    });
  }
}

/** A secret belongs to the app that it came with: another app has to come with its own. */
function made(provider: GroupProvider, before: KeptMessageApp | null, wanted: WantedApp): KeptMessageApp {
  const appId = wanted.appId ?? before?.appId;
  const secret = wanted.secret?.trim() || (appId === before?.appId ? before?.secret : undefined);
  const agentId = provider === 'feishu' ? null : (wanted.agentId ?? before?.agentId ?? undefined);
  if (appId === undefined || secret === undefined || agentId === undefined) {
    const missing = Object.entries({ appId, secret, agentId }).filter(([, value]) => value === undefined);
    throw new MalformedError(missing.map(([field]) => ({ field, reason: 'missing' })));
  }
  return {
    provider,
    appId,
    secret,
    agentId,
    idIs: wanted.idIs,
    isOn: wanted.isOn,
    version: (before?.version ?? 0) + 1,
    testedAt: before?.testedAt ?? null,
    lastSentAt: before?.lastSentAt ?? null,
    trouble: null,
    troubledAt: null,
    waitsUntil: null,
  };
}
