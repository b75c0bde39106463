import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import { startMessages } from './i18n/i18n.js';
import { startAppearance } from './shared/appearance/appearance.js';
import './shared/appearance/tokens.css';
import './shared/plain/plain.css';
import './shared/page/page.css';
import './shared/page/print.css';
import './app/frame.css';

const root = document.getElementById('root') as HTMLElement;

startAppearance();
startMessages().then(
  () =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  // Without words there is no page; the first view, which came with the address, says what to do.
  () => root.setAttribute('data-broken', ''),
);
