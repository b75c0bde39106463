import { Button, Checkbox, Form, InputNumber, Select, Switch } from 'antd';
import { DEADLINE_HEARERS, type DeadlineHearer } from '@plenum/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ladder, Repeat, Rung } from '../../shared/reminders/use-ladder-text.js';
import { faultOf, LADDER_LIMITS, newRung } from './ladder.js';

/** When who is reminded of what is due, step by step; it can be changed within its bounds. */
export function LadderField() {
  const { t } = useTranslation('reminders');
  const words = { twice: t('ladder.twice'), nobody: t('ladder.nobody'), none: t('ladder.none') };
  return (
    <Form.Item
      name="ladder"
      label={t('ladder.title')}
      extra={t('ladder.hint')}
      rules={[
        {
          validator: (_, ladder: Ladder) => {
            const fault = faultOf(ladder);
            return fault ? Promise.reject(new Error(words[fault])) : Promise.resolve();
          },
        },
      ]}
    >
      <LadderInput />
    </Form.Item>
  );
}

interface LadderInputProps {
  /** Given by the form. */
  readonly value?: Ladder;
  readonly onChange?: (ladder: Ladder) => void;
}

function LadderInput({ value = { rungs: [], then: null }, onChange = () => undefined }: LadderInputProps) {
  const { t } = useTranslation('reminders');
  const { rungs, then } = value;
  const withRungs = (next: Rung[]): void => onChange({ ...value, rungs: next });
  return (
    <>
      <ol className="rows ladder">
        {rungs.map((rung, at) => (
          <RungRow
            key={at}
            nth={at + 1}
            rung={rung}
            onChange={(changed) => withRungs(rungs.map((one, nth) => (nth === at ? changed : one)))}
            onRemove={rungs.length > 1 ? () => withRungs(rungs.filter((_, nth) => nth !== at)) : null}
          />
        ))}
      </ol>
      {rungs.length < LADDER_LIMITS.rungs && (
        <Button size="small" onClick={() => withRungs([...rungs, newRung(rungs)])}>
          {t('ladder.add')}
        </Button>
      )}
      <RepeatFields then={then} onChange={(changed) => onChange({ ...value, then: changed })} />
    </>
  );
}

type When = 'before' | 'on' | 'after';
const whenOf = ({ workingDays }: Rung): When => (workingDays === 0 ? 'on' : workingDays < 0 ? 'before' : 'after');
const SIGNS: Record<When, number> = { before: -1, on: 0, after: 1 };

interface RungRowProps {
  readonly nth: number;
  readonly rung: Rung;
  readonly onChange: (rung: Rung) => void;
  /** Null for the only one. */
  readonly onRemove: (() => void) | null;
}

function RungRow({ nth, rung, onChange, onRemove }: RungRowProps) {
  const { t } = useTranslation('reminders');
  const when = whenOf(rung);
  const on = (sign: number, days: number): void => onChange({ ...rung, workingDays: sign * days });
  return (
    <li>
      <div className="row-main act-fields">
        <Select<When>
          aria-label={t('ladder.row', { nth })}
          value={when}
          options={(['before', 'on', 'after'] as const).map((value) => ({ value, label: t(`ladder.when.${value}`) }))}
          onChange={(chosen) => on(SIGNS[chosen], Math.max(1, Math.abs(rung.workingDays)))}
        />
        {when !== 'on' && (
          <InputNumber
            aria-label={t('ladder.days')}
            min={1}
            max={LADDER_LIMITS.workingDays}
            precision={0}
            value={Math.abs(rung.workingDays)}
            suffix={t('ladder.days')}
            onChange={(days) => on(SIGNS[when], days ?? 1)}
          />
        )}
        <Hearers hears={rung.hears} onChange={(hears) => onChange({ ...rung, hears })} />
        {onRemove && (
          <Button size="small" onClick={onRemove}>
            {t('ladder.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}

const USUAL_REPEAT: Repeat = { everyWorkingDays: 5, times: 12, hears: [...DEADLINE_HEARERS] };

function RepeatFields({ then, onChange }: { readonly then: Repeat | null; readonly onChange: (then: Repeat | null) => void }) {
  const { t } = useTranslation('reminders');
  const id = useId();
  return (
    <div className="act-fields">
      <label htmlFor={id}>
        <Switch id={id} size="small" checked={then !== null} onChange={(goesOn) => onChange(goesOn ? USUAL_REPEAT : null)} />{' '}
        {t('ladder.repeats')}
      </label>
      {then && (
        <>
          <InputNumber
            aria-label={t('ladder.every')}
            prefix={t('ladder.every')}
            min={LADDER_LIMITS.every.min}
            max={LADDER_LIMITS.every.max}
            precision={0}
            value={then.everyWorkingDays}
            onChange={(days) => onChange({ ...then, everyWorkingDays: days ?? USUAL_REPEAT.everyWorkingDays })}
          />
          <InputNumber
            aria-label={t('ladder.times')}
            prefix={t('ladder.times')}
            min={1}
            max={LADDER_LIMITS.times}
            precision={0}
            value={then.times}
            onChange={(times) => onChange({ ...then, times: times ?? USUAL_REPEAT.times })}
          />
          <Hearers hears={then.hears} onChange={(hears) => onChange({ ...then, hears })} />
        </>
      )}
    </div>
  );
}

interface HearersProps {
  readonly hears: DeadlineHearer[];
  readonly onChange: (hears: DeadlineHearer[]) => void;
}

function Hearers({ hears, onChange }: HearersProps) {
  const { t } = useTranslation('reminders');
  return (
    <Checkbox.Group<DeadlineHearer>
      aria-label={t('ladder.hears')}
      value={hears}
      options={DEADLINE_HEARERS.map((value) => ({ value, label: t(`hearer.${value}`) }))}
      onChange={(chosen) => onChange(DEADLINE_HEARERS.filter((hearer) => chosen.includes(hearer)))}
    />
  );
}
