import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalRow } from '../../api/shapes.js';
import { useAction } from '../../shared/forms/use-action.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { InstructionFields, type RoutingEntry, RoutingFields, routingOf } from './RoutingFields.js';
import type { Routing } from './committee.js';
import { assignMany, type BulkOutcome } from './bulk.js';

interface BulkFormProps {
  readonly items: readonly ProposalRow[];
  readonly onDone: (outcome: BulkOutcome) => void;
}

/** The same units and date for many. */
export function BulkAssignForm({ items, onDone }: BulkFormProps) {
  const { t } = useTranslation('review');
  const [form] = Form.useForm<RoutingEntry>();
  const kept = useKeptText({ form: 'bulk-assignment', about: 'board' });
  const assign = useAction((routing: Routing) => assignMany(items, routing), {
    changes: PROPOSAL_CHANGES,
    onDone: (outcome) => {
      kept.forget();
      onDone(outcome);
    },
  });
  return (
    <Form<RoutingEntry> form={form} layout="vertical" requiredMark={false} onFinish={(entry) => assign.mutate(routingOf(entry))}>
      <RoutingFields />
      <InstructionFields />
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={assign.isPending}>
        {t('bulk.assignSubmit', { count: items.length })}
      </Button>
    </Form>
  );
}
