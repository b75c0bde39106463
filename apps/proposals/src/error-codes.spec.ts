import { CalendarErrors } from '@plenum/calendar';
import { CALENDAR_ERRORS, PROPOSALS_ERRORS } from '@plenum/contracts';
import { DomainError } from '@plenum/kernel';
import { ProposalErrors } from '@plenum/proposals-domain';
import { AccessErrors } from './access/access.errors.js';
import { ExportErrors } from './exports/export.errors.js';
import { HistoryErrors } from './history/history.errors.js';
import { StorageErrors } from './storage/storage.errors.js';

type Factory = (...details: never[]) => DomainError;
const now = new Date(0) as never;
const codesOf = (factories: Record<string, Factory>): string[] => Object.values(factories).map((factory) => factory(now, now).code);

describe('the codes of refusals', () => {
  it('are all published, and nothing else is', () => {
    const made = [ProposalErrors, CalendarErrors, AccessErrors, ExportErrors, HistoryErrors, StorageErrors].flatMap((factories) =>
      codesOf(factories as Record<string, Factory>),
    );
    expect([...new Set(made)].sort()).toEqual([...CALENDAR_ERRORS, ...PROPOSALS_ERRORS].sort());
  });
});
