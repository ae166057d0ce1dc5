import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import './design/tokens.css';
import './design/base.css';
import './design/shell.css';
import './design/pieces.css';
import './design/overlays.css';
import './design/answers.css';
import './design/forms.css';

// Widgets that set styles of their own need the page's nonce: the policy lets no other style in.
setNonce(document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '');

const root = document.getElementById('page');
if (root !== null) {
  createRoot(root).render(<App />);
}
