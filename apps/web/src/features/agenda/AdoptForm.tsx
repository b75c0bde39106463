import { Button, Form, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { Section } from '../../shared/page/Section.js';
import { AGENDA_CHANGES, type AgendaView, type AgendaVote, adoptAgenda } from './agenda-requests.js';

interface Fields {
  readonly way: AgendaVote['way'];
  readonly present?: number;
  readonly inFavour?: number;
  readonly against?: number;
  readonly abstained?: number;
  readonly ballotId?: string;
}

const HANDS = ['inFavour', 'against', 'abstained'] as const;
const REFUSAL_FIELDS = { 'congress.hands-above-present': 'inFavour', present: 'present' };

/** Puts the vote of the congress on record; the button says beforehand what will come of it. */
export function AdoptForm({ agenda }: { readonly agenda: AgendaView }) {
  const { t } = useTranslation('agenda');
  const { required } = useRequiredRules();
  const [form] = Form.useForm<Fields>();
  const { sessionId, entitled, present, needed, passedBallots } = agenda;
  const refused = useRefusedFields(form, REFUSAL_FIELDS);
  const kept = useKeptText({ form: 'agenda-adoption', about: sessionId });
  const outdated = useOutdated(agenda, { changes: AGENDA_CHANGES });
  const adopt = useVersionedAction<AgendaView, Fields>(
    outdated,
    (version, { way, ballotId, ...hands }) =>
      adoptAgenda(sessionId, way === 'BALLOT' ? { way, ballotId: ballotId ?? '' } : { way, ...hands }, version),
    {
      done: t('adopt.done'),
      onDone: () => kept.forget(),
      onRefused: refused,
    },
  );
  const way = Form.useWatch('way', form) ?? 'HANDS';
  const inFavour = Form.useWatch('inFavour', form) ?? 0;
  const label = way === 'BALLOT' ? t('adopt.byBallot') : t(inFavour >= needed ? 'adopt.passes' : 'adopt.fails', { inFavour, needed });
  return (
    <Section title={t('adopt.title')} isOnScreenOnly>
      <p>
        {t('adopt.rule', { entitled, needed })} {present === null ? t('adopt.preparatory') : t('adopt.present', { present })}
      </p>
      <Form<Fields>
        form={form}
        name="agenda-adoption"
        layout="vertical"
        requiredMark={false}
        initialValues={{ way: 'HANDS' }}
        onFinish={(fields) => adopt.mutate(fields)}
      >
        <Form.Item name="way" label={t('adopt.way')}>
          <Radio.Group
            options={[
              { value: 'HANDS', label: t('adopt.hands') },
              { value: 'BALLOT', label: t('adopt.ballot') },
            ]}
          />
        </Form.Item>
        {way === 'HANDS' ? (
          <div className="act-fields">
            {present === null && (
              <Form.Item name="present" label={t('adopt.presentField')} rules={[required(t('adopt.presentField'))]}>
                <InputNumber min={0} precision={0} />
              </Form.Item>
            )}
            {HANDS.map((name) => (
              <Form.Item key={name} name={name} label={t(`adopt.${name}`)} rules={[required(t(`adopt.${name}`))]}>
                <InputNumber min={0} precision={0} />
              </Form.Item>
            ))}
          </div>
        ) : passedBallots.length === 0 ? (
          <p className="quiet">{t('adopt.noBallot')}</p>
        ) : (
          <Form.Item name="ballotId" label={t('adopt.ballotField')} rules={[required(t('adopt.ballotField'))]}>
            <Select options={passedBallots.map(({ ballotId, title }) => ({ value: ballotId, label: title }))} />
          </Form.Item>
        )}
        <ConflictNotice of={outdated} />
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={adopt.isPending} disabled={way === 'BALLOT' && passedBallots.length === 0}>
          {label}
        </Button>
      </Form>
    </Section>
  );
}
