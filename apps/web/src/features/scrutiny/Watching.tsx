import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { fetchProof } from '../../shared/ballot/ballot-files.js';
import { DownloadButton } from '../../shared/forms/DownloadButton.js';
import { Facts } from '../../shared/page/Facts.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Fingerprint } from '../../shared/sealed/Fingerprint.js';
import { useBoardHead } from '../../shared/sealed/key-queries.js';
import { type OwnKey, ownKeys } from '../../shared/sealed/device-store.js';
import { Section } from '../../shared/page/Section.js';

interface WatchingProps {
  readonly ballot: BallotView;
  readonly own: OwnKey | null;
}

/** The end of the board, large: the same on every screen, or somebody is shown another board. This device remembers the last one it saw. */
export function Watching({ ballot: { id, state }, own }: WatchingProps) {
  const { t } = useTranslation('scrutiny');
  const head = useBoardHead(id, state);
  useRememberedHead(state === 'OPEN' ? (head.data?.hash ?? null) : null, own);
  return (
    <Section title={t('watch.title')}>
      <QueryView query={head}>
        {({ hash, papers, height, electionFingerprint, rollFingerprint }) => (
          <>
            <dl className="figures">
              <div>
                <dt>{t('watch.papers')}</dt>
                <dd>{papers}</dd>
              </div>
              <div>
                <dt>{t('watch.height')}</dt>
                <dd>{height}</dd>
              </div>
            </dl>
            <div className="aloud">
              <h3 className="text-head">{t('watch.head')}</h3>
              <Fingerprint text={hash} isShort isLarge />
              <p className="quiet">{t('watch.aloud')}</p>
            </div>
            <Facts
              facts={[
                { name: t('watch.election'), value: <Fingerprint text={electionFingerprint} />, isLong: true },
                { name: t('watch.roll'), value: <Fingerprint text={rollFingerprint} />, isLong: true },
              ]}
            />
          </>
        )}
      </QueryView>
      <div className="toolbar toolbar-foot">
        <DownloadButton
          label={t('watch.snapshot')}
          title={t('watch.snapshot')}
          fileName={`${id}-${head.data?.papers ?? 0}.bel`}
          fetchFile={() => fetchProof(id, 'archive')}
        />
      </div>
    </Section>
  );
}

/** Keeps the head beside the key: after the closing the board must continue it. */
function useRememberedHead(hash: string | null, own: OwnKey | null): void {
  useEffect(() => {
    if (hash === null || own === null || own.seenHead === hash) return;
    // Lost memory of a head costs a check later, nothing more.
    void ownKeys
      .find(own)
      .then((kept) => (kept ? ownKeys.keep({ ...kept, seenHead: hash }) : undefined))
      .catch(() => undefined);
  }, [hash, own]);
}
