import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotState, CeremonyView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { Facts } from '../../shared/page/Facts.js';
import { Fingerprint } from '../../shared/sealed/Fingerprint.js';
import { addShare, fetchSidecar, ownCeremony, ownKeyQueryKey, useBoardHead } from '../../shared/sealed/key-queries.js';
import { DEVICE, fetchArchive } from '../../shared/sealed/paper-queries.js';
import type { AnswerOf } from '../../shared/sealed/sealing-tasks.js';
import { type OwnKey, ownKeys, type DeviceRecordId } from '../../shared/sealed/device-store.js';
import { Section } from '../../shared/page/Section.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import { TypedKey } from './TypedKey.js';
import { useDeviceStep } from '../../shared/sealed/use-device-step.js';

const PERCENT = 100;
const CLOSING_EVENTS = 2; // The end of the casting and the sum: what stands after the papers and before the shares.

interface OpeningProps {
  readonly recordId: DeviceRecordId;
  readonly own: OwnKey | null;
  readonly ceremony: CeremonyView;
  readonly state: BallotState;
}

/** After the closing: this device fetches the board, verifies all of it, computes the sum, and only then makes its share. */
export function Opening({ recordId, own, ceremony, state }: OpeningProps) {
  const { t } = useTranslation('scrutiny');
  const head = useBoardHead(recordId.ballotId, state);
  const [typed, setTyped] = useState('');
  const [progress, setProgress] = useState<number | null>(null);
  const [verdict, setVerdict] = useState<AnswerOf<'open-sum'> | null>(null);
  const [isGiven, setGiven] = useState(false);
  const { isBusy, problem, take } = useDeviceStep();
  const hasGiven = isGiven || own?.isShared === true; // Whose code was typed from paper has no key here that says so.
  const privateKey = own?.privateKey ?? typed;
  const keys = ceremony.sharesNeeded;
  // With the last share that is needed the result follows it on the board.
  const given = head.data ? Math.min(keys, Math.max(0, head.data.height - head.data.papers - CLOSING_EVENTS)) : 0;
  const isEnough = given >= keys;
  const verify = () =>
    take(async () => {
      setVerdict(null);
      setProgress(0);
      const archive = await fetchArchive(recordId.ballotId);
      const sidecar = head.data?.sidecar ? await fetchSidecar(recordId.ballotId) : null;
      const output = ceremony.scheme === 'threshold' ? ((await ownCeremony(recordId.ballotId)).output ?? '') : null;
      setVerdict(
        await DEVICE.runTask('open-sum', { archive, since: own?.seenHead ?? null, privateKey, output, sidecar }, (done, total) =>
          setProgress(Math.floor((done / total) * PERCENT)),
        ),
      );
    });
  if (isEnough)
    return (
      <Alert
        className="section"
        type="success"
        showIcon
        title={t(hasGiven ? 'open.givenEnough' : 'open.enough')}
        description={t('open.enoughHint', { keys })}
      />
    );
  if (hasGiven)
    return <Alert className="section" type="success" showIcon title={t('open.given')} description={t('open.shares', { given, keys })} />;
  return (
    <Section title={t('open.title')} extra={<span className="quiet small">{t('open.shares', { given, keys })}</span>}>
      <p>{t('open.intro')}</p>
      {!own && <TypedKey value={typed} onChange={setTyped} />}
      {problem !== null && <Alert className="section" type="error" showIcon title={problem} />}
      {progress !== null && isBusy && <Progress percent={progress} aria-label={t('open.verifying')} />}
      {verdict && <Verdict verdict={verdict} />}
      {verdict?.ok ? (
        <Giving recordId={recordId} own={own} share={verdict.share} onGiven={() => setGiven(true)} />
      ) : (
        <Button
          type="primary"
          size="large"
          loading={isBusy}
          disabled={privateKey.trim() === '' || head.data === undefined}
          onClick={() => void verify()}
        >
          {t('open.verify')}
        </Button>
      )}
    </Section>
  );
}

function Verdict({ verdict }: { readonly verdict: AnswerOf<'open-sum'> }) {
  const { t } = useTranslation('scrutiny');
  const textOr = useTextOr();
  if (!verdict.ok) {
    return (
      <Alert
        className="section"
        type="error"
        showIcon
        title={textOr(`scrutiny:check.${verdict.check}`, t('open.refused', { check: verdict.check }))}
        description={t('open.refusedHint', { at: verdict.at })}
      />
    );
  }
  return (
    <>
      <Alert className="section" type="success" showIcon title={t('open.verified')} description={t('open.verifiedHint')} />
      <Facts
        facts={[
          { name: t('open.voters'), value: verdict.voters },
          { name: t('open.papers'), value: verdict.papers },
          { name: t('open.counted'), value: verdict.counted },
          { name: t('watch.election'), value: <Fingerprint text={verdict.fingerprint} />, isLong: true },
          { name: t('watch.head'), value: <Fingerprint text={verdict.head} isShort />, isLong: true },
        ]}
      />
    </>
  );
}

interface GivingProps {
  readonly recordId: DeviceRecordId;
  readonly own: OwnKey | null;
  readonly share: string;
  readonly onGiven: () => void;
}

function Giving({ recordId, own, share, onGiven }: GivingProps) {
  const { t } = useTranslation('scrutiny');
  const client = useQueryClient();
  const { isBusy, problem, take } = useDeviceStep();
  const give = () =>
    take(async () => {
      await addShare(recordId.ballotId, share);
      onGiven();
      if (own) await ownKeys.keep({ ...own, isShared: true });
      await client.invalidateQueries({ queryKey: ownKeyQueryKey(recordId) });
      await Promise.all(BALLOT_CHANGES.map((queryKey) => client.invalidateQueries({ queryKey })));
    });
  return (
    <div className="giving">
      {problem !== null && <Alert className="section" type="error" showIcon title={problem} />}
      <Button type="primary" size="large" loading={isBusy} onClick={() => void give()}>
        {t('open.give')}
      </Button>
    </div>
  );
}
