import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { ReasonButton } from '../../shared/forms/ReasonButton.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { hasKeptText } from '../../shared/kept-text/use-kept-text.js';
import { RuleForm } from './RuleForm.js';
import { useDutyText } from './use-duty-text.js';
import { type PresetView, type RulesView, type RuleView, stopRule, useRules, YEAR_CHANGES } from './year-requests.js';

/** The rules that make duties, for everybody to read; the secretariat sets them, from the usual ones or its own. */
export function Rules() {
  const { t } = useTranslation('year');
  const rules = useRules();
  return (
    <Section title={t('rules.title')}>
      <QueryView query={rules} lines={4}>
        {(data) => <AllRules data={data} />}
      </QueryView>
    </Section>
  );
}

function AllRules({ data: { rules, presets, mayDefine, today } }: { readonly data: RulesView }) {
  const { t } = useTranslation('year');
  const [begun, setBegun] = useState<PresetView | 'own' | null>(hasKeptText({ form: 'duty-rule', about: 'new' }) ? 'own' : null);
  const left = presets.filter(({ preset }) => !rules.some((rule) => rule.preset === preset && rule.state === 'ACTIVE'));
  return (
    <>
      {rules.length === 0 && <p className="quiet">{t('rules.none')}</p>}
      <ul className="rows">
        {rules.map((rule) => (
          <Rule key={rule.id} rule={rule} today={today} />
        ))}
      </ul>
      {mayDefine && begun === null && (
        <>
          <h3>{t('rules.usual')}</h3>
          <ul className="rows">
            {left.map((preset) => (
              <li key={preset.preset} className="year-row">
                <div className="year-head">
                  <span>
                    {t(`preset.${preset.preset}`)}{' '}
                    <span className="quiet small">{t('rules.source', { source: t(`source.${preset.preset}`), mark: preset.mark })}</span>
                  </span>
                  <Button onClick={() => setBegun(preset)}>{t('rules.take', { title: t(`preset.${preset.preset}`) })}</Button>
                </div>
              </li>
            ))}
          </ul>
          <p className="quiet small">{t('rules.marks')}</p>
          <Button onClick={() => setBegun('own')}>{t('rules.own')}</Button>
        </>
      )}
      {begun !== null && <RuleForm preset={begun === 'own' ? null : begun} rule={null} today={today} onClose={() => setBegun(null)} />}
    </>
  );
}

function Rule({ rule, today }: { readonly rule: RuleView; readonly today: string }) {
  const { t } = useTranslation('year');
  const { title, responsible, recurrence } = useDutyText();
  const [isAmending, setAmending] = useState(false);
  const outdated = useOutdated(rule, { changes: YEAR_CHANGES });
  const stop = useVersionedAction<unknown, string>(outdated, (version, reason) => stopRule(rule.id, reason, version), {
    done: t('stop.done'),
  });
  return (
    <li className="year-row">
      <div className="year-head">
        <strong>{title(rule)}</strong>
        {rule.state === 'STOPPED' && <StatusTag tone="quiet">{t('rules.stopped')}</StatusTag>}
      </div>
      <div className="quiet">
        {t('rules.line', { recurrence: recurrence(rule.recurrence), who: responsible(rule.responsible), ahead: rule.aheadDays })}
      </div>
      {rule.stoppedFor !== null && <p>{t('stop.shown', { reason: rule.stoppedFor })}</p>}
      <ConflictNotice of={outdated} />
      {rule.allowedActions.length > 0 && !isAmending && (
        <div className="toolbar">
          <Button onClick={() => setAmending(true)}>{t('amend.open')}</Button>
          <ReasonButton
            label={t('stop.action')}
            title={t('stop.title', { title: title(rule) })}
            reasonLabel={t('stop.reason')}
            isBusy={stop.isPending}
            onOpen={() => outdated.rebase()}
            onConfirm={(reason) => stop.mutate(reason)}
          />
        </div>
      )}
      {isAmending && <RuleForm preset={null} rule={rule} today={today} onClose={() => setAmending(false)} />}
    </li>
  );
}
