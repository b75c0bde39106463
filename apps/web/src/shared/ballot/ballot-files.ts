import { answer, ballot } from '../../api/client.js';
import type { BallotFile } from '../../api/shapes.js';

/** Documents for people, in what they may be written. */
export const DOCUMENTS = ['result-notice', 'tally-sheet'] as const satisfies readonly BallotFile[];
export const FORMATS = ['pdf', 'docx'] as const;
export type DocumentKind = (typeof DOCUMENTS)[number];
export type DocumentFormat = (typeof FORMATS)[number];

/** What proves a result, for programs. */
export type ProofFile = Exclude<BallotFile, DocumentKind>;

const DOCUMENT_ENDPOINTS = {
  'result-notice': { pdf: '/api/ballot/ballots/{id}/result-notice.pdf', docx: '/api/ballot/ballots/{id}/result-notice.docx' },
  'tally-sheet': { pdf: '/api/ballot/ballots/{id}/tally-sheet.pdf', docx: '/api/ballot/ballots/{id}/tally-sheet.docx' },
} as const;

const PROOF_ENDPOINTS = {
  archive: '/api/ballot/ballots/{id}/board/archive',
  sidecar: '/api/ballot/ballots/{id}/board/sidecar',
  evidence: '/api/ballot/ballots/{id}/evidence',
} as const satisfies Record<ProofFile, string>;

export const LANGUAGES = ['zh', 'en', 'both'] as const;
export type DocumentLanguage = (typeof LANGUAGES)[number];

const asFile = (id: string) => ({ params: { path: { id } }, parseAs: 'blob' }) as const;

/** A document of a signed ballot. */
export const fetchDocument = async (id: string, kind: DocumentKind, format: DocumentFormat, language: DocumentLanguage): Promise<Blob> =>
  (await answer(
    ballot.GET(DOCUMENT_ENDPOINTS[kind][format], { params: { path: { id }, query: { language } }, parseAs: 'blob' }),
  )) as unknown as Blob;

/** The board, the log of its further proofs, or the evidence. */
export const fetchProof = async (id: string, file: ProofFile): Promise<Blob> =>
  (await answer(ballot.GET(PROOF_ENDPOINTS[file], asFile(id)))) as unknown as Blob;
