import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandlingView } from '../../api/shapes.js';
import { hasKeptText } from '../kept-text/use-kept-text.js';
import { AskForm, keptAskOf, type WorkRequestKind } from './AskForm.js';
import './requests.css';

interface AskAboutWorkProps {
  readonly proposalId: string;
  readonly handling: HandlingView;
}

/** What the reader may ask about the work of a unit now: to have it moved, another unit beside, more time, or a word of the proposer. */
export function AskAboutWork({ proposalId, handling }: AskAboutWorkProps) {
  const { t } = useTranslation('requests');
  const { kinds } = handling.asking;
  const [chosen, setChosen] = useState<WorkRequestKind | null>(() => kinds.find((kind) => hasKeptText(keptAskOf(kind, handling))) ?? null);
  if (kinds.length === 0) return null;
  if (chosen !== null && kinds.includes(chosen))
    return <AskForm key={chosen} kind={chosen} proposalId={proposalId} handling={handling} onClose={() => setChosen(null)} />;
  return (
    <div className="toolbar asking">
      {kinds.map((kind) => (
        <Button key={kind} onClick={() => setChosen(kind)}>
          {t(`work.open.${kind}`)}
        </Button>
      ))}
    </div>
  );
}
