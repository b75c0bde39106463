import { isMandatory, type KindOnWay, MUTABLE, NOTICE_KINDS, type NoticeKind } from '@plenum/contracts';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Preferences } from './chosen.js';

interface KindRowsProps {
  readonly ways: Preferences['ways'];
  readonly muted: readonly string[];
  readonly onChange: (muted: string[]) => void;
}

/** Each kind of notice with the ways on which it comes; what nobody can do without is locked, and says why. */
export function KindRows({ ways, muted, onChange }: KindRowsProps) {
  const { t } = useTranslation('preferences');
  const toggle = (one: KindOnWay, isOn: boolean) => onChange(isOn ? muted.filter((other) => other !== one) : [...muted, one]);
  return (
    <ul className="rows kind-rows">
      {NOTICE_KINDS.map((kind) => (
        <li key={kind}>
          <div className="row-main" id={`kind-${kind}`}>
            <div className="row-title">{t(`kinds.${kind}`)}</div>
            <div className="quiet small">{t(`about.${kind}`)}</div>
            {isMandatory(kind) && (
              <div className="small" id={`why-${kind}`}>
                {t(`why.${kind}` as `why.${Mandatory}`)}
              </div>
            )}
          </div>
          <div className="kind-ways" role="group" aria-labelledby={`kind-${kind}`}>
            {ways.map((way) => {
              const one: KindOnWay = `${kind}:${way}`;
              const canBeMuted = MUTABLE.includes(one);
              return (
                <Checkbox
                  key={way}
                  checked={!canBeMuted || !muted.includes(one)}
                  disabled={!canBeMuted}
                  aria-describedby={canBeMuted ? undefined : `why-${kind}`}
                  onChange={({ target }) => toggle(one, target.checked)}
                >
                  {t(`ways.${way}`)}
                </Checkbox>
              );
            })}
          </div>
        </li>
      ))}
    </ul>
  );
}

type Mandatory = Extract<NoticeKind, 'duties' | 'service' | 'votes' | 'account'>;
