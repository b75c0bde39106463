import { Module } from '@nestjs/common';
import { AttachmentsRepository } from './attachments.repository.js';
import { CallRepository } from './call.repository.js';
import { CommitmentRepository } from './commitment.repository.js';
import { PublicationRepository } from './parts/publication.repository.js';
import { AwardRepository } from './parts/award.repository.js';
import { BoxRepository } from './opinions/box.repository.js';
import { OpinionRepository } from './opinions/opinion.repository.js';
import { EvidenceRepository } from './evidence.repository.js';
import { DeadlineRepository } from './parts/deadline.repository.js';
import { Facts } from './facts.js';
import { HandlingRepository } from './parts/handling.repository.js';
import { ProposalRepository } from './proposal.repository.js';
import { ContactRepository } from './parts/contact.repository.js';
import { ReplyDeskRepository } from './parts/reply-desk.repository.js';
import { ReplyDraftRepository } from './parts/reply-draft.repository.js';
import { RatingRepository } from './parts/rating.repository.js';
import { RequestRepository } from './request.repository.js';
import { SupervisionRepository } from './supervision.repository.js';
import { RunningNumbers } from './running-numbers.js';

const PARTS = [
  AttachmentsRepository,
  EvidenceRepository,
  CallRepository,
  CommitmentRepository,
  SupervisionRepository,
  ProposalRepository,
  HandlingRepository,
  RatingRepository,
  ContactRepository,
  ReplyDeskRepository,
  ReplyDraftRepository,
  RequestRepository,
  PublicationRepository,
  AwardRepository,
  BoxRepository,
  OpinionRepository,
  DeadlineRepository,
  Facts,
  RunningNumbers,
];

/** The tables of the service. */
@Module({
  providers: PARTS,
  exports: PARTS,
})
export class StorageModule {}
