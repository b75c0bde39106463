import { App } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { PROPOSAL_CHANGES, proposalQuery } from '../../shared/proposal/queries.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { isOutdated } from '../../shared/forms/use-outdated.js';
import { ProposalForm } from './ProposalForm.js';
import { contentOf, isSameText, signaturesLost } from './revision.js';
import { TwoVersions } from './TwoVersions.js';
import { reviseProposal } from './writing/drafts.js';
import { keptTextIdOf, type ProposalContent } from './writing/proposal-content.js';

interface EditingProps {
  readonly proposal: ProposalView;
  readonly onDone: () => void;
}

/**
 * Changes the text. Says beforehand how many signatures a changed text loses; where somebody else changed it meanwhile, both texts stand
 * side by side and the proposer chooses.
 */
export function Editing({ proposal, onDone }: EditingProps) {
  const { t } = useTranslation('proposals');
  const { modal } = App.useApp();
  const client = useQueryClient();
  const kept = useKeptText({ ...keptTextIdOf(proposal), basis: proposal.version });
  const [read] = useState(() => contentOf(proposal));
  const [rival, setRival] = useState<{ readonly own: ProposalContent; readonly current: ProposalView } | null>(null);
  const finish = () => {
    kept.forget();
    onDone();
  };
  const revise = useAction((content: ProposalContent) => reviseProposal(proposal.id, content, kept.basis ?? proposal.version), {
    done: t('saved'),
    changes: PROPOSAL_CHANGES,
    onDone: finish,
    onRefused: isOutdated,
  });
  const save = async (content: ProposalContent, latest: ProposalView): Promise<void> => {
    const lost = isSameText(contentOf(latest), content) ? 0 : signaturesLost(latest);
    const mayGo =
      lost === 0 ||
      (await modal.confirm({
        title: t('revise.title', { count: lost }),
        content: t('revise.text'),
        okText: t('revise.go', { count: lost }),
        cancelText: t('revise.stay'),
        autoFocusButton: 'cancel',
      }));
    if (!mayGo) return;
    await revise.mutateAsync(content).catch((error: unknown) => (isOutdated(error) ? compare(content) : undefined));
  };
  const compare = async (own: ProposalContent): Promise<void> => {
    const current = await client.fetchQuery({ ...proposalQuery(proposal.id), staleTime: 0 });
    // Somebody signed, say: the text is still the one that was read, and nobody has to choose.
    if (!isSameText(contentOf(current), read)) return setRival({ own, current });
    kept.rebase(current.version);
    await save(own, current);
  };
  const keepOwn = async ({ own, current }: NonNullable<typeof rival>) => {
    setRival(null);
    kept.rebase(current.version);
    await save(own, current);
  };
  return (
    <Section title={t('editTitle')}>
      <ProposalForm
        initial={contentOf(proposal)}
        submitLabel={t('saveDraft')}
        isSaving={revise.isPending}
        kept={kept}
        onSubmit={(content) => void save(content, proposal)}
      />
      {rival && (
        <TwoVersions
          own={rival.own}
          current={contentOf(rival.current)}
          onKeepOwn={() => void keepOwn(rival)}
          onTakeCurrent={finish}
          onClose={() => setRival(null)}
        />
      )}
    </Section>
  );
}
