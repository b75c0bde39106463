import 'i18next';
import type { CHINESE } from './messages.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof CHINESE;
  }
}
