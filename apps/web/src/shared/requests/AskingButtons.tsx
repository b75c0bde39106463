import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { ReasonButton } from '../forms/ReasonButton.js';
import { useAction } from '../forms/use-action.js';
import { askOn, REQUEST_CHANGES, useRequests } from './request-queries.js';

/** What the lead proposer may ask for with a reason and nothing else. */
const ASKED_WITH_A_REASON = [
  { kind: 'reconsideration', texts: 'reconsideration' },
  { kind: 'withdrawal-consent', texts: 'withdrawal' },
] as const;

/** Asks the committee to look again at what it did not file, and joint proposers to withdraw together, as far as the reader may now. */
export function AskingButtons({ proposal }: { readonly proposal: ProposalView }) {
  const { data } = useRequests(proposal.id);
  const offered = ASKED_WITH_A_REASON.filter(({ kind }) => data?.mayAsk.includes(kind));
  if (offered.length === 0) return null;
  return (
    <div className="toolbar toolbar-foot">
      {offered.map((one) => (
        <AskingButton key={one.kind} proposal={proposal} {...one} />
      ))}
    </div>
  );
}

type AskingButtonProps = (typeof ASKED_WITH_A_REASON)[number] & { readonly proposal: ProposalView };

function AskingButton({ proposal: { id, version }, kind, texts }: AskingButtonProps) {
  const { t } = useTranslation('requests');
  const ask = useAction((reason: string) => askOn(id, { kind, reason, wish: {}, version }), {
    done: t(`asking.${texts}.done`),
    changes: REQUEST_CHANGES,
  });
  return (
    <ReasonButton
      label={t(`asking.${texts}.action`)}
      title={t(`asking.${texts}.title`)}
      reasonLabel={t(`asking.${texts}.reason`)}
      isBusy={ask.isPending}
      onConfirm={(reason) => ask.mutate(reason)}
    />
  );
}
