import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database, type Transaction } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock, DomainError } from '@plenum/kernel';
import { type Actor, AuditTrail, IdempotencyKeys } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { GroupFacts } from '../notices/group-facts.js';
import { type Notice, Notices } from '../notices/notices.js';
import { type AnnouncementAudience, AnnouncementAudiences, type AudienceKind } from './announcement-audiences.js';
import { Announcements } from './announcements.repository.js';

/** What is announced, and to how many its sender was told that it goes. */
export interface Announcement {
  readonly audience: AnnouncementAudience;
  readonly title: string;
  readonly text: string;
  readonly reaches: number;
}

/** An organiser tells some people something. */
export class Announce extends Command<{ readonly id: string; readonly reached: number }> {
  constructor(
    readonly actor: Actor,
    readonly announcement: Announcement,
    readonly key: string | undefined,
  ) {
    super();
  }
}

/** What all of them are told may be said in a group, too. */
const FOR_GROUPS: readonly AudienceKind[] = ['staff', 'delegates'];

@CommandHandler(Announce)
export class AnnounceHandler implements ICommandHandler<Announce> {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly organisers: Organisers,
    private readonly audiences: AnnouncementAudiences,
    private readonly announcements: Announcements,
    private readonly notices: Notices,
    private readonly groups: GroupFacts,
    private readonly audit: AuditTrail,
    private readonly keys: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.not-found`, `notifier.audience-changed`, `notifier.too-many-announcements` */
  async execute({ actor, announcement, key }: Announce): Promise<{ readonly id: string; readonly reached: number }> {
    await assertOrganiser(this.organisers, actor);
    return this.database.transaction((tx) =>
      this.keys.once(tx, { actor: actor.memberId, route: 'POST /announcements', key, content: announcement }, () =>
        this.announce(tx, actor, announcement),
      ),
    );
  }

  private async announce(tx: Transaction, actor: Actor, { audience, title, text, reaches }: Announcement) {
    const { organisationId, memberId } = actor;
    const sentAt = this.clock.now();
    // Two at the same time must not both be the last of the day.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`announcements ${organisationId}`]);
    if ((await this.announcements.left(tx, organisationId, sentAt)) === 0)
      throw new DomainError('notifier.too-many-announcements', 'conflict');
    const { memberIds, name } = await this.audiences.reached(tx, organisationId, audience);
    if (memberIds.length !== reaches) throw new DomainError('notifier.audience-changed', 'conflict', { reaches: memberIds.length });
    const id = randomUUID();
    const by = (await this.directory.member(tx, memberId))?.name ?? '';
    const notice: Notice = { code: 'notifier.announced', params: { title, announcement: text, by }, link: null, memberIds };
    const reached = await this.notices.tell(tx, organisationId, id, [notice], { about: [], at: sentAt });
    if (FOR_GROUPS.includes(audience.kind)) await this.groups.keep(tx, organisationId, id, notice);
    await this.announcements.add(tx, {
      id,
      organisationId,
      audience: { ...audience, name },
      title,
      text,
      sentBy: memberId,
      sentAt,
      reached,
    });
    await this.audit.append(tx, {
      organisationId,
      actor: memberId,
      action: 'announce',
      subject: { kind: 'announcement', id },
      before: null,
      after: { audience, reached },
    });
    return { id, reached };
  }
}
