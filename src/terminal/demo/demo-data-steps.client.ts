// The demo’s data: what its owner says of it, uploaded, measured, mended.
import { type Answered, type Caller, until } from '../openward-api.client.js';
import type { DemoFile } from './demo-data.client.js';

export interface DemoPlace {
  readonly lead: Caller;
  readonly projectId: string;
  readonly say: (line: string) => void;
}

/** What the demo’s owner says of its data: own texts, no person behind them, a classifier that stays in the house. */
const demoPlan = {
  distribution: 'internal',
  commercial: true,
  vendorRoutes: [{ vendor: 'stand-in', route: 'openward/own' }],
  trafficConsent: { legalBasis: 'no-personal-data', purposeIncludesTraining: true, retentionUntil: null, optOuts: 0 },
  region: { hasEeaUsers: false, hasMinors: false, isMedical: false },
};
const demoRights = {
  licence: 'LicenseRef-own',
  licenceRevision: '1',
  source: 'the demo’s own texts',
  legalBasis: 'no-personal-data',
  purposeIncludesTraining: 'true',
  optOuts: '0',
};

const jobPatienceMs = 600_000;
const settlePatienceMs = 30_000;

export const marks: Readonly<Record<string, string>> = { pass: '✔', fail: '✘', inconclusive: '?', error: '!' };

export async function newestEvidence(lead: Caller, projectId: string, kind: string): Promise<[Answered]> {
  return (await lead.call(`/v1/projects/${projectId}/evidence?kind=${kind}&limit=1`)).evidence;
}

export class DemoDataSteps {
  constructor(private readonly place: DemoPlace) {}

  async plan(): Promise<void> {
    const { lead, projectId } = this.place;
    await lead.call(`/v1/projects/${projectId}/data-plan`, { method: 'PUT', body: demoPlan });
  }

  async showCaptured(): Promise<void> {
    const path = `/v1/projects/${this.place.projectId}/exchanges?limit=100`;
    const page = await until('the capture to be stored', settlePatienceMs, async () => {
      const answer = await this.place.lead.call(path);
      return answer.exchanges.length > 0 ? answer : null;
    });
    const [one] = page.exchanges;
    const { promptTokens, completionTokens, latencyMs, costUsd, costNanoUsd } = one;
    const cost = costUsd ?? (costNanoUsd === undefined ? null : costNanoUsd / 1e9);
    this.place.say(
      `   the newest: ${promptTokens} + ${completionTokens} tokens, ${Math.round(latencyMs)} ms, cost ${cost} USD`,
    );
  }

  async upload(file: DemoFile, split: string): Promise<void> {
    const rights = new URLSearchParams(demoRights).toString();
    const place = `split=${split}&fileName=${encodeURIComponent(file.name)}`;
    const path = `/v1/projects/${this.place.projectId}/imports?${place}&${rights}`;
    const done = await this.place.lead.call(path, { raw: { content: file.content, contentType: file.contentType } });
    const { accepted, rejected, duplicates, total } = done;
    this.place.say(
      `   ${file.name} (${split}): ${total} rows, ${accepted} taken, ${duplicates} duplicates, ${rejected} refused`,
    );
  }

  /** Takes out what a failing check names a safe action for, as a step that can be undone, and measures again. */
  async mend(report: Answered): Promise<void> {
    const { lead } = this.place;
    const isToMend = (finding: Answered) => finding.outcome === 'fail' && finding.action === 'drop-leaked';
    if (!report.findings.some(isToMend)) {
      return;
    }
    const base = `/v1/projects/${this.place.projectId}/curation`;
    const order = { action: 'drop-leaked', parameters: {} };
    const preview = await lead.call(`${base}/preview`, { body: order });
    this.place.say(`   mending: ${order.action} would take ${preview.dropped.train} training rows out`);
    const reason = 'They hold most of what is held out.';
    await lead.call(`${base}/apply`, {
      body: { ...order, reason },
      headers: { 'Idempotency-Key': 'demo-drop-leaked' },
    });
    await this.measure();
  }

  async measure(): Promise<Answered> {
    const { lead } = this.place;
    const base = `/v1/projects/${this.place.projectId}/readiness-reports`;
    const { reportId } = await lead.call(base, { method: 'POST' });
    await until('the readiness report', jobPatienceMs, async () => {
      const [newest] = await newestEvidence(lead, this.place.projectId, 'readiness.report');
      return newest?.value.reportId === reportId ? true : null;
    });
    const report = await lead.call(`${base}/${reportId}`);
    this.place.say(
      `   readiness: ${report.verdict}; ${report.usableTrainRows} rows to train on, ${report.holdoutRows} held out`,
    );
    for (const finding of report.findings) {
      if (finding.outcome !== 'skipped') {
        const isAdvice = finding.outcome !== 'pass' && !finding.blocking;
        const mark = isAdvice ? '~' : (marks[finding.outcome] ?? '~');
        this.place.say(
          `     ${mark} ${finding.checkId}: ${finding.text}${isAdvice ? ' (advice, does not block)' : ''}`,
        );
      }
    }
    for (const view of report.trainerViews ?? []) {
      this.place.say(`     ${view.text}`);
    }
    return report;
  }
}
