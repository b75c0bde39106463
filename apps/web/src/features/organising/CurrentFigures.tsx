import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { hasSealed } from '../../shared/ballot/channels.js';
import { useBoardHead, useCeremony } from '../../shared/sealed/key-queries.js';
import { useIssued } from '../../shared/sealed/paper-queries.js';
import { neededOf, thresholdIn } from '../../shared/ballot/ballot-rules.js';
import { Section } from '../../shared/page/Section.js';
import { useNameOf } from '../../shared/text/use-name-of.js';

/** The figures that decide whether the next step may be taken: on the roll, there, needed for the quorum, issued, in the box. */
export function CurrentFigures({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const { counts, presentNow, rules = {}, state } = ballot;
  const roll = counts?.roll ?? null;
  const quorum = thresholdIn(rules.quorum);
  const present = presentNow ?? counts?.present ?? null;
  const needed = quorum && roll !== null ? neededOf(quorum, roll) : null;
  const figures = { roll, present, needed, issued: counts?.issued ?? null, returned: counts?.returned ?? null };
  const isSealed = hasSealed(ballot.channel);
  return (
    <Section title={t('standing.title')}>
      <dl className="figures">
        {Object.entries(figures).map(([name, figure]) =>
          figure === null ? null : (
            <div key={name}>
              <dt>{t(`standing.${name as keyof typeof figures}`)}</dt>
              <dd>{figure}</dd>
            </div>
          ),
        )}
        {isSealed && state === 'ROLL_FROZEN' && <Issued id={ballot.id} />}
        {isSealed && (state === 'OPEN' || state === 'CLOSED') && <InTheBox id={ballot.id} state={state} />}
      </dl>
      {needed !== null && present !== null && (
        <p className={present >= needed ? 'organising-met' : 'organising-unmet'}>
          {present >= needed ? t('standing.quorate') : t('standing.notQuorate', { count: needed - present })}
        </p>
      )}
      {isSealed && (state === 'ROLL_FROZEN' || state === 'RULES_ADOPTED') && (ballot.officers?.length ?? 0) > 0 && <Keys ballot={ballot} />}
    </Section>
  );
}

function Issued({ id }: { readonly id: string }) {
  const { t } = useTranslation('organising');
  const issued = useIssued(id, 'ROLL_FROZEN');
  return (
    <div>
      <dt>{t('standing.registered')}</dt>
      <dd>{issued.data?.registeredInAll ?? 0}</dd>
    </div>
  );
}

function InTheBox({ id, state }: { readonly id: string; readonly state: BallotView['state'] }) {
  const { t } = useTranslation('organising');
  const head = useBoardHead(id, state);
  return (
    <div>
      <dt>{t('standing.inTheBox')}</dt>
      <dd>{head.data?.papers ?? 0}</dd>
    </div>
  );
}

/** Whose key is still missing: without it the voting cannot open. */
function Keys({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const { t: common } = useTranslation();
  const nameOf = useNameOf();
  const ceremony = useCeremony(ballot.id, true);
  if (!ceremony.data) return null;
  const { missing } = ceremony.data;
  const who = (memberId: string) => nameOf(ballot.officers?.find(({ member }) => member.id === memberId)?.member ?? { name: null });
  return missing.length === 0 ? (
    <p className="organising-met">{t('standing.keysWhole')}</p>
  ) : (
    <p className="organising-unmet">{t('standing.keysMissing', { names: missing.map(who).join(common('listSeparator')) })}</p>
  );
}
