import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTextRules } from '../../shared/forms/use-text-rules.js';
import { EXCLUSIONS } from './call-fields.js';

/** What the call does not take, one matter a line, each to be changed or taken out. */
export function ExclusionsField() {
  const { t } = useTranslation('calls');
  const atMost = useTextRules();
  return (
    <Form.List name="exclusions">
      {(lines, { add, remove }) => (
        <fieldset className="exclusions-field">
          <legend>{t('open.exclusions')}</legend>
          <p className="quiet small">{t('open.exclusionsHint')}</p>
          {lines.map(({ key, name }) => (
            <div key={key} className="exclusion-line">
              <Form.Item name={name} rules={[atMost(EXCLUSIONS.characters)]}>
                <Input aria-label={t('open.exclusion', { n: name + 1 })} />
              </Form.Item>
              <Button onClick={() => remove(name)} aria-label={t('open.removeExclusion', { n: name + 1 })}>
                {t('open.remove')}
              </Button>
            </div>
          ))}
          {lines.length < EXCLUSIONS.most && <Button onClick={() => add('')}>{t('open.addExclusion')}</Button>}
        </fieldset>
      )}
    </Form.List>
  );
}
