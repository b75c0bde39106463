import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView, CandidateObjection, NominationView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { formatInstant } from '../../shared/text/formats.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useMe } from '../../shared/congress/use-me.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { answerObjection } from './nomination-requests.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const REASON_MAX = 2_000;
const REFUSAL_FIELDS = { 'ballot.own-matter': 'reason', 'ballot.candidate-objection-answered': 'reason' };

interface CandidateObjectionsProps {
  readonly ballot: BallotView;
  readonly nomination: NominationView;
}

/** The objections that the reader may see, the unanswered first: all of them for organisers, the own for who made them. */
export function CandidateObjections({ ballot, nomination }: CandidateObjectionsProps) {
  const { t } = useTranslation('nomination');
  const { objections, candidates } = nomination;
  if (objections.length === 0) return null;
  const answers = ballot.allowedActions.includes('answer-candidate-objection');
  const labelOf = (id: string) => candidates.find((candidate) => candidate.id === id)?.label;
  const sorted = [...objections].sort((one, other) => Number(one.answer !== null) - Number(other.answer !== null));
  return (
    <Section title={t(answers ? 'objections.title' : 'objections.own')}>
      <ul className="rows">
        {sorted.map((objection) => (
          <ObjectionRow
            key={objection.id}
            ballotId={ballot.id}
            objection={objection}
            candidate={labelOf(objection.candidateId) ?? t('objections.gone')}
            mayAnswer={answers}
          />
        ))}
      </ul>
    </Section>
  );
}

interface ObjectionRowProps {
  readonly ballotId: string;
  readonly objection: CandidateObjection;
  readonly candidate: string;
  readonly mayAnswer: boolean;
}

function ObjectionRow({ ballotId, objection, candidate, mayAnswer }: ObjectionRowProps) {
  const { t, i18n } = useTranslation('nomination');
  const me = useMe();
  const nameOf = useNameOf();
  const { id, member, grounds, madeAt, answer } = objection;
  const isOwn = member.id === me.data?.member.id;
  return (
    <li className="objection">
      <div className="objection-head">
        <strong>{t('objections.about', { name: candidate })}</strong>
        {answer ? (
          <StatusTag tone={answer.upheld ? 'bad' : 'quiet'}>{t(answer.upheld ? 'objections.upheld' : 'objections.dismissed')}</StatusTag>
        ) : (
          <StatusTag tone="waiting">{t('objections.open')}</StatusTag>
        )}
      </div>
      <p className="prose">{grounds}</p>
      <div className="quiet small">{t('objections.by', { name: nameOf(member), at: formatInstant(madeAt, i18n.language) })}</div>
      {answer && <p className="prose objection-answer">{t('objections.answer', { reason: answer.reason })}</p>}
      {!answer &&
        mayAnswer &&
        (isOwn ? (
          <p className="quiet">{t('objections.notOwn')}</p>
        ) : (
          <AnswerForm ballotId={ballotId} objectionId={id} candidate={candidate} />
        ))}
    </li>
  );
}

interface AnswerFormProps {
  readonly ballotId: string;
  readonly objectionId: string;
  readonly candidate: string;
}

interface Given {
  readonly upheld: boolean;
  readonly reason: string;
}

/** Rules on an objection, with a reason either way; upheld, it takes the candidate off the list. */
function AnswerForm({ ballotId, objectionId, candidate }: AnswerFormProps) {
  const { t } = useTranslation('nomination');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Given>();
  const kept = useKeptText({ form: 'candidate-objection-answer', about: objectionId });
  const answer = useAction((given: Given) => answerObjection(ballotId, objectionId, given), {
    done: t('answer.done'),
    changes: BALLOT_CHANGES,
    onDone: () => kept.forget(),
    onRefused: useRefusedFields(form, REFUSAL_FIELDS),
  });
  return (
    <Form<Given>
      form={form}
      name={`answer-${objectionId}`}
      className="objection-form"
      layout="vertical"
      requiredMark={false}
      onFinish={(given) => answer.mutate(given)}
    >
      <Form.Item name="upheld" label={t('answer.ruling')} rules={[required(t('answer.ruling'))]}>
        <Radio.Group
          options={[
            { value: false, label: t('answer.dismiss') },
            { value: true, label: t('answer.uphold', { name: candidate }) },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('answer.reason')} rules={[written(t('answer.reason')), atMost(REASON_MAX)]}>
        <Input.TextArea rows={3} count={counted(REASON_MAX)} />
      </Form.Item>
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={answer.isPending}>
        {t('answer.action')}
      </Button>
    </Form>
  );
}
