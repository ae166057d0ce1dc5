// What a browser may do with the dossier: show it with its own style, and nothing else.
import { createHash } from 'node:crypto';
import { dossierStyle } from './dossier-style.js';

const styleDigest = createHash('sha256').update(dossierStyle).digest('base64');

/** Value of `Content-Security-Policy`: no script, no request, no frame, no form. */
export const dossierPolicy = `default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
