import { MEMBER_STANDINGS } from '@plenum/contracts';
import { Form, Input, Modal, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../api/problem.js';
import { useUnits } from '../../shared/congress/members.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { useProblemText } from '../../shared/text/use-problem-text.js';
import { amendingOf, faultsOf, type MemberFields, registeringOf } from './member-fields.js';
import { MobileItem } from './MobileItem.js';
import { SignInLock } from './SignInLock.js';
import { amendMember, type Member, registerMember, useMember } from './roster-requests.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const CHANGES = [['members'], ['delegates'], ['me']] as const;
const NOBODY = { version: 0 };

interface MemberFormProps {
  /** Whom it corrects; null registers somebody. */
  readonly member: Member | null;
  readonly onClose: () => void;
}

/** Registers one person by hand, or corrects one. The staff number is for good: everything else hangs on it. */
export function MemberForm({ member, onClose }: MemberFormProps) {
  const { t } = useTranslation('roster');
  const { written } = useRequiredRules();
  const { t: common } = useTranslation();
  const problemText = useProblemText();
  const units = useUnits();
  const linesOf = useMemberLines();
  const [form] = Form.useForm<MemberFields>();
  const kept = useKeptText({ form: 'member', about: member?.id ?? 'new', ...(member ? { basis: member.version } : {}) });
  const current = useMember(member);
  const outdated = useOutdated(current ?? NOBODY, { changes: CHANGES, kept });
  const close = () => {
    kept.forget();
    onClose();
  };
  const showFault = (error: unknown) => {
    const faults =
      codeOf(error) === 'congress.member-exists'
        ? [{ name: 'staffNo' as const, errors: [problemText(error)] }]
        : faultsOf(error).map(({ name, reason }) => ({ name, errors: [t(`reasons.${reason}`)] }));
    form.setFields(faults);
    return faults.length > 0;
  };
  const save = useVersionedAction(
    outdated,
    (version, fields: MemberFields) =>
      member ? amendMember(member.id, { ...amendingOf(fields), version }) : registerMember(registeringOf(fields)),
    {
      done: t(member ? 'member.amended' : 'member.registered'),
      onDone: close,
      onRefused: showFault,
    },
  );
  return (
    <Modal
      open
      title={member ? t('member.correct', { name: common('person', member) }) : t('member.new')}
      okText={common('save')}
      cancelText={common('cancel')}
      okButtonProps={{ htmlType: 'submit', loading: save.isPending }}
      onCancel={close}
      modalRender={(dialog) => (
        <Form<MemberFields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={fieldsOf(member)}
          onFinish={(fields) => save.mutate(fields)}
        >
          {dialog}
        </Form>
      )}
    >
      <KeptNote kept={kept} />
      {current && <ConflictNotice of={outdated} lines={() => linesOf(current)} />}
      {member && <SignInLock member={member} />}
      {!member && (
        <Form.Item name="staffNo" label={t('columns.staffNo')} rules={[written(t('columns.staffNo'))]}>
          <Input autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('columns.name')} rules={[written(t('columns.name'))]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="unitId" label={t('columns.unit')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('member.unitNone')}
          loading={units.isPending}
          options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="email" label={t('columns.email')}>
        <Input autoComplete="off" />
      </Form.Item>
      <MobileItem member={member} />
      <Form.Item name="standing" label={t('columns.standing')} extra={t('member.standingHint')}>
        <Select options={MEMBER_STANDINGS.map((standing) => ({ value: standing, label: t(`members.standings.${standing}`) }))} />
      </Form.Item>
      {member && (
        <Form.Item name="active" label={t('member.active')} valuePropName="checked" extra={t('member.activeHint')}>
          <Switch />
        </Form.Item>
      )}
    </Modal>
  );
}

function useMemberLines(): (member: Member) => readonly (readonly [string, string])[] {
  const { t } = useTranslation('roster');
  return ({ name, unitName, email, standing, active }) => [
    [t('columns.name'), name],
    [t('columns.unit'), unitName ?? ''],
    [t('columns.email'), email ?? ''],
    [t('columns.standing'), standing ? t(`members.standings.${standing}`) : ''],
    ...(active ? [] : [[t('member.active'), t('members.left')] as const]),
  ];
}

function fieldsOf(member: Member | null): Partial<MemberFields> {
  if (!member) return { standing: 'FULL' };
  const { name, unitId, email, standing, active } = member;
  return { name, unitId: unitId ?? undefined, email: email ?? '', standing: standing ?? 'FULL', active };
}
