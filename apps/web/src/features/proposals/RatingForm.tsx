import { RATINGS, type Rating } from '@plenum/contracts';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HandlingView, ProposalView } from '../../api/shapes.js';
import { formatDate } from '../../shared/text/formats.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { isDissatisfied } from '../../shared/proposal/rounds.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { rateReply } from './filing.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const COMMENT_MAX = 1000;

interface Fields {
  readonly attitude: Rating;
  readonly result: Rating;
  readonly comment?: string;
}

interface RatingFormProps {
  readonly proposal: ProposalView;
  readonly handling: HandlingView;
}

/** The proposer's judgement of the reply of a unit, in two dimensions; whoever is dissatisfied says with what. */
export function RatingForm({ proposal, handling }: RatingFormProps) {
  const { t, i18n } = useTranslation('proposals');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const grades = Form.useWatch([], form) as Partial<Fields> | undefined;
  const needsComment = isDissatisfied(grades);
  const kept = useKeptText({ form: 'rating', about: `${handling.id}.${handling.replies.length}` });
  const rate = useAction((fields: Fields) => rateReply(proposal.id, handling.id, { ...fields, version: handling.version }), {
    done: t('rating.done'),
    changes: PROPOSAL_CHANGES,
    onDone: () => kept.forget(),
  });
  const due = handling.replies[handling.replies.length - 1]?.feedbackDueOn;
  const commentLabel = needsComment ? t('rating.commentDissatisfied') : t('rating.comment');
  return (
    <Section
      title={t('rating.title')}
      extra={due && <span className="quiet small">{t('reply.feedbackDueOn', { date: formatDate(due, i18n.language) })}</span>}
    >
      <p className="quiet">{t('rating.intro')}</p>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => rate.mutate(fields)}>
        {(['attitude', 'result'] as const).map((dimension) => (
          <Form.Item key={dimension} name={dimension} label={t(`rating.${dimension}`)} rules={[required(t(`rating.${dimension}`))]}>
            <Radio.Group
              aria-label={t(`rating.${dimension}`)}
              optionType="button"
              buttonStyle="solid"
              options={RATINGS.map((grade) => ({ value: grade, label: t(`rating.grade.${grade}`) }))}
            />
          </Form.Item>
        ))}
        <Form.Item name="comment" label={commentLabel} rules={[...(needsComment ? [written(commentLabel)] : []), atMost(COMMENT_MAX)]}>
          <Input.TextArea rows={3} count={counted(COMMENT_MAX)} />
        </Form.Item>
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={rate.isPending}>
          {t('rating.submit')}
        </Button>
      </Form>
    </Section>
  );
}
