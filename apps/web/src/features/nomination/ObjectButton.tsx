import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRefusedFields } from '../../shared/forms/use-refused-fields.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { objectTo } from './nomination-requests.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const GROUNDS_MAX = 2_000;
const REFUSAL_FIELDS = { 'ballot.already-objected': 'grounds', 'ballot.notice-over': 'grounds', 'ballot.not-standing': 'grounds' };

interface ObjectButtonProps {
  readonly ballotId: string;
  readonly candidateId: string;
  readonly label: string;
}

/** Objects to a candidate on the posted list (异议), with grounds that organisers alone read. */
export function ObjectButton({ ballotId, candidateId, label }: ObjectButtonProps) {
  const { t } = useTranslation('nomination');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<{ grounds: string }>();
  const object = useAction(({ grounds }: { grounds: string }) => objectTo(ballotId, { candidateId, grounds }), {
    done: t('object.done'),
    changes: BALLOT_CHANGES,
    onDone: () => setOpen(false),
    onRefused: useRefusedFields(form, REFUSAL_FIELDS),
  });
  const field = t('object.grounds');
  return (
    <>
      <Button aria-label={t('object.to', { name: label })} onClick={() => setOpen(true)}>
        {t('object.action')}
      </Button>
      <Modal
        title={t('object.to', { name: label })}
        open={isOpen}
        destroyOnHidden
        okText={t('object.send')}
        okButtonProps={{ htmlType: 'submit', loading: object.isPending }}
        onCancel={() => setOpen(false)}
        modalRender={(dialog) => (
          <Form
            form={form}
            name="object"
            layout="vertical"
            requiredMark={false}
            clearOnDestroy
            onFinish={(fields) => object.mutate(fields)}
          >
            {dialog}
          </Form>
        )}
      >
        <p className="quiet">{t('object.intro')}</p>
        <Form.Item name="grounds" label={field} rules={[written(field), atMost(GROUNDS_MAX)]}>
          <Input.TextArea rows={4} count={counted(GROUNDS_MAX)} />
        </Form.Item>
      </Modal>
    </>
  );
}
