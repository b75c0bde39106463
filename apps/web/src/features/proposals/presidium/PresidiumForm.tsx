import { Button, Card, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, proposals } from '../../../api/client.js';
import type { components } from '../../../api/generated/proposals.js';
import type { ProposalView } from '../../../api/shapes.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../../shared/forms/use-text-rules.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { KeptNote } from '../../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../../shared/kept-text/use-kept-text.js';
import { PROPOSAL_CHANGES } from '../../../shared/proposal/queries.js';
import { MeetingFields } from '../../../shared/review/MeetingFields.js';
import { type MeetingEntry, meetingOf } from '../../../shared/review/meeting.js';

type Said = Omit<components['schemas']['PresidiumDecisionRequest'], 'version'>;

interface Fields extends MeetingEntry {
  readonly outcome: Said['outcome'];
  readonly reason?: string;
}

const OUTCOMES: readonly Said['outcome'][] = ['FILED', 'NOT_FILED', 'MOTION'];
const REASON_MAX = 2000;

/** The presidium decides what the committee left to it; what is before the congress is not put there again. */
export function PresidiumForm({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('review');
  const { t: words } = useTranslation('proposals');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const needsReason = Form.useWatch('outcome', form) === 'NOT_FILED';
  const kept = useKeptText({ form: 'presidium', about: proposal.id });
  const outdated = useOutdated(proposal, { changes: PROPOSAL_CHANGES, isLive: true });
  const decide = useVersionedAction(outdated, (version, said: Said) => decideProposal(proposal.id, { ...said, version }), {
    done: t('presidium.done'),
    onDone: () => kept.forget(),
  });
  const reasonLabel = needsReason ? t('presidium.reason') : t('presidium.reasonOptional');
  return (
    <Card className="section">
      <h2 className="text-head">{t('presidium.title')}</h2>
      {proposal.review?.reason && <p className="prose">{t('presidium.intro', { reason: proposal.review.reason })}</p>}
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => decide.mutate(saidIn(fields))}>
        <Form.Item name="outcome" label={t('presidium.outcome')} rules={[required(t('presidium.outcome'))]}>
          <Radio.Group
            className="presidium-outcome"
            aria-label={t('presidium.outcome')}
            options={OUTCOMES.map((value) => ({
              value,
              disabled: value === 'MOTION' && proposal.isMotion,
              label: (
                <>
                  {words(`review.outcome.${value}`)} <span className="quiet small">{t(`presidium.hint.${value}`)}</span>
                </>
              ),
            }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={reasonLabel} rules={[...(needsReason ? [written(reasonLabel)] : []), atMost(REASON_MAX)]}>
          <Input.TextArea rows={3} count={counted(REASON_MAX)} />
        </Form.Item>
        <MeetingFields />
        <ConflictNotice of={outdated} />
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={decide.isPending}>
          {t('presidium.submit')}
        </Button>
      </Form>
    </Card>
  );
}

const decideProposal = (id: string, body: components['schemas']['PresidiumDecisionRequest']) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/presidium-decision', { params: { path: { id } }, body }));

/** What was left empty is not said at all. */
const saidIn = ({ outcome, reason, ...meeting }: Fields): Said => ({
  outcome,
  ...(reason?.trim() ? { reason } : {}),
  ...meetingOf(meeting),
});
