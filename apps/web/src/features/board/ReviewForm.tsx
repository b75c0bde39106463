import { REVIEW_OUTCOMES } from '@plenum/contracts';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { MeetingFields } from '../../shared/review/MeetingFields.js';
import { type MeetingEntry, meetingOf } from '../../shared/review/meeting.js';
import { type Decision, reviewProposal } from './committee.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const REASON_MAX = 2000;
const CATEGORY_MAX = 40;
const WITH_REASON: readonly string[] = ['NOT_FILED', 'RETURNED', 'PRESIDIUM'];

/** What the fields say. */
export interface ReviewEntry extends MeetingEntry {
  readonly outcome: Decision['outcome'];
  readonly reason?: string;
  readonly category?: string;
}

/** The next step of the review: file, pass on, decline, return or leave to the presidium; whatever is not accepted gets its reason. */
export function ReviewForm({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('board');
  const { t: words } = useTranslation('review');
  const [form] = Form.useForm<ReviewEntry>();
  const kept = useKeptText({ form: 'review', about: proposal.id });
  const outdated = useOutdated(proposal, { changes: PROPOSAL_CHANGES, isLive: true });
  const review = useVersionedAction(outdated, (version, decision: Decision) => reviewProposal(proposal.id, { ...decision, version }), {
    done: t('review.done'),
    onDone: () => kept.forget(),
  });
  const { nth, of, name, isLast } = stepOf(proposal);
  return (
    <section className="decision">
      <h2>{t('review.title')}</h2>
      {of > 1 && (
        <p>
          {words('step', { nth, of, name })} {!isLast && <span className="quiet">{words('stepHint')}</span>}
        </p>
      )}
      <Form<ReviewEntry>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ category: proposal.category }}
        onFinish={(entry) => review.mutate(decisionOf(entry))}
      >
        <OutcomeFields form={form} offered={proposal.call.reviewOutcomes} isLast={isLast} />
        <MeetingFields />
        <ConflictNotice of={outdated} />
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={review.isPending}>
          {t('review.submit')}
        </Button>
      </Form>
    </section>
  );
}

interface OutcomeFieldsProps {
  readonly form: ReturnType<typeof Form.useForm<ReviewEntry>>[0];
  readonly offered: readonly string[];
  /** Whether it decides; the reason is needed then. */
  readonly isLast: boolean;
}

/** What the committee found, where it belongs, and why. */
export function OutcomeFields({ form, offered, isLast }: OutcomeFieldsProps) {
  const { t } = useTranslation('board');
  const { t: words } = useTranslation('proposals');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const outcome = Form.useWatch('outcome', form);
  const needsReason = isLast && WITH_REASON.includes(outcome ?? '');
  const reasonLabel = needsReason ? t('review.reason') : t('review.reasonOptional');
  return (
    <>
      <Form.Item name="outcome" label={t('review.outcome')} rules={[required(t('review.outcome'))]}>
        <Radio.Group
          className="outcome"
          aria-label={t('review.outcome')}
          options={REVIEW_OUTCOMES.filter((value) => offered.includes(value)).map((value) => ({
            value,
            label: (
              <>
                {words(`review.outcome.${value}`)} <span className="quiet small">{t(`review.outcomeHint.${value}`)}</span>
              </>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item name="category" label={t('review.category')} rules={[atMost(CATEGORY_MAX)]}>
        <Input count={counted(CATEGORY_MAX)} />
      </Form.Item>
      <Form.Item name="reason" label={reasonLabel} rules={[...(needsReason ? [written(reasonLabel)] : []), atMost(REASON_MAX)]}>
        <Input.TextArea rows={3} count={counted(REASON_MAX)} />
      </Form.Item>
    </>
  );
}

/** What was left empty is not said at all. */
export function decisionOf({ outcome, reason, category, ...meeting }: ReviewEntry): Decision {
  return {
    outcome,
    ...(reason?.trim() ? { reason } : {}),
    ...(category?.trim() ? { category } : {}),
    ...meetingOf(meeting),
  };
}

/** Which step of its review comes next. */
function stepOf({ reviewSteps, call }: ProposalView) {
  const taken = reviewSteps.length - 1 - reviewSteps.map(({ decides }) => decides).lastIndexOf(true);
  const of = call.reviewSteps.length;
  return { nth: taken + 1, of, name: call.reviewSteps[taken] ?? '', isLast: taken + 1 >= of };
}
