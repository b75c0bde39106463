import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView, TrusteeKeys } from '../../api/shapes.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Fingerprint } from '../../shared/sealed/Fingerprint.js';
import { CheckCode } from './CheckCode.js';
import { DEVICE } from '../../shared/sealed/paper-queries.js';
import { Section } from '../../shared/page/Section.js';
import { useNameOf } from '../../shared/text/use-name-of.js';

interface KeyTableProps {
  readonly ballot: BallotView;
  readonly keys: TrusteeKeys;
}

/**
 * Whose key is there and whose is missing; once none is, the fingerprint that the scrutineers read aloud. Computed on this device, not told
 * by the service.
 */
export function KeyTable({ ballot, keys }: KeyTableProps) {
  const { t } = useTranslation('scrutiny');
  const nameOf = useNameOf();
  const texts = keys.keys.map(({ publicKey }) => publicKey);
  const named = useQuery({
    queryKey: ['key-names', texts],
    queryFn: () => DEVICE.runTask('name-keys', { keys: texts }),
    networkMode: 'always',
  });
  const who = (memberId: string) => nameOf(ballot.officers?.find(({ member }) => member.id === memberId)?.member ?? { name: null });
  const missing = texts.filter((text) => text === null).length;
  return (
    <Section
      title={t('keys.title')}
      extra={<span className="quiet small">{missing === 0 ? t('keys.whole') : t('keys.missing', { count: missing })}</span>}
    >
      <QueryView query={named}>
        {({ ids, fingerprint }) => (
          <>
            <ul className="rows">
              {keys.keys.map(({ memberId }, at) => (
                <li key={memberId} className="key-row">
                  <span className="row-main">{who(memberId)}</span>
                  {ids[at] ? <Fingerprint text={ids[at]} /> : <StatusTag tone="waiting">{t('keys.none')}</StatusTag>}
                </li>
              ))}
            </ul>
            {fingerprint !== null && (
              <div className="aloud">
                <h3 className="text-head">{t('keys.fingerprint')}</h3>
                <CheckCode fingerprint={fingerprint} />
                <p className="quiet">{t('keys.aloud')}</p>
                {keys.fingerprint !== null && keys.fingerprint !== fingerprint && <Alert type="error" showIcon title={t('keys.differ')} />}
              </div>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}
