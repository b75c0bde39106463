import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Actor } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { Announcements } from './announcements.repository.js';
import type { AnnouncementsRequest } from './announcements.requests.js';
import type { AnnouncementPageResponse } from './announcements.responses.js';

/** What organisers of an organisation have announced. */
export class SentAnnouncements extends Query<AnnouncementPageResponse> {
  constructor(
    readonly actor: Actor,
    readonly request: AnnouncementsRequest,
  ) {
    super();
  }
}

@QueryHandler(SentAnnouncements)
export class SentAnnouncementsHandler implements IQueryHandler<SentAnnouncements> {
  constructor(
    private readonly organisers: Organisers,
    private readonly announcements: Announcements,
  ) {}

  /** @throws `notifier.not-an-organiser` */
  async execute({ actor, request }: SentAnnouncements): Promise<AnnouncementPageResponse> {
    await assertOrganiser(this.organisers, actor);
    const { page, pageSize } = request;
    return { ...(await this.announcements.page(actor.organisationId, request)), page, pageSize };
  }
}
