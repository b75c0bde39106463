import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { hasSealed } from '../../../shared/ballot/channels.js';
import { KeptNote } from '../../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../../shared/kept-text/use-kept-text.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { Section } from '../../../shared/page/Section.js';
import { useNameOf } from '../../../shared/text/use-name-of.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { nameOfficers } from '../acts/organising-requests.js';
import { PeopleField } from '../../../shared/congress/PeopleField.js';
import type { NamedChoice } from '../../../shared/forms/SearchSelect.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';

interface Fields {
  readonly scrutineers: readonly NamedChoice[];
  readonly chiefScrutineer: string;
  readonly tellers: readonly NamedChoice[];
  readonly chiefTeller: string;
  readonly codesDesk?: readonly NamedChoice[];
}

const SIDES = [
  { people: 'scrutineers', chief: 'chiefScrutineer', role: 'SCRUTINEER' },
  { people: 'tellers', chief: 'chiefTeller', role: 'TELLER' },
] as const;

/** Names scrutineers and tellers with their chiefs, in place of those named before: never a candidate, nobody on both sides. */
export function OfficersForm({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const { required } = useRequiredRules();
  const { t: words } = useTranslation('ballots');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  const [form] = Form.useForm<Fields>();
  const chosen = (Form.useWatch([], form) ?? {}) as Partial<Fields>;
  const officers = ballot.officers ?? [];
  const holdersOf = (role: 'SCRUTINEER' | 'TELLER') => officers.filter((officer) => officer.role === role);
  const named = (role: 'SCRUTINEER' | 'TELLER') => holdersOf(role).map(({ member }) => ({ id: member.id, name: nameOf(member) }));
  const chief = (role: 'SCRUTINEER' | 'TELLER') => holdersOf(role).find((officer) => officer.chief)?.member.id;
  const kept = useKeptText({ form: 'officers', about: ballot.id, basis: ballot.version });
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES, kept });
  const name = useVersionedAction(
    outdated,
    (version, { scrutineers, tellers, chiefScrutineer, chiefTeller, codesDesk = [] }: Fields) =>
      nameOfficers(ballot.id, {
        scrutineers: scrutineers.map(({ id }) => id),
        tellers: tellers.map(({ id }) => id),
        chiefScrutineer,
        chiefTeller,
        codesDesk: codesDesk.map(({ id }) => id),
        version,
      }),
    {
      done: t('officers.done'),
      onDone: () => kept.forget(),
    },
  );
  const candidates = (ballot.candidates ?? []).flatMap(({ memberId }) => memberId ?? []);
  return (
    <Section title={words('officers.title')}>
      <p className="quiet">{t(officers.length > 0 ? 'officers.again' : 'officers.intro')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          scrutineers: named('SCRUTINEER'),
          tellers: named('TELLER'),
          chiefScrutineer: chief('SCRUTINEER'),
          chiefTeller: chief('TELLER'),
          codesDesk: (ballot.codesDesk ?? []).map((member) => ({ id: member.id, name: nameOf(member) })),
        }}
        onFinish={(fields) => name.mutate(fields)}
      >
        {SIDES.map(({ people, chief: chiefField, role }) => (
          <div key={role} className="officer-side">
            <Form.Item name={people} label={words(`officers.${role}`)} rules={[required(words(`officers.${role}`))]}>
              <PeopleField label={words(`officers.${role}`)} without={new Set(candidates)} />
            </Form.Item>
            <Form.Item name={chiefField} label={words(`officers.chief.${role}`)} rules={[required(words(`officers.chief.${role}`))]}>
              <Select options={(chosen[people] ?? []).map(({ id, name: label }) => ({ value: id, label }))} />
            </Form.Item>
          </div>
        ))}
        {hasSealed(ballot.channel) && (
          <Form.Item name="codesDesk" label={t('officers.codesDesk')} extra={t('officers.codesDeskHint')}>
            <PeopleField label={t('officers.codesDesk')} without={new Set(candidates)} />
          </Form.Item>
        )}
        <KeptNote kept={kept} />
        <ConflictNotice
          of={outdated}
          lines={() =>
            SIDES.map(({ role }) => [
              words(`officers.${role}`),
              named(role)
                .map((each) => each.name)
                .join(common('listSeparator')),
            ])
          }
        />
        <Button type={officers.length > 0 ? 'default' : 'primary'} htmlType="submit" loading={name.isPending}>
          {t('officers.action')}
        </Button>
      </Form>
    </Section>
  );
}
