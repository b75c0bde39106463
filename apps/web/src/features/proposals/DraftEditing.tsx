import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { isOutdated } from '../../shared/forms/use-outdated.js';
import { PROPOSAL_CHANGES, proposalQuery } from '../../shared/proposal/queries.js';
import { SimilarMatters } from '../../shared/similar/SimilarMatters.js';
import { ProposalForm } from './ProposalForm.js';
import { contentOf } from './revision.js';
import { TwoVersions } from './TwoVersions.js';
import { type SavedDraft, writtenIn } from './writing/draft-saving.js';
import { useDraftSaving } from './writing/use-draft-saving.js';

interface DraftEditingProps {
  /** Null for a new one. */
  readonly proposal: ProposalView | null;
  readonly callId: string;
  /** A new one is the delegation's that its writer heads. */
  readonly isOfDelegation?: boolean;
  /** There is a draft on the server now. */
  readonly onMade?: (draft: SavedDraft) => void;
  /** Somebody asks to see it as a page. */
  readonly onDone: (draft: SavedDraft) => void;
}

/**
 * Writes a draft, which saves itself. Where it was changed in another place meanwhile, both texts stand side by side and its writer
 * chooses.
 */
export function DraftEditing({ proposal, callId, isOfDelegation = false, onMade, onDone }: DraftEditingProps) {
  const { t } = useTranslation('proposals');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { saving, kept } = useDraftSaving({
    draft: proposal,
    content: proposal ? contentOf(proposal) : writtenIn({}),
    callId,
    isOfDelegation,
  });
  const state = useSyncExternalStore(saving.subscribe, saving.state);
  const written = useSyncExternalStore(saving.subscribe, saving.wanted);
  const [rival, setRival] = useState<ProposalView | null>(null);
  const madeId = saving.draft?.id;
  useEffect(() => {
    // Told once of each draft, not of each version of it.
    if (saving.draft) onMade?.(saving.draft);
  }, [madeId]);
  useEffect(() => {
    if (state.status !== 'stopped' || !isOutdated(state.error) || !saving.draft) return;
    void client.fetchQuery({ ...proposalQuery(saving.draft.id), staleTime: 0 }).then(setRival, () => undefined);
  }, [state, saving, client]);
  const refresh = () => Promise.all(PROPOSAL_CHANGES.map((queryKey) => client.invalidateQueries({ queryKey })));
  const finish = async () => {
    if (!(await saving.flush()) || !saving.draft) return void message.warning(t('autosave.notYet'));
    kept.forget();
    await refresh();
    void message.success(t('saved'));
    onDone(saving.draft);
  };
  const takeCurrent = async (draft: SavedDraft) => {
    saving.end();
    kept.forget();
    await refresh();
    onDone(draft);
  };
  return (
    <div className="beside">
      <ProposalForm
        {...(proposal ? { initial: contentOf(proposal) } : {})}
        submitLabel={t('saveDraft')}
        isSaving={false}
        mayBeIncomplete
        saving={saving}
        kept={kept}
        onSubmit={() => void finish()}
      />
      <SimilarMatters content={written} {...(madeId ? { except: madeId } : {})} />
      {rival && (
        <TwoVersions
          own={written}
          current={contentOf(rival)}
          onKeepOwn={() => {
            setRival(null);
            void saving.goOn({ draft: rival, content: writtenIn(contentOf(rival)) });
          }}
          onTakeCurrent={() => void takeCurrent(rival)}
          onClose={() => setRival(null)}
        />
      )}
    </div>
  );
}
