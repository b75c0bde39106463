import { Alert, Button, Popconfirm, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../shared/forms/use-action.js';
import { type Fact, Facts } from '../../shared/page/Facts.js';
import { Section } from '../../shared/page/Section.js';
import { formatInstant } from '../../shared/text/formats.js';
import { RobotForm } from './RobotForm.js';
import { type GroupWay, removeGroupWay, type Robot, setGroupWay, tryGroupWay, WAY_CHANGES } from './way-requests.js';

/** A provider's group: whether it is posted to, how that fares, and all that can be done about it. */
export function GroupWayCard({ way }: { readonly way: GroupWay }) {
  const { t } = useTranslation('ways');
  const [isOpen, setOpen] = useState(false);
  const { provider, robot } = way;
  return (
    <Section title={t(`providers.${provider}`)} extra={robot && <OnOff way={way} robot={robot} />}>
      {robot ? <Fares robot={robot} /> : <p className="quiet">{t('none')}</p>}
      {isOpen ? (
        <RobotForm way={way} onClose={() => setOpen(false)} />
      ) : (
        <div className="toolbar way-acts">
          {robot && <Trial way={way} />}
          <Button type={robot ? 'default' : 'primary'} onClick={() => setOpen(true)}>
            {t(robot ? 'change' : 'set')}
          </Button>
          {robot && <Removal way={way} />}
        </div>
      )}
    </Section>
  );
}

function OnOff({ way: { provider, version }, robot }: { readonly way: GroupWay; readonly robot: Robot }) {
  const { t } = useTranslation('ways');
  const save = useAction((isOn: boolean) => setGroupWay(provider, { isOn, locale: robot.locale }, version), { changes: WAY_CHANGES });
  return (
    <label className="way-switch">
      <Switch
        checked={robot.isOn}
        loading={save.isPending}
        onChange={(isOn) => save.mutate(isOn)}
        aria-label={t('onOff', { provider: t(`providers.${provider}`) })}
      />
      <span>{t(robot.isOn ? 'on' : 'off')}</span>
    </label>
  );
}

/** What went wrong last stands first, with what to do about it. */
function Fares({ robot }: { readonly robot: Robot }) {
  const { t, i18n } = useTranslation('ways');
  const when = (instant: string | null) => (instant === null ? t('never') : formatInstant(instant, i18n.language));
  const facts: readonly Fact[] = [
    { name: t('lastPosted'), value: when(robot.lastPostedAt) },
    { name: t('waiting'), value: t('waitingCount', { count: robot.waiting }) },
    { name: t('robot'), value: t(robot.isSigned ? 'robotSigned' : 'robotUnsigned', { hint: robot.hint }) },
    { name: t('language'), value: t(`languages.${robot.locale}`) },
  ];
  return (
    <>
      {robot.trouble && (
        <Alert
          className="section"
          type="warning"
          showIcon
          title={t('trouble', { when: when(robot.troubledAt), what: t(`troubles.${robot.trouble}.what`) })}
          description={t(`troubles.${robot.trouble}.advice`)}
        />
      )}
      <Facts facts={facts} />
    </>
  );
}

function Trial({ way: { provider } }: { readonly way: GroupWay }) {
  const { t } = useTranslation('ways');
  const trial = useAction(() => tryGroupWay(provider), { changes: WAY_CHANGES });
  return (
    <>
      <Button type="primary" loading={trial.isPending} onClick={() => trial.mutate()}>
        {t('try')}
      </Button>
      <span aria-live="polite" className="quiet">
        {trial.data && t(trial.data.trouble === null ? 'tried' : 'triedInVain')}
      </span>
    </>
  );
}

function Removal({ way: { provider, version } }: { readonly way: GroupWay }) {
  const { t } = useTranslation('ways');
  const { t: common } = useTranslation();
  const remove = useAction(() => removeGroupWay(provider, version), { done: t('removed'), changes: WAY_CHANGES });
  return (
    <Popconfirm title={t('removeConfirm')} okText={t('remove')} cancelText={common('cancel')} onConfirm={() => remove.mutate()}>
      <Button danger loading={remove.isPending}>
        {t('remove')}
      </Button>
    </Popconfirm>
  );
}
