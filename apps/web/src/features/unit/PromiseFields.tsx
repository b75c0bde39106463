import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { civilDateOf } from '../../shared/text/formats.js';
import type { ReplyFields } from './reply-fields.js';

const PROMISE_MAX = 2_000;
const BASIS_MAX = 5_000;
const PROMISES_MAX = 20;

type Demand = ProposalView['call']['resultDemands'][number]['demand'];

interface PromiseFieldsProps {
  readonly demand: Demand | undefined;
  /** Whether files show it: then nobody has to say it in words too. */
  readonly isShown: boolean;
}

/** What the result demands: its evidence or reason, or promises, each with its day. A reply may promise whatever its result. */
export function PromiseFields({ demand, isShown }: PromiseFieldsProps) {
  const { t } = useTranslation('ledger');
  const { t: words } = useTranslation('files');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const today = dayjs(civilDateOf(new Date()));
  const needed = {
    validator: (_rule: unknown, promises: ReplyFields['promises']) =>
      demand === 'promise' && (promises ?? []).length === 0 ? Promise.reject(new Error(t('reply.promisesNeeded'))) : Promise.resolve(),
  };
  return (
    <>
      {(demand === 'evidence' || demand === 'reason') && (
        <Form.Item
          name="basis"
          label={t(`reply.${demand}`)}
          extra={demand === 'evidence' ? words('evidence.hintFew') : null}
          rules={[...(demand === 'evidence' && isShown ? [] : [written(t(`reply.${demand}`))]), atMost(BASIS_MAX)]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} count={counted(BASIS_MAX)} />
        </Form.Item>
      )}
      <h3 className="text-head">{t('reply.promises')}</h3>
      <p className="quiet small">{t('reply.promisesHint')}</p>
      <Form.List name="promises" rules={[needed]}>
        {(fields, { add, remove }, { errors }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="act-fields">
                <Form.Item name={[name, 'promise']} label={t('promise')} rules={[written(t('promise')), atMost(PROMISE_MAX)]}>
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
                </Form.Item>
                <Form.Item name={[name, 'dueOn']} label={t('dueOn')} rules={[required(t('dueOn'))]}>
                  <DatePicker disabledDate={(day) => day.isBefore(today, 'day')} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<MinusCircleOutlined />}
                  aria-label={t('reply.remove', { nth: name + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Form.Item>
              <Button icon={<PlusOutlined />} disabled={fields.length >= PROMISES_MAX} onClick={() => add({})}>
                {t('reply.add')}
              </Button>
              <Form.ErrorList errors={errors} />
            </Form.Item>
          </>
        )}
      </Form.List>
    </>
  );
}
