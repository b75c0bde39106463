import { PrinterOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrusteeKeys } from '../../api/shapes.js';
import { Fingerprint } from '../../shared/sealed/Fingerprint.js';
import { DEVICE, offerKey, ownKeyKey } from '../../shared/sealed/sealed-queries.js';
import { askToStay, type OwnKey, ownKeys, type Place } from '../../shared/sealed/vault.js';
import { Section } from '../../shared/Section.js';
import { useDeviceStep } from './use-device-step.js';

interface KeyMakingProps {
  readonly place: Place;
  readonly own: OwnKey | null;
  readonly keys: TrusteeKeys;
}

/** Makes the scrutineer's key on this device. Only the public half is sent, and not before the private half stands on paper as well. */
export function KeyMaking({ place, own, keys }: KeyMakingProps) {
  const { t } = useTranslation('scrutiny');
  const client = useQueryClient();
  const { isBusy, problem, take } = useDeviceStep();
  const offered = keys.keys.find(({ memberId }) => memberId === place.memberId)?.publicKey ?? null;
  const make = () =>
    take(async () => {
      const { publicKey, privateKey } = await DEVICE.ask('make-key', undefined);
      await ownKeys.keep({ ...place, publicKey, privateKey, seenHead: null, isShared: false });
      await askToStay();
      await client.invalidateQueries({ queryKey: ownKeyKey(place) });
    });
  const send = (publicKey: string) =>
    take(async () => {
      await offerKey(place.ballotId, publicKey);
      await client.invalidateQueries({ queryKey: ['ballot', place.ballotId] });
    });
  if (offered !== null && offered === own?.publicKey) return <Alert className="section" type="success" showIcon title={t('key.ready')} description={t('key.readyHint')} />;
  return (
    <Section title={t('key.title')}>
      {problem !== null && <Alert className="section" type="error" showIcon title={problem} />}
      {offered !== null && <Alert className="section" type="warning" showIcon title={t('key.elsewhere')} description={t('key.elsewhereHint')} />}
      {own ? (
        <Backup own={own} isBusy={isBusy} onSend={() => void send(own.publicKey)} />
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

interface BackupProps {
  readonly own: OwnKey;
  readonly isBusy: boolean;
  readonly onSend: () => void;
}

function Backup({ own, isBusy, onSend }: BackupProps) {
  const { t } = useTranslation('scrutiny');
  const [isWritten, setWritten] = useState(false);
  return (
    <>
      <p>{t('key.backup')}</p>
      <div className="key-sheet">
        <h3 className="text-head">{t('key.private')}</h3>
        <Fingerprint text={own.privateKey.replaceAll('"', '')} />
        <p className="quiet small">{t('key.sheet', { ballotId: own.ballotId })}</p>
      </div>
      <div className="key-steps">
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('key.print')}
        </Button>
        <Checkbox checked={isWritten} onChange={({ target }) => setWritten(target.checked)}>
          {t('key.written')}
        </Checkbox>
        <Button type="primary" size="large" disabled={!isWritten} loading={isBusy} onClick={onSend}>
          {t('key.send')}
        </Button>
      </div>
    </>
  );
}
