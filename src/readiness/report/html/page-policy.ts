// What a browser may do with a page of ours: show it with its own style, and nothing else.
import { createHash } from 'node:crypto';
import { reportStyle } from './report-style.js';

const styleDigest = createHash('sha256').update(reportStyle).digest('base64');

/** Value of `Content-Security-Policy`: the one style of the page by its digest; no script, no request, no frame, no form. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
