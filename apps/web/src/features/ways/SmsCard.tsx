import { Alert, Button, Popconfirm, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../shared/forms/use-action.js';
import { type Fact, Facts } from '../../shared/page/Facts.js';
import { Section } from '../../shared/page/Section.js';
import { formatInstant } from '../../shared/text/formats.js';
import { turnedSms } from './sms-fields.js';
import { SmsForm } from './SmsForm.js';
import { removeSms, setSms, type SmsGateway, type SmsWay, trySms, WAY_CHANGES } from './way-requests.js';

/** The gateway of SMS: whether it sends, how that fares, and all that can be done about it. */
export function SmsCard({ way }: { readonly way: SmsWay }) {
  const { t } = useTranslation('ways');
  const [isOpen, setOpen] = useState(false);
  const { gateway, people, perDayMax } = way;
  return (
    <Section title={t('sms.title')} extra={gateway && <OnOff way={way} gateway={gateway} />}>
      <p className="quiet">{t('sms.intro', { people, perDayMax })}</p>
      {gateway ? <Fares gateway={gateway} /> : <p className="quiet">{t('sms.none')}</p>}
      {isOpen ? (
        <SmsForm way={way} onClose={() => setOpen(false)} />
      ) : (
        <div className="toolbar way-acts">
          {gateway && <Trial />}
          <Button type={gateway ? 'default' : 'primary'} onClick={() => setOpen(true)}>
            {t(gateway ? 'change' : 'sms.set')}
          </Button>
          {gateway && <Removal way={way} />}
        </div>
      )}
    </Section>
  );
}

function OnOff({ way: { version }, gateway }: { readonly way: SmsWay; readonly gateway: SmsGateway }) {
  const { t } = useTranslation('ways');
  const save = useAction((isOn: boolean) => setSms(turnedSms(gateway, isOn), version), { changes: WAY_CHANGES });
  return (
    <label className="way-switch">
      <Switch checked={gateway.isOn} loading={save.isPending} onChange={(isOn) => save.mutate(isOn)} aria-label={t('sms.onOff')} />
      <span>{t(gateway.isOn ? 'on' : 'off')}</span>
    </label>
  );
}

/** What went wrong last stands first, with what to do about it. */
function Fares({ gateway }: { readonly gateway: SmsGateway }) {
  const { t, i18n } = useTranslation('ways');
  const when = (instant: string | null) => (instant === null ? t('never') : formatInstant(instant, i18n.language));
  const facts: readonly Fact[] = [
    { name: t('sms.lastSent'), value: when(gateway.lastSentAt) },
    { name: t('sms.url'), value: new URL(gateway.url).origin },
    { name: t('sms.signature'), value: gateway.signature === null ? t('sms.signatureNone') : `【${gateway.signature}】` },
    { name: t('sms.measure'), value: t('sms.measureValue', { characters: gateway.charactersMax, perMinute: gateway.perMinuteMax }) },
  ];
  return (
    <>
      {gateway.trouble && (
        <Alert
          className="section"
          type="warning"
          showIcon
          title={t('sms.trouble', { when: when(gateway.troubledAt), what: t(`sms.troubles.${gateway.trouble}.what`) })}
          description={t(`sms.troubles.${gateway.trouble}.advice`)}
        />
      )}
      <Facts facts={facts} />
    </>
  );
}

/** Sent to whoever presses it. */
function Trial() {
  const { t } = useTranslation('ways');
  const trial = useAction(() => trySms(), { changes: [...WAY_CHANGES] });
  const { to = '', trouble = null } = trial.data ?? {};
  return (
    <>
      <Button type="primary" loading={trial.isPending} onClick={() => trial.mutate()}>
        {t('sms.try')}
      </Button>
      <span aria-live="polite" className="quiet">
        {trial.data && to === '' && t('sms.noNumberOfYours')}
        {trial.data && to !== '' && trouble === null && t('sms.tried', { to })}
        {trial.data && to !== '' && trouble !== null && t('sms.triedInVain', { to, what: t(`sms.troubles.${trouble}.what`) })}
      </span>
    </>
  );
}

function Removal({ way: { version } }: { readonly way: SmsWay }) {
  const { t } = useTranslation('ways');
  const { t: common } = useTranslation();
  const remove = useAction(() => removeSms(version), { done: t('sms.removed'), changes: WAY_CHANGES });
  return (
    <Popconfirm title={t('sms.removeConfirm')} okText={t('remove')} cancelText={common('cancel')} onConfirm={() => remove.mutate()}>
      <Button danger loading={remove.isPending}>
        {t('remove')}
      </Button>
    </Popconfirm>
  );
}
