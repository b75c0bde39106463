import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  accessPart,
  type Ballot,
  ballotPart,
  canonicalJson,
  hasPaper,
  hasSealed,
  recordPart,
  rollText,
  settledSheets,
  sheetsPart,
} from '@plenum/ballot-domain';
import type { BundlePart } from '@plenum/ballot-verification';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { AuditHead, AuditSegment } from '@plenum/service-kit';
import { AccessToVote } from '../documents/access-to-vote.js';
import { BallotDocuments, DOCUMENT_FORMATS } from '../documents/ballot-documents.js';
import { DOCUMENTS } from '../documents/compose.js';
import { BoardRepository } from '../storage/sealed/board.repository.js';
import { EntriesRepository } from '../storage/entries.repository.js';
import { RollRepository } from '../storage/roll.repository.js';
import { SidecarRepository } from '../storage/sealed/sidecar.repository.js';
import { VerdictsRepository } from '../storage/sealed/verdicts.repository.js';
import { WrittenNamesRepository } from '../storage/written-names.repository.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Collects what proves a result. No part says how a person voted: papers are told without their numbers, sealed ones unopened. */
@Injectable()
export class EvidenceParts {
  constructor(
    private readonly entries: EntriesRepository,
    private readonly names: WrittenNamesRepository,
    private readonly boards: BoardRepository,
    private readonly sidecars: SidecarRepository,
    private readonly verdicts: VerdictsRepository,
    private readonly rolls: RollRepository,
    private readonly access: AccessToVote,
    private readonly documents: BallotDocuments,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  async partsOf(ballot: Ballot, audit: AuditSegment, head: AuditHead): Promise<BundlePart[]> {
    const officers = await this.directory.membersByIds(
      this.database,
      ballot.officers.map(({ memberId }) => memberId),
    );
    const access = await this.access.accessOf(ballot);
    const rollDigest = sha256(rollText(ballot.id, await this.rolls.memberIds(this.database, ballot.id)));
    return [
      text('ballot.json', ballotPart(ballot, { names: new Map(officers.map(({ id, name }) => [id, name])), rollDigest })),
      text('record.json', recordPart(ballot)),
      ...(await this.sheets(ballot)),
      ...(await this.archive(ballot)),
      text('access.json', accessPart(access, access.names)),
      text('audit.json', canonicalJson(audit)),
      text('audit-head.json', canonicalJson(head)),
      ...(await this.papers(ballot)),
    ];
  }

  /** The sheets, where a gate did not stop the count before they were looked at. */
  private async sheets(ballot: Ballot): Promise<BundlePart[]> {
    if (!hasPaper(ballot.channel) || !ballot.tally?.countingCase) return [];
    const [entries, names] = [await this.entries.entriesOf(this.database, ballot.id), await this.names.namesOf(this.database, ballot.id)];
    return [text('sheets.json', sheetsPart(names.merged(ballot, settledSheets(ballot, entries))))];
  }

  /** The documents, for people. */
  private async papers(ballot: Ballot): Promise<BundlePart[]> {
    const parts: BundlePart[] = [];
    for (const kind of DOCUMENTS) {
      for (const format of DOCUMENT_FORMATS)
        parts.push({ name: `${kind}.${format}`, content: [(await this.documents.make(ballot, kind, format, 'zh')).content] });
    }
    return parts;
  }

  /** The archive, the log of further proofs where marks are three-way, and which programs accepted them before the result stood. */
  private async archive({ id, channel }: Ballot): Promise<BundlePart[]> {
    const end = hasSealed(channel) ? await this.boards.end(this.database, id) : null;
    if (!end) return [];
    const [marks, verdicts] = [await this.sidecars.end(this.database, id), await this.verdicts.verdictsOn(this.database, id)];
    return [
      { name: 'archive.bel', content: this.boards.parts(this.database, id, end.height) },
      ...(marks ? [{ name: 'sidecar.log', content: this.sidecars.parts(this.database, id, marks.height) }] : []),
      ...(verdicts.length > 0 ? [text('verifiers.json', canonicalJson(verdicts))] : []),
    ];
  }
}

const text = (name: string, content: string): BundlePart => ({ name, content: [Buffer.from(content)] });
