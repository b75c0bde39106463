import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { type AnnouncementAudience, AnnouncementAudiences } from './announcement-audiences.js';
import { Announcements } from './announcements.repository.js';
import type { AnnouncementPreviewResponse } from './announcements.responses.js';

/** How many an announcement would reach. */
export class PreviewAnnouncement extends Query<AnnouncementPreviewResponse> {
  constructor(
    readonly actor: Actor,
    readonly audience: AnnouncementAudience,
  ) {
    super();
  }
}

@QueryHandler(PreviewAnnouncement)
export class PreviewAnnouncementHandler implements IQueryHandler<PreviewAnnouncement> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly audiences: AnnouncementAudiences,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.not-found` */
  async execute({ actor, audience }: PreviewAnnouncement): Promise<AnnouncementPreviewResponse> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId } = actor;
    const { memberIds } = await this.audiences.reached(this.database, organisationId, audience);
    return { reaches: memberIds.length, left: await this.announcements.left(this.database, organisationId, this.clock.now()) };
  }
}
