import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { ReasonButton } from '../../../shared/forms/ReasonButton.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { counted, useTextRules } from '../../../shared/forms/use-text-rules.js';
import { approveResult, rejectResult } from '../acts/organising-requests.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';

const REFERENCE_MAX = 100;

interface Document {
  readonly reference: string;
  readonly documentOn: string;
}

/** Records the document (批复) of the higher body: approved, or not, with the reason. */
export function HigherBody({ ballot }: { readonly ballot: Pick<BallotView, 'id' | 'version'> }) {
  const { t } = useTranslation('organising');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Document>();
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES });
  const { id } = ballot;
  const approve = useVersionedAction(outdated, (version, document: Document) => approveResult(id, { ...document, version }), {
    done: t('acts.approve.done'),
  });
  const reject = useVersionedAction(
    outdated,
    (version, reason: string) => rejectResult(id, { ...form.getFieldsValue(), reason, version }),
    {
      done: t('acts.reject.done'),
    },
  );
  const isFilledIn = () =>
    form.validateFields().then(
      () => true,
      () => false,
    );
  return (
    <Form<Document> form={form} className="act" layout="vertical" requiredMark={false} onFinish={(document) => approve.mutate(document)}>
      <p>{t('acts.approve.intro')}</p>
      <div className="act-fields">
        <Form.Item
          name="reference"
          label={t('acts.approve.reference')}
          rules={[written(t('acts.approve.reference')), atMost(REFERENCE_MAX)]}
        >
          <Input count={counted(REFERENCE_MAX)} />
        </Form.Item>
        <Form.Item name="documentOn" label={t('acts.approve.documentOn')} rules={[written(t('acts.approve.documentOn'))]}>
          <Input type="date" />
        </Form.Item>
      </div>
      <ConflictNotice of={outdated} />
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={approve.isPending}>
          {t('acts.approve.action')}
        </Button>
        <ReasonButton
          label={t('acts.reject.action')}
          title={t('acts.reject.title')}
          reasonLabel={t('acts.reject.reason')}
          isBusy={reject.isPending}
          isReady={isFilledIn}
          onConfirm={(reason) => reject.mutate(reason)}
        />
      </div>
    </Form>
  );
}
