import { Alert, Button, Popconfirm, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../shared/forms/use-action.js';
import { type Fact, Facts } from '../../shared/page/Facts.js';
import { Section } from '../../shared/page/Section.js';
import { formatInstant } from '../../shared/text/formats.js';
import { MessageAppForm } from './MessageAppForm.js';
import { type AppWay, type MessageApp, removeApp, setApp, tryApp, WAY_CHANGES } from './way-requests.js';

/** A provider's app that writes to people one by one: whether it does, how that fares, and all that can be done about it. */
export function MessageAppCard({ way }: { readonly way: AppWay }) {
  const { t } = useTranslation('ways');
  const [isOpen, setOpen] = useState(false);
  const { provider, app } = way;
  return (
    <Section title={t(`apps.providers.${provider}`)} extra={app && <OnOff way={way} app={app} />}>
      {app ? <Fares app={app} /> : <p className="quiet">{t('apps.none')}</p>}
      {isOpen ? (
        <MessageAppForm way={way} onClose={() => setOpen(false)} />
      ) : (
        <div className="toolbar way-acts">
          {app && <Trial way={way} app={app} />}
          <Button type={app ? 'default' : 'primary'} onClick={() => setOpen(true)}>
            {t(app ? 'change' : 'apps.set')}
          </Button>
          {app && <Removal way={way} />}
        </div>
      )}
    </Section>
  );
}

function OnOff({ way: { provider, version }, app }: { readonly way: AppWay; readonly app: MessageApp }) {
  const { t } = useTranslation('ways');
  const save = useAction((isOn: boolean) => setApp(provider, { isOn, idIs: app.idIs }, version), { changes: WAY_CHANGES });
  return (
    <label className="way-switch">
      <Switch
        checked={app.isOn}
        loading={save.isPending}
        onChange={(isOn) => save.mutate(isOn)}
        aria-label={t('apps.onOff', { provider: t(`apps.providers.${provider}`) })}
      />
      <span>{t(app.isOn ? 'on' : 'off')}</span>
    </label>
  );
}

/** What went wrong last stands first, with what to do about it. */
function Fares({ app }: { readonly app: MessageApp }) {
  const { t, i18n } = useTranslation('ways');
  const when = (instant: string | null) => (instant === null ? t('never') : formatInstant(instant, i18n.language));
  const facts: readonly Fact[] = [
    { name: t('apps.lastSent'), value: when(app.lastSentAt) },
    { name: t('apps.app'), value: app.agentId === null ? app.appId : t('apps.appNumbered', { app: app.appId, agent: app.agentId }) },
    { name: t('apps.idIs'), value: t(`apps.ids.${app.idIs}`) },
  ];
  return (
    <>
      {app.trouble && (
        <Alert
          className="section"
          type="warning"
          showIcon
          title={t('apps.trouble', { when: when(app.troubledAt), what: t(`apps.troubles.${app.trouble}.what`) })}
          description={t(`apps.troubles.${app.trouble}.advice`)}
        />
      )}
      <Facts facts={facts} />
    </>
  );
}

/** Sent to whoever presses it: as whom the provider was asked to find them stands beside the outcome. */
function Trial({ way: { provider }, app }: { readonly way: AppWay; readonly app: MessageApp }) {
  const { t } = useTranslation('ways');
  const trial = useAction(() => tryApp(provider), { changes: WAY_CHANGES });
  const { to = '', trouble = null } = trial.data ?? {};
  return (
    <>
      <Button type="primary" loading={trial.isPending} onClick={() => trial.mutate()}>
        {t('apps.try')}
      </Button>
      <span aria-live="polite" className="quiet">
        {trial.data && to === '' && t(`apps.noIdOfYours.${app.idIs}`)}
        {trial.data && to !== '' && trouble === null && t('apps.tried', { to })}
        {trial.data && to !== '' && trouble !== null && t('apps.triedInVain', { to, what: t(`apps.troubles.${trouble}.what`) })}
      </span>
    </>
  );
}

function Removal({ way: { provider, version } }: { readonly way: AppWay }) {
  const { t } = useTranslation('ways');
  const { t: common } = useTranslation();
  const remove = useAction(() => removeApp(provider, version), { done: t('apps.removed'), changes: WAY_CHANGES });
  return (
    <Popconfirm title={t('apps.removeConfirm')} okText={t('remove')} cancelText={common('cancel')} onConfirm={() => remove.mutate()}>
      <Button danger loading={remove.isPending}>
        {t('remove')}
      </Button>
    </Popconfirm>
  );
}
