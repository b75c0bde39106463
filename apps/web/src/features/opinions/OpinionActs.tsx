import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReasonButton } from '../../shared/forms/ReasonButton.js';
import { useAction } from '../../shared/forms/use-action.js';
import { Section } from '../../shared/page/Section.js';
import { AnswerForm } from './AnswerForm.js';
import { DecisionForm } from './DecisionForm.js';
import { JudgementForm } from './JudgementForm.js';
import { OPINION_CHANGES, type OpinionDetail, unpublish, withdraw } from './opinion-requests.js';
import { PublicationForm } from './PublicationForm.js';

/** What the reader can do: the committee decides and publishes, the unit answers, the suggester judges or takes it back. */
export function OpinionActs({ opinion }: { readonly opinion: OpinionDetail }) {
  const { t } = useTranslation('opinions');
  const { allowedActions: allowed } = opinion;
  return (
    <>
      {allowed.includes('judge') && (
        <Section title={t('judge.title')}>
          <JudgementForm opinion={opinion} />
        </Section>
      )}
      {allowed.includes('reply') && (
        <Section title={t('reply.title')}>
          <AnswerForm opinion={opinion} />
        </Section>
      )}
      {allowed.includes('decide') && (
        <Section title={t('decide.title')}>
          <DecisionForm opinion={opinion} />
        </Section>
      )}
      {allowed.includes('publish') && (
        <Section title={t('publish.title')}>
          <PublicationForm opinion={opinion} />
        </Section>
      )}
      {(allowed.includes('unpublish') || allowed.includes('withdraw')) && <TakingBack opinion={opinion} />}
    </>
  );
}

function TakingBack({ opinion: { id, version, allowedActions } }: { readonly opinion: OpinionDetail }) {
  const { t } = useTranslation('opinions');
  const changes = OPINION_CHANGES;
  const takeOut = useAction((reason: string) => unpublish(id, { reason, version }), { done: t('unpublish.done'), changes });
  const takeBack = useAction(() => withdraw(id, version), { done: t('withdraw.done'), changes });
  return (
    <div className="toolbar section">
      {allowedActions.includes('unpublish') && (
        <ReasonButton
          label={t('unpublish.submit')}
          title={t('unpublish.title')}
          reasonLabel={t('reason')}
          isBusy={takeOut.isPending}
          onConfirm={(reason) => takeOut.mutate(reason)}
        />
      )}
      {allowedActions.includes('withdraw') && (
        <Popconfirm title={t('withdraw.confirm')} okText={t('withdraw.submit')} onConfirm={() => takeBack.mutate()}>
          <Button danger loading={takeBack.isPending}>
            {t('withdraw.submit')}
          </Button>
        </Popconfirm>
      )}
    </div>
  );
}
