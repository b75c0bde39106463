import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type CallFields, followed } from './call-fields.js';
import { type Preset, presets, type Settings } from './call-requests.js';
import { SHOWN_RULES, useRuleText } from './use-rule-text.js';

/** Rules of another institution to start from: named with how sure its source is, and with what it changes before it does. */
export function PresetField() {
  const { t } = useTranslation('calls');
  const form = Form.useFormInstance<CallFields>();
  const offered = useQuery({ queryKey: ['call-presets'], queryFn: presets, staleTime: Infinity });
  const id = Form.useWatch('preset', form);
  const { usual, items = [] } = offered.data ?? {};
  const chosen = items.find((preset) => preset.id === id);
  const follow = (preset: Preset | undefined) => usual && form.setFieldsValue(followed(preset, chosen, usual) as never);
  return (
    <>
      <Form.Item name="preset" label={t('preset.label')} extra={t('preset.hint')}>
        <Select
          allowClear
          placeholder={t('preset.none')}
          options={items.map((preset) => ({
            value: preset.id,
            label: t('preset.choice', { name: t(`preset.names.${preset.id}`), mark: t(`preset.marks.${preset.mark}`) }),
          }))}
          onChange={(value: Preset['id'] | undefined) => follow(items.find((preset) => preset.id === value))}
        />
      </Form.Item>
      {chosen && usual && <Changes preset={chosen} usual={usual} />}
    </>
  );
}

function Changes({ preset, usual }: { readonly preset: Preset; readonly usual: Settings }) {
  const { t } = useTranslation('calls');
  const { name, says } = useRuleText();
  const changed = SHOWN_RULES.filter((rule) => preset.changes.includes(rule));
  return (
    <div className="preset-changes" aria-live="polite">
      <p className="quiet small">{changed.length === 0 ? t('preset.changesNothing') : t('preset.changes', { count: changed.length })}</p>
      <ul>
        {changed.map((rule) => (
          <li key={rule}>{t('preset.change', { rule: name(rule), before: says(rule, usual), after: says(rule, preset.settings) })}</li>
        ))}
      </ul>
      <p className="quiet small">{t(`preset.sure.${preset.mark}`)}</p>
    </div>
  );
}
