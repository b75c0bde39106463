import type { Rating } from '@plenum/contracts';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandlingView, ProposalView } from '../../api/shapes.js';
import { formatDate } from '../text/formats.js';
import { KeptNote } from '../kept-text/KeptNote.js';
import { useKeptText } from '../kept-text/use-kept-text.js';
import { isDissatisfied } from '../proposal/rounds.js';
import { Section } from '../page/Section.js';
import { counted, useTextRules } from '../forms/use-text-rules.js';
import { useRequiredRules } from '../forms/use-required-rules.js';
import type { Judgement } from './feedback-requests.js';
import { gradesOf } from './grades.js';
import { ConfirmDialog } from './ConfirmDialog.js';

const COMMENT_MAX = 1000;

interface Fields {
  readonly attitude?: Rating;
  readonly result?: Rating;
  readonly comment?: string;
}

interface RatingFormProps {
  readonly proposal: ProposalView;
  readonly handling: HandlingView;
}

/** The judgement of the reply of a unit, in what the call asks for; whoever is dissatisfied says with what. Who it is is asked last. */
export function RatingForm({ proposal, handling }: RatingFormProps) {
  const { t, i18n } = useTranslation('feedback');
  const { t: words } = useTranslation('proposals');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const [judgement, setJudgement] = useState<Judgement | null>(null);
  const grades = Form.useWatch([], form) as Partial<Fields> | undefined;
  const needsComment = isDissatisfied(grades);
  const kept = useKeptText({ form: 'rating', about: `${handling.id}.${handling.replies.length}` });
  const due = handling.replies[handling.replies.length - 1]?.feedbackDueOn;
  const commentLabel = words(needsComment ? 'rating.commentDissatisfied' : 'rating.comment');
  const { ratingDimensions, ratingScale, ratedBy, silencePolicy } = proposal.call;
  return (
    <Section
      title={words('rating.title')}
      extra={due && <span className="quiet small">{t('due', { date: formatDate(due, i18n.language) })}</span>}
    >
      <p className="quiet">
        {t('intro')} {t(`raters.${ratedBy}`)} {t(`silence.${silencePolicy}`)}
      </p>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => setJudgement(fields)}>
        {(['attitude', 'result'] as const)
          .filter((dimension) => ratingDimensions.includes(dimension))
          .map((dimension) => (
            <Form.Item
              key={dimension}
              name={dimension}
              label={words(`rating.${dimension}`)}
              rules={[required(words(`rating.${dimension}`))]}
            >
              <Radio.Group
                aria-label={words(`rating.${dimension}`)}
                optionType="button"
                buttonStyle="solid"
                options={gradesOf(ratingScale).map((grade) => ({ value: grade, label: words(`rating.grade.${grade}`) }))}
              />
            </Form.Item>
          ))}
        <Form.Item name="comment" label={commentLabel} rules={[...(needsComment ? [written(commentLabel)] : []), atMost(COMMENT_MAX)]}>
          <Input.TextArea rows={3} count={counted(COMMENT_MAX)} />
        </Form.Item>
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit">
          {words('rating.submit')}
        </Button>
      </Form>
      {judgement && (
        <ConfirmDialog
          proposalId={proposal.id}
          handling={handling}
          judgement={judgement}
          onClose={() => setJudgement(null)}
          onRated={() => kept.forget()}
        />
      )}
    </Section>
  );
}
