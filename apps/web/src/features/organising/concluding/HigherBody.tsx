import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { ReasonButton } from '../../../shared/forms/ReasonButton.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { counted, useTextRules } from '../../../shared/forms/use-text-rules.js';
import { approveResult, rejectResult } from '../acts/organising-requests.js';

const REFERENCE_MAX = 100;

interface Document {
  readonly reference: string;
  readonly documentOn: string;
}

/** Records the document (批复) of the higher body: approved, or not, with the reason. */
export function HigherBody({ ballot }: { readonly ballot: Pick<BallotView, 'id' | 'version'> }) {
  const { t } = useTranslation('organising');
  const atMost = useTextRules();
  const { t: common } = useTranslation();
  const [form] = Form.useForm<Document>();
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES });
  const { id } = ballot;
  const approve = useAction((document: Document) => approveResult(id, { ...document, version: outdated.version }), {
    done: t('acts.approve.done'),
    changes: BALLOT_CHANGES,
    onRefused: outdated.refused,
  });
  const reject = useAction((reason: string) => rejectResult(id, { ...form.getFieldsValue(), reason, version: outdated.version }), {
    done: t('acts.reject.done'),
    changes: BALLOT_CHANGES,
    onRefused: outdated.refused,
  });
  const isFilledIn = () =>
    form.validateFields().then(
      () => true,
      () => false,
    );
  const required = (label: string) => [{ required: true, whitespace: true, message: common('fillIn', { field: label }) }];
  return (
    <Form<Document> form={form} className="act" layout="vertical" requiredMark={false} onFinish={(document) => approve.mutate(document)}>
      <p>{t('acts.approve.intro')}</p>
      <div className="act-fields">
        <Form.Item
          name="reference"
          label={t('acts.approve.reference')}
          rules={[...required(t('acts.approve.reference')), atMost(REFERENCE_MAX)]}
        >
          <Input count={counted(REFERENCE_MAX)} />
        </Form.Item>
        <Form.Item name="documentOn" label={t('acts.approve.documentOn')} rules={required(t('acts.approve.documentOn'))}>
          <Input type="date" />
        </Form.Item>
      </div>
      {outdated.rival && <ConflictNotice />}
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
