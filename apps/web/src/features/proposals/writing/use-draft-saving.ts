import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../../api/problem.js';
import type { KeptText } from '../../../shared/kept-text/kept-text.js';
import { keptTextOf, ownTexts } from '../../../shared/kept-text/use-kept-text.js';
import { newKey } from '../../../shared/forms/use-retry-key.js';
import { PROPOSAL_CHANGES } from '../../../shared/proposal/queries.js';
import { draftProposal, reviseProposal } from './drafts.js';
import { keptTextIdOf, type ProposalContent } from './proposal-content.js';
import { type DraftDoor, DraftSaving, type SavedDraft, writtenIn } from './draft-saving.js';

/** A creation of which nobody knows whether it arrived: sent again as it was, it makes one draft. */
const UNDERWAY = { form: 'proposal', about: 'creation' };
const PASSING = new Set([401, 408, 429]);
const FAULTS = 500;

interface DraftSavingOptions {
  /** The draft that is written on; null for a new one. */
  readonly draft: SavedDraft | null;
  /** What the server has of it. */
  readonly content: ProposalContent;
  /** Under which call a new one is made. */
  readonly callId: string;
  /** Whether a new one is the delegation's that its writer heads. */
  readonly isOfDelegation: boolean;
}

/** A draft that saves itself, and what this device keeps of it: only what the server does not have. */
export function useDraftSaving({ draft, content, callId, isOfDelegation }: DraftSavingOptions): {
  readonly saving: DraftSaving;
  readonly kept: KeptText;
} {
  const client = useQueryClient();
  const chosen = useRef<Chosen>({ callId, isOfDelegation });
  const [kept, setKept] = useState(() =>
    keptTextOf(draft ? { ...keptTextIdOf(draft), basis: draft.version } : { form: 'proposal', about: 'new' }),
  );
  const current = useRef({ kept, id: draft?.id });
  const [saving] = useState(() => {
    // A text that comes back stands on the version that it was begun on.
    const opened = draft && { ...draft, version: kept.basis ?? draft.version };
    return new DraftSaving(doorTo(chosen), { draft: opened, content: writtenIn(content) }, (stored, saved) => {
      const values = { ...stored };
      current.current.kept.stored(values);
      if (saved.id !== current.current.id) {
        const next = keptTextOf({ ...keptTextIdOf(saved), basis: saved.version });
        next.stored(values);
        current.current = { kept: next, id: saved.id };
        setKept(next);
      }
      current.current.kept.rebase(saved.version);
    });
  });
  useEffect(() => {
    chosen.current = { callId, isOfDelegation };
  }, [callId, isOfDelegation]);
  useEffect(() => {
    window.addEventListener('online', saving.retry);
    document.addEventListener('visibilitychange', saving.leave);
    return () => {
      window.removeEventListener('online', saving.retry);
      document.removeEventListener('visibilitychange', saving.leave);
      const isWritten = saving.draft !== null || JSON.stringify(saving.wanted()) !== JSON.stringify(writtenIn({}));
      if (!isWritten) return;
      void saving.flush().then(() => {
        saving.end();
        return Promise.all(PROPOSAL_CHANGES.map((queryKey) => client.invalidateQueries({ queryKey })));
      });
    };
  }, [saving, client]);
  return { saving, kept };
}

/** Under which call, and in whose name, a new draft is made. */
interface Chosen {
  readonly callId: string;
  readonly isOfDelegation: boolean;
}

const doorTo = (chosen: { readonly current: Chosen }): DraftDoor => ({
  create: (content) => create(chosen.current, content),
  revise: ({ id, version }, content) => reviseProposal(id, content, version),
  isPassing: (error) =>
    error instanceof TypeError || (error instanceof ProblemError && (PASSING.has(error.problem.status) || error.problem.status >= FAULTS)),
  now: () => new Date(),
});

/** Makes a draft once, though the page may be opened again before the answer is here. */
async function create({ callId, isOfDelegation }: Chosen, content: ProposalContent): Promise<SavedDraft> {
  const texts = ownTexts();
  const underway = texts.read(UNDERWAY)?.values as (Partial<Chosen> & { content?: ProposalContent; key?: string }) | undefined;
  const first = {
    callId: underway?.callId ?? callId,
    isOfDelegation: underway?.isOfDelegation ?? isOfDelegation,
    content: underway?.content ?? content,
    key: underway?.key ?? newKey(),
  };
  texts.write(UNDERWAY, first, null);
  const made = await draftProposal(first.callId, first.content, first.isOfDelegation, first.key).catch((error: unknown) => {
    if (error instanceof ProblemError && error.problem.status < FAULTS) texts.forget(UNDERWAY);
    throw error;
  });
  texts.forget(UNDERWAY);
  return JSON.stringify(first.content) === JSON.stringify(content) ? made : reviseProposal(made.id, content, made.version);
}
