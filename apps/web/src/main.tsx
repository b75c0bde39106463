import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import { startMessages } from './i18n/i18n.js';
import { startAppearance } from './shared/appearance.js';
import 'antd/dist/reset.css';
import './shared/tokens.css';
import './shared/page.css';
import './app/frame.css';

startAppearance();
startMessages();
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
