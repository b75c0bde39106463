import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Ballot, canonicalJson, lateByDesk } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { AccessToVote } from './access-to-vote.js';
import { type DocumentKind, compose } from './compose.js';
import { type DocumentLanguage, inLanguage } from './language.js';
import type { OfficialPaper } from './official-paper.js';
import { CHINESE } from './messages/zh-cn.js';

/** In what a document may be written. */
export const DOCUMENT_FORMATS = ['docx', 'pdf'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** A document with the name under which it is kept. */
export interface DocumentFile {
  readonly name: string;
  readonly content: Buffer;
}

const KEPT_MAX = 32; // Some fifty kilobytes each; a PDF takes half a second of a processor.

const NAMES: Record<DocumentKind, string> = { 'tally-sheet': CHINESE.tallySheet, 'result-notice': CHINESE.resultNotice };

/** Makes the documents of a signed ballot, from the record that was signed. */
@Injectable()
export class BallotDocuments {
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly access: AccessToVote,
  ) {}

  async make(ballot: Ballot, kind: DocumentKind, format: DocumentFormat, language: DocumentLanguage): Promise<DocumentFile> {
    const organisation = await this.directory.organisation(this.database, ballot.organisationId);
    const session = await this.directory.session(this.database, ballot.sessionId);
    const officers = new Map(
      (
        await this.directory.membersByIds(
          this.database,
          ballot.officers.map(({ memberId }) => memberId),
        )
      ).map(({ id, name }) => [id, name]),
    );
    const { resets, deskSignIns, names } = await this.access.accessOf(ballot);
    const named = (id: string): string => names.get(id) ?? id;
    const told = resets.map(({ memberId, madeBy, isFirst, late, confirmedBy }) => ({
      member: named(memberId),
      madeBy: madeBy && named(madeBy),
      makerId: madeBy,
      isFirst,
      late,
      confirmedBy: confirmedBy && named(confirmedBy),
    }));
    const { late, members } = lateByDesk(deskSignIns);
    const byDesk = { late: late.map(({ memberId, madeBy }) => ({ member: named(memberId), madeBy: named(madeBy) })), members };
    const paper = inLanguage(
      compose(kind, ballot, { organisation: organisation?.name ?? '', session, names: officers, resets: told, byDesk }),
      language,
    );
    return { name: `${NAMES[kind]}-${ballot.title}.${format}`, content: await this.written(paper, format) };
  }

  /** A hall reads the same notice at once: it is written once, also while it is being written. */
  private written(paper: OfficialPaper, format: DocumentFormat): Promise<Buffer> {
    const key = createHash('sha256')
      .update(`${format} ${canonicalJson(paper)}`)
      .digest('hex');
    const kept = this.kept.get(key);
    if (kept) return kept;
    const writing = write(paper, format);
    this.kept.set(key, writing);
    writing.catch(() => this.kept.delete(key));
    if (this.kept.size > KEPT_MAX) this.kept.delete([...this.kept.keys()][0] ?? '');
    return writing;
  }
}

/** What writes documents is loaded with the first one: it is large, and most processes write none. */
async function write(paper: OfficialPaper, format: DocumentFormat): Promise<Buffer> {
  if (format === 'docx') return (await import('./write-docx.js')).writeDocx(paper);
  return (await import('./write-pdf.js')).writePdf(paper);
}
