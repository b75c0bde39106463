import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView, CeremonyView } from '../../api/shapes.js';
import { CheckCode } from './CheckCode.js';
import { ownCeremony, ownKeyQueryKey, sendCeremonyMessage } from '../../shared/sealed/key-queries.js';
import { DEVICE } from '../../shared/sealed/paper-queries.js';
import { askToStay, type OwnKey, ownKeys, type DeviceRecordId } from '../../shared/sealed/device-store.js';
import { Section } from '../../shared/page/Section.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { Backup } from './Backup.js';
import { ROUNDS, type Round, turnOf } from './ceremony-turn.js';
import { TypedKey } from './TypedKey.js';
import { useDeviceStep } from '../../shared/sealed/use-device-step.js';

interface ThresholdKeyMakingProps {
  readonly ballot: BallotView;
  readonly recordId: DeviceRecordId;
  readonly own: OwnKey | null;
  readonly ceremony: CeremonyView;
}

/** The key ceremony of a threshold group: three rounds, one button each, and nobody goes on before all have spoken. */
export function ThresholdKeyMaking({ ballot, recordId, own, ceremony }: ThresholdKeyMakingProps) {
  const { t } = useTranslation('scrutiny');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  const turn = turnOf(ceremony, recordId.memberId, own !== null);
  const who = (memberId: string) => nameOf(ballot.officers?.find(({ member }) => member.id === memberId)?.member ?? { name: null });
  if (turn === 'done')
    return <Alert className="section" type="success" showIcon title={t('thresholdKeys.done')} description={t('key.readyHint')} />;
  const names = ceremony.missing.map(who).join(common('listSeparator'));
  const at = ROUNDS.findIndex((round) => round === ceremony.openRound);
  return (
    <Section
      title={t('thresholdKeys.title')}
      extra={
        <span className="quiet small">{t('thresholdKeys.needed', { needed: ceremony.sharesNeeded, size: ceremony.seats.length })}</span>
      }
    >
      <p className="ceremony-step" aria-live="polite">
        <strong>
          {t('thresholdKeys.step', { step: at + 1, steps: ROUNDS.length, name: t(`thresholdKeys.round.${ROUNDS[at] ?? 'output'}`) })}
        </strong>
        <span>{turn === 'wait' ? t('thresholdKeys.waitingNames', { names }) : t('thresholdKeys.yourTurn')}</span>
      </p>
      <Steps
        className="section"
        size="small"
        current={at < 0 ? ROUNDS.length : at}
        items={ROUNDS.map((round) => ({ title: t(`thresholdKeys.round.${round}`) }))}
      />
      {turn === 'wait' ? (
        <p>{t('thresholdKeys.waiting', { names })}</p>
      ) : (
        <Turn title={ballot.title} holder={who(recordId.memberId)} recordId={recordId} own={own} ceremony={ceremony} turn={turn} />
      )}
    </Section>
  );
}

interface TurnProps {
  readonly title: string;
  readonly holder: string;
  readonly recordId: DeviceRecordId;
  readonly own: OwnKey | null;
  readonly ceremony: CeremonyView;
  readonly turn: 'draw' | 'seed-elsewhere' | Round;
}

function Turn({ title, holder, recordId, own, ceremony, turn }: TurnProps) {
  const { t } = useTranslation('scrutiny');
  const client = useQueryClient();
  const { isBusy, problem, take } = useDeviceStep();
  const [typed, setTyped] = useState('');
  const keep = async (seed: string) => {
    await ownKeys.keep({ ...recordId, privateKey: seed, publicKey: '', seenHead: null, isShared: false });
    await client.invalidateQueries({ queryKey: ownKeyQueryKey(recordId) });
  };
  const draw = () =>
    take(async () => {
      const { seed } = await DEVICE.runTask('draw-seed', undefined);
      await keep(seed);
      await askToStay();
    });
  const say = (round: Round, seed: string) =>
    take(async () => {
      await sendCeremonyMessage(recordId.ballotId, round, await messageOf(round, recordId.ballotId, seed, ceremony));
      await client.invalidateQueries({ queryKey: ['ballot', recordId.ballotId] });
    });
  return (
    <>
      {problem !== null && <Alert className="section" type="error" showIcon title={problem} />}
      {turn === 'draw' && (
        <>
          <p>{t('thresholdKeys.intro')}</p>
          <Button type="primary" size="large" loading={isBusy} onClick={() => void draw()}>
            {t('thresholdKeys.draw')}
          </Button>
        </>
      )}
      {turn === 'seed-elsewhere' && (
        <>
          <TypedKey value={typed} onChange={setTyped} />
          <Button
            type="primary"
            disabled={typed.trim() === ''}
            loading={isBusy}
            onClick={() => void take(() => keep(typed.replaceAll(/\s/g, '')))}
          >
            {t('thresholdKeys.useSeed')}
          </Button>
        </>
      )}
      {own && turn === 'certificate' && (
        <Backup
          own={own}
          ballot={title}
          holder={holder}
          advice={t('key.backupOfCircle', { needed: ceremony.sharesNeeded, size: ceremony.seats.length })}
          title={t('thresholdKeys.seed')}
          sendLabel={t('thresholdKeys.send.certificate')}
          isBusy={isBusy}
          onSend={() => void say('certificate', own.privateKey)}
        />
      )}
      {own && turn === 'polynomial' && (
        <>
          <Compared certificates={ceremony.certificates ?? []} />
          <Button type="primary" size="large" loading={isBusy} onClick={() => void say('polynomial', own.privateKey)}>
            {t('thresholdKeys.send.polynomial')}
          </Button>
        </>
      )}
      {own && turn === 'output' && (
        <>
          <p>{t('thresholdKeys.check')}</p>
          <Button type="primary" size="large" loading={isBusy} onClick={() => void say('output', own.privateKey)}>
            {t('thresholdKeys.send.output')}
          </Button>
        </>
      )}
    </>
  );
}

/** The list of certificates, computed on this device: who is shown another list hears another fingerprint. */
function Compared({ certificates }: { readonly certificates: readonly string[] }) {
  const { t } = useTranslation('scrutiny');
  const named = useQuery({
    queryKey: ['certificates', certificates],
    queryFn: () => DEVICE.runTask('name-certificates', { certificates }),
    networkMode: 'always',
  });
  if (!named.data) return null;
  return (
    <div className="aloud">
      <h3 className="text-head">{t('thresholdKeys.fingerprint')}</h3>
      <CheckCode fingerprint={named.data.fingerprint} />
      <p className="quiet">{t('thresholdKeys.aloud')}</p>
    </div>
  );
}

async function messageOf(round: Round, ballotId: string, seed: string, { certificates, sharesNeeded }: CeremonyView): Promise<string> {
  const thresholdTrustees = { seed, certificates: certificates ?? [], sharesNeeded };
  if (round === 'polynomial') return (await DEVICE.runTask('give-polynomial', thresholdTrustees)).message;
  const { seat, size, input } = await ownCeremony(ballotId);
  if (round === 'certificate') return (await DEVICE.runTask('give-certificate', { seed, seat, size, sharesNeeded })).message;
  return (await DEVICE.runTask('give-output', { ...thresholdTrustees, input: input ?? '' })).message;
}
