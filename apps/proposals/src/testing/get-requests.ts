import { randomUUID } from 'node:crypto';
import { dayOf } from '@plenum/calendar';
import { EXPORT_TABLES } from '../exports/tables/export-tables.js';
import type { Stage } from './stage.js';

/** What a matter has that is asked for by an id of its own. */
export interface RequestedIds {
  readonly callId: string;
  readonly handlingId: string;
  readonly commitmentId: string;
  readonly attachmentId: string;
}

/** Every GET endpoint of the service, as the unit of a matter calls it: a new one must be named here. */
export function getRequestsOn(stage: Stage, id: string, ids: RequestedIds) {
  const work = `/proposals/${id}/handlings/${ids.handlingId}`;
  const now = `cutOff=${encodeURIComponent(new Date().toISOString())}`;
  const session = `sessionId=${stage.sessionId}`;
  return {
    '/awards': [`/awards?${session}`],
    '/awards/awards.docx': [`/awards/awards.docx?${session}`],
    '/calls': [`/calls?${session}`],
    '/calls/{id}': [`/calls/${ids.callId}`],
    '/calls/{id}/headed-delegation': [`/calls/${ids.callId}/headed-delegation`],
    '/calls/{id}/participation': [`/calls/${ids.callId}/participation`],
    '/calls/{id}/participation/yet-to-file': [`/calls/${ids.callId}/participation/yet-to-file`],
    '/calls/due-date': ['/calls/due-date?kind=days&n=5'],
    '/calls/presets': ['/calls/presets'],
    '/commitments': [`/commitments?${session}`, '/commitments'],
    '/commitments/{id}': [`/commitments/${ids.commitmentId}`],
    '/commitments/{id}/evidence': [`/commitments/${ids.commitmentId}/evidence`],
    '/commitments/{id}/evidence/{fileId}': [`/commitments/${ids.commitmentId}/evidence/${randomUUID()}`],
    '/commitments/carry-over': [`/commitments/carry-over?${session}`],
    '/deadlines': ['board', 'unit'].map((scope) => `/deadlines?scope=${scope}&from=${dayOf(new Date())}`),
    '/exports/matters.csv': EXPORT_TABLES.map((table) => `/exports/matters.csv?table=${table}`),
    '/exports/matters.json': ['/exports/matters.json', `/exports/matters.json?${session}`],
    '/exports/matters.xlsx': ['/exports/matters.xlsx', '/exports/matters.xlsx?language=en'],
    '/history-imports/{id}': [`/history-imports/${randomUUID()}`],
    '/opinion-box': ['/opinion-box'],
    '/opinions': ['/opinions'],
    '/opinions/{id}': [`/opinions/${randomUUID()}`],
    '/opinions/published': ['/opinions/published'],
    '/owed': ['/owed'],
    '/proposals': [
      ...['mine', 'unit', 'board', 'to-second', 'to-endorse', 'session'].map((scope) => `/proposals?scope=${scope}&${session}`),
      '/proposals?scope=unit&word=NOT_RATED',
    ],
    '/proposals/{id}': [`/proposals/${id}`],
    '/proposals/{id}/attachments': [`/proposals/${id}/attachments`],
    '/proposals/{id}/attachments/{attachmentId}': [`/proposals/${id}/attachments/${ids.attachmentId}`],
    '/proposals/{id}/commitments': [`/proposals/${id}/commitments`],
    '/proposals/{id}/contacts': [`/proposals/${id}/contacts`],
    '/proposals/{id}/handlings/{handlingId}/assignment.docx': [`${work}/assignment.docx`],
    '/proposals/{id}/handlings/{handlingId}/desk': [`${work}/desk`],
    '/proposals/{id}/handlings/{handlingId}/draft/{round}/{number}': [`${work}/draft/1/1`],
    '/proposals/{id}/handlings/{handlingId}/evidence/{fileId}': [`${work}/evidence/${randomUUID()}`],
    '/proposals/{id}/handlings/{handlingId}/former-drafts': [`${work}/former-drafts`],
    '/proposals/{id}/handlings/{handlingId}/replies/{round}/reply.docx': [1, 2, 3].map((round) => `${work}/replies/${round}/reply.docx`),
    '/proposals/{id}/merging': [`/proposals/${id}/merging`],
    '/proposals/{id}/publication': [`/proposals/${id}/publication`],
    '/proposals/{id}/requests': [`/proposals/${id}/requests`],
    '/proposals/{id}/supervision': [`/proposals/${id}/supervision`],
    '/proposals/{id}/texts': [`/proposals/${id}/texts`],
    '/proposals/{id}/texts/{number}': [`/proposals/${id}/texts/1`],
    '/proposals/register': [`/proposals/register?${session}`],
    '/proposals/statistics': [`/proposals/statistics?${session}`],
    '/published-matters': ['/published-matters'],
    '/published-matters/{id}': [`/published-matters/${id}`],
    '/requests': ['/requests'],
    '/reports/forms.docx': [`/reports/forms.docx?${session}&${now}`, `/reports/forms.docx?${session}&${now}&proposalIds=${id}`],
    '/reports/report.docx': [`/reports/report.docx?${session}&${now}`],
    '/reports/tables.xlsx': [`/reports/tables.xlsx?${session}&${now}`],
    '/saved-filters': ['/saved-filters'],
  } satisfies Record<string, readonly string[]>;
}
