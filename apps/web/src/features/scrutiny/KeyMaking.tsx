import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TrusteeKeys } from '../../api/shapes.js';
import { offerKey, ownKeyQueryKey } from '../../shared/sealed/key-queries.js';
import { DEVICE } from '../../shared/sealed/paper-queries.js';
import { askToStay, type OwnKey, ownKeys, type DeviceRecordId } from '../../shared/sealed/device-store.js';
import { Section } from '../../shared/page/Section.js';
import { Backup } from './Backup.js';
import { useDeviceStep } from '../../shared/sealed/use-device-step.js';

interface KeyMakingProps {
  readonly title: string;
  readonly holder: string;
  readonly recordId: DeviceRecordId;
  readonly own: OwnKey | null;
  readonly keys: TrusteeKeys;
}

/** Makes the scrutineer's key on this device. Only the public half is sent, and not before the private half stands on paper as well. */
export function KeyMaking({ title, holder, recordId, own, keys }: KeyMakingProps) {
  const { t } = useTranslation('scrutiny');
  const client = useQueryClient();
  const { isBusy, problem, take } = useDeviceStep();
  const offered = keys.keys.find(({ memberId }) => memberId === recordId.memberId)?.publicKey ?? null;
  const make = () =>
    take(async () => {
      const { publicKey, privateKey } = await DEVICE.runTask('make-key', undefined);
      await ownKeys.keep({ ...recordId, publicKey, privateKey, seenHead: null, isShared: false });
      await askToStay();
      await client.invalidateQueries({ queryKey: ownKeyQueryKey(recordId) });
    });
  const send = (publicKey: string) =>
    take(async () => {
      await offerKey(recordId.ballotId, publicKey);
      await client.invalidateQueries({ queryKey: ['ballot', recordId.ballotId] });
    });
  if (offered !== null && offered === own?.publicKey)
    return <Alert className="section" type="success" showIcon title={t('key.ready')} description={t('key.readyHint')} />;
  return (
    <Section title={t('key.title')}>
      {problem !== null && <Alert className="section" type="error" showIcon title={problem} />}
      {offered !== null && (
        <Alert className="section" type="warning" showIcon title={t('key.elsewhere')} description={t('key.elsewhereHint')} />
      )}
      {own ? (
        <Backup
          own={own}
          ballot={title}
          holder={holder}
          advice={t('key.backup')}
          title={t('key.private')}
          sendLabel={t('key.send')}
          isBusy={isBusy}
          onSend={() => void send(own.publicKey)}
        />
      ) : (
        <>
          <p>{t('key.intro')}</p>
          <Button type="primary" size="large" loading={isBusy} onClick={() => void make()}>
            {t('key.make')}
          </Button>
        </>
      )}
    </Section>
  );
}
