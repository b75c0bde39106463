import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HandlingView } from '../../api/shapes.js';
import { useMe } from '../congress/use-me.js';
import { useAction } from '../forms/use-action.js';
import { useRefusedFields } from '../forms/use-refused-fields.js';
import { useRequiredRules } from '../forms/use-required-rules.js';
import { PROPOSAL_CHANGES } from '../proposal/queries.js';
import { type Judgement, rateReply } from './feedback-requests.js';

interface Fields {
  readonly password: string;
}

interface ConfirmDialogProps {
  readonly proposalId: string;
  readonly handling: HandlingView;
  readonly judgement: Judgement;
  readonly onClose: () => void;
  readonly onRated: () => void;
}

const REFUSAL_FIELDS = { 'congress.wrong-password': 'password', 'congress.sign-in-locked': 'password' } as const;

/** Asks for the password before a rating is sent: a page that was left open, or lent, is not enough. */
export function ConfirmDialog({ proposalId, handling, judgement, onClose, onRated }: ConfirmDialogProps) {
  const { t } = useTranslation('feedback');
  const { t: words } = useTranslation('proposals');
  const { required } = useRequiredRules();
  const me = useMe();
  const [form] = Form.useForm<Fields>();
  const rating = useAction(
    ({ password }: Fields) => rateReply(proposalId, handling.id, password, { ...judgement, version: handling.version }),
    {
      done: words('rating.done'),
      changes: PROPOSAL_CHANGES,
      isSecret: true,
      onDone: () => {
        onRated();
        onClose();
      },
      onRefused: useRefusedFields(form, REFUSAL_FIELDS),
    },
  );
  return (
    <Modal
      open
      title={t('password.title')}
      okText={t('password.submit')}
      confirmLoading={rating.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="quiet">{t('password.intro')}</p>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => rating.mutate(fields)}>
        <input hidden readOnly type="text" name="username" autoComplete="username" value={me.data?.member.staffNo ?? ''} />
        <Form.Item name="password" label={t('password.label')} rules={[required(t('password.label'))]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
