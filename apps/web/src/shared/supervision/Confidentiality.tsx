import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { answer, proposals } from '../../api/client.js';
import { ReasonButton } from '../forms/ReasonButton.js';
import { useAction } from '../forms/use-action.js';
import { StatusTag } from '../page/StatusTag.js';
import { PROPOSAL_CHANGES } from '../proposal/queries.js';

/** That a proposal is confidential, and the way to make it so or open it again: of its proposer, and of the committee with a reason. */
export function Confidentiality({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('supervision');
  const { id, version, confidential, maySetConfidentiality } = proposal;
  const setting = useAction(
    (reason: string) =>
      answer(
        proposals.PUT('/api/proposals/proposals/{id}/confidentiality', {
          body: { isConfidential: confidential === null, reason, version },
          params: { path: { id } },
        }),
      ),
    { done: t(confidential ? 'confidential.lifted' : 'confidential.kept'), changes: PROPOSAL_CHANGES },
  );
  return (
    <div className="toolbar toolbar-foot">
      {confidential && (
        <>
          <StatusTag tone="waiting">{t('confidential.is')}</StatusTag>
          {confidential.reason && <span className="quiet small">{confidential.reason}</span>}
        </>
      )}
      {maySetConfidentiality && (
        <ReasonButton
          size="small"
          label={t(confidential ? 'confidential.lift' : 'confidential.keep')}
          title={t(confidential ? 'confidential.liftTitle' : 'confidential.keepTitle')}
          reasonLabel={t('key.reason')}
          isBusy={setting.isPending}
          onConfirm={(reason) => setting.mutate(reason)}
        />
      )}
    </div>
  );
}
