import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { UnitHints } from '../../shared/similar/UnitHints.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { assignProposal, type Routing } from './committee.js';
import { InstructionFields, type RoutingEntry, RoutingFields, routingOf } from './RoutingFields.js';

const SEPARATE_MAX = 10;

/** Names the unit that answers, the units that assist, and by when; or several units, each of which answers for itself (分别办理). */
export function AssignForm({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('board');
  const { t: words } = useTranslation('proposals');
  const nameOf = useNameOf();
  const [form] = Form.useForm<RoutingEntry>();
  const separately = Form.useWatch('separately', form);
  const kept = useKeptText({ form: 'assignment', about: proposal.id });
  const outdated = useOutdated(proposal, { changes: PROPOSAL_CHANGES, isLive: true });
  const assign = useVersionedAction(outdated, (version, routing: Routing) => assignProposal(proposal.id, { ...routing, version }), {
    done: t('assign.done'),
    onDone: () => kept.forget(),
  });
  const units = 1 + (separately?.length ?? 0);
  return (
    <section className="decision">
      <h2>{t('assign.title')}</h2>
      <Form<RoutingEntry> form={form} layout="vertical" requiredMark={false} onFinish={(entry) => assign.mutate(routingOf(entry))}>
        {proposal.suggestedUnit && (
          <p className="quiet small">
            {words('suggestedUnit')}: {nameOf(proposal.suggestedUnit)}
          </p>
        )}
        <UnitHints content={proposal} except={proposal.id} onChoose={(unitId) => form.setFieldsValue({ leadUnitId: unitId })} />
        <RoutingFields />
        <SeparateUnits />
        <InstructionFields />
        <ConflictNotice of={outdated} />
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={assign.isPending}>
          {units === 1 ? t('assign.submit') : t('assign.submitSeparate', { count: units })}
        </Button>
      </Form>
    </section>
  );
}

function SeparateUnits() {
  const { t } = useTranslation('board');
  return (
    <Form.List name="separately">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="part">
              <legend>{t('assign.separateNth', { nth: name + 2 })}</legend>
              <RoutingFields at={[name]} path={['separately', name]} />
              <Button onClick={() => remove(name)}>{t('assign.removeSeparate')}</Button>
            </fieldset>
          ))}
          {fields.length < SEPARATE_MAX && (
            <Form.Item extra={t('assign.separateHint')}>
              <Button type="dashed" onClick={() => add()}>
                {t('assign.separate')}
              </Button>
            </Form.Item>
          )}
        </>
      )}
    </Form.List>
  );
}
