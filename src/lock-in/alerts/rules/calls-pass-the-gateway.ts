import { dayOf, percentOf } from '../../in-words.js';
import type { AlertRule } from '../alert.js';

const gapMax = 0.05;

export const callsPassTheGateway: AlertRule = {
  number: 8,
  name: 'capture.gap',
  question: 'Were more than five in a hundred invoiced tokens never captured?',
  why: 'What bypasses the gateway is neither measured nor moved.',
  source: 'Imported invoice beside the tokens captured in its period.',
  owner: 'lead',
  remedy: 'Find the caller that bypasses the gateway and route it through.',
  raise: ({ captureGap }) =>
    captureGap === null || captureGap.share <= gapMax
      ? []
      : [
          {
            about: captureGap.invoiceId,
            severity: 'warning',
            text: `${percentOf(captureGap.share)} of the tokens invoiced until ${dayOf(captureGap.untilAt)} were not captured; ${percentOf(gapMax)} are tolerated.`,
            evidence: [captureGap.invoiceId],
            expiresAt: null,
          },
        ],
};
