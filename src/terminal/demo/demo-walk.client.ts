// One project from its creation to the end of the incumbent, over HTTP, saying at each gate what opened it. A gate that
// does not open ends the walk where it stands: nothing here is overridden.

import { type Answered, type Caller, until } from '../openward-api.client.js';
import type { DemoData, DemoFile } from './demo-data.client.js';
import { DemoDataSteps, marks, newestEvidence } from './demo-data-steps.client.js';
import { checkedHistory } from './demo-history.client.js';
import { invitePeople, type People } from './demo-people.client.js';
import { DemoTraffic } from './demo-traffic.client.js';
import { standInModel } from './stand-in-vendor.client.js';

export interface WalkResult {
  readonly finalStage: string;
  /** Of the candidate on the held-out split; null when the walk ended before it was measured. */
  readonly accuracy: number | null;
  readonly incumbentAccuracy: number | null;
  readonly trainSeconds: number | null;
}

export interface WalkSetting {
  readonly admin: Caller;
  readonly data: DemoData;
  readonly vendorUrl: string;
  readonly policy: string;
  readonly say: (line: string) => void;
}

/** A gate that stayed closed. */
export class GateClosed extends Error {}

const jobPatienceMs = 600_000;
const collectedCalls = 180;
const callsPerRound = 60;
const roundsMax = 40;

export class DemoWalk {
  private projectId = '';
  private accuracy: number | null = null;
  private incumbentAccuracy: number | null = null;
  private trainSeconds: number | null = null;
  private people: People;
  private traffic: DemoTraffic;
  private data: DemoDataSteps;

  constructor(private readonly setting: WalkSetting) {}

  /** Ends early with the stage that was reached when a gate stays closed. */
  async run(): Promise<WalkResult> {
    try {
      await this.begin();
      await this.collect();
      await this.train();
      await this.prove();
      await this.cutOver();
      await this.finish();
    } catch (error) {
      if (!(error instanceof GateClosed)) {
        throw error;
      }
      this.setting.say(`\n${error.message}`);
    }
    const { stage } = await this.status();
    const { accuracy, incumbentAccuracy, trainSeconds } = this;
    return { finalStage: stage, accuracy, incumbentAccuracy, trainSeconds };
  }

  private async begin(): Promise<void> {
    const { admin, vendorUrl, policy, say } = this.setting;
    say('1  A project');
    this.people = await invitePeople(admin);
    const price = {
      usdPerMillionInputTokens: '2.50',
      usdPerMillionCachedInputTokens: '1.25',
      usdPerMillionOutputTokens: '10',
    };
    const vendor = { baseUrl: vendorUrl, models: [{ name: standInModel, ...price }] };
    await admin.call('/v1/vendors/stand-in', { method: 'PUT', body: vendor });
    say('   vendor stand-in registered: a stand-in for the closed vendor on loopback, with a made-up price');
    const project = await this.people.lead.call('/v1/projects', {
      body: {
        name: 'Demo',
        owner: 'ada',
        criticality: 'low',
        policy,
        task: { kind: 'closed-set classification', description: 'Names the intent of a message, one of a known set.' },
        incumbent: { vendor: 'stand-in', model: standInModel },
        candidate: { vendor: 'openward', model: 'baseline-student' },
      },
    });
    this.projectId = project.id;
    this.data = new DemoDataSteps({ lead: this.people.lead, projectId: project.id, say });
    await this.data.plan();
    say(`   ${project.id} created by ada under the policy ${policy}, stage ${project.stage}`);
    this.traffic = this.trafficOf(this.setting.data.train);
    await this.pass('assessing');
    const decided = await this.people.lead.command(this.projectId, 'decide', { choice: 'migrate' });
    say(`   decided to migrate: the policy is frozen, stage ${decided.stage}`);
  }

  private async collect(): Promise<void> {
    const { say, data } = this.setting;
    say('\n2  Traffic goes through the gateway to the incumbent, and is captured');
    const seen = await this.traffic.send(this.projectId, collectedCalls);
    say(`   ${seen.calls} calls, plain and streamed, ${seen.failed} failed; answered by ${JSON.stringify(seen.byArm)}`);
    await this.data.showCaptured();
    say('\n3  Data: imported, measured, frozen');
    await this.data.upload(data.train, data.holdout === null ? 'auto' : 'train');
    if (data.holdout !== null) {
      await this.data.upload(data.holdout, 'holdout');
    }
    await this.data.mend(await this.data.measure());
    await this.pass('collecting');
  }

  private trafficOf({ rows }: DemoFile): DemoTraffic {
    const texts = rows.map((row) => row.text);
    return new DemoTraffic(this.people.app, texts, standInModel);
  }

  private async train(): Promise<void> {
    this.setting.say('\n4  An open model is trained on the frozen data set');
    await this.awaitJob('tuning', 'training-runs', 'trainingRuns');
    const [evidence] = await newestEvidence(this.people.lead, this.projectId, 'training.run');
    this.trainSeconds = evidence.value.trainSeconds;
    const { artefactDigest, trainRows } = evidence.value;
    this.setting.say(
      `   trained on ${trainRows} rows in ${this.trainSeconds?.toFixed(1)} s: artefact ${artefactDigest}`,
    );
    await this.pass('tuning');
  }

  private async prove(): Promise<void> {
    const { say } = this.setting;
    say('\n5  Candidate and incumbent answer the held-out split in pairs');
    await this.awaitJob('evaluating', 'evaluations', 'evaluations');
    const [evidence] = await newestEvidence(this.people.lead, this.projectId, 'evaluation.comparison');
    const value = evidence.value;
    this.accuracy = value.candidateAccuracy;
    this.incumbentAccuracy = value.incumbentAccuracy;
    const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
    say(
      `   candidate ${percent(value.candidateAccuracy)}, incumbent ${percent(value.incumbentAccuracy)} on ${value.n} pairs`,
    );
    say(
      `   difference ${percent(value.difference)} [${percent(value.differenceLow)}, ${percent(value.differenceHigh)}], margin −${percent(value.margin)}, Tango z ${value.z?.toFixed(2)}`,
    );
    await this.pass('evaluating');
  }

  private async cutOver(): Promise<void> {
    const { say } = this.setting;
    say('\n6  Shadow, canary, ramp, soak');
    // What the candidate was trained on would flatter it.
    this.traffic = this.trafficOf(this.setting.data.holdout ?? this.setting.data.train);
    for (;;) {
      const { stage, step, traffic } = await this.status();
      if (stage !== 'cutover') {
        return;
      }
      say(`   ${step}: the candidate answers ${traffic.candidateWeightPercent} % of the calls`);
      await this.passWithTraffic();
    }
  }

  private async finish(): Promise<void> {
    const { say } = this.setting;
    say('\n7  The way back is given up, by two persons');
    const reason = 'The candidate has carried all traffic.';
    await this.people.lead.command(this.projectId, 'decommission', { reason });
    say('   decommissioning proposed by ada');
    const done = await this.people.riskOwner.command(this.projectId, 'decommission', { reason });
    say(`   confirmed by rosa, stage ${done.stage}`);
    say(`   history: ${await checkedHistory(this.people.lead, this.projectId)}`);
  }

  /** Asks for the gate, shows what it said, and has it approved as often as the policy asks. */
  private async pass(stage: string): Promise<void> {
    const asked = await this.people.lead.command(this.projectId, 'advance');
    await this.showGate(asked);
    if (asked.gateRun.outcome !== 'pass') {
      throw new GateClosed(`The gate ${asked.gateRun.gate} stays closed; the walk ends in ${stage}.`);
    }
    await this.approve(asked);
  }

  /** Sends traffic until the gate has enough of it to say pass or fail. */
  private async passWithTraffic(): Promise<void> {
    const arms: Record<string, number> = {};
    let calls = 0;
    for (let round = 1; round <= roundsMax; round += 1) {
      const seen = await this.traffic.send(this.projectId, callsPerRound);
      calls += seen.calls;
      for (const [arm, count] of Object.entries(seen.byArm)) {
        arms[arm] = (arms[arm] ?? 0) + count;
      }
      // Captures and shadow copies are stored a moment after the answer.
      await new Promise((resolve) => setTimeout(resolve, 400));
      const asked = await this.people.lead.command(this.projectId, 'advance');
      if (asked.gateRun.outcome !== 'inconclusive') {
        this.setting.say(`     ${calls} calls, answered by ${JSON.stringify(arms)}`);
        await this.showGate(asked);
        if (asked.gateRun.outcome !== 'pass') {
          throw new GateClosed(`The gate ${asked.gateRun.gate} stays closed.`);
        }
        return this.approve(asked);
      }
    }
    throw new GateClosed(`The gate could not be judged within ${calls} calls.`);
  }

  private async showGate(asked: Answered): Promise<void> {
    const { say } = this.setting;
    const run = await this.people.lead.call(`/v1/projects/${this.projectId}/gate-runs/${asked.gateRun.id}`);
    say(`   gate ${run.gate}: ${run.outcome}`);
    for (const criterion of run.criteria) {
      say(`     ${marks[criterion.outcome] ?? ' '} ${criterion.text}`);
    }
  }

  private async approve(asked: Answered): Promise<void> {
    const { id: gateRunId, evidenceDigest, approvalsRequired } = asked.gateRun;
    const voices = [this.people.approver, this.people.riskOwner];
    const names = ['grace', 'rosa'];
    for (let at = 0; at < approvalsRequired; at += 1) {
      await voices[at]?.command(this.projectId, 'approve', { gateRunId, evidenceDigest });
      this.setting.say(`     approved by ${names[at]}, on exactly this evidence`);
    }
  }

  private async awaitJob(stage: string, path: string, key: string): Promise<void> {
    let shown = -1;
    await until(`the job of ${stage}`, jobPatienceMs, async () => {
      const status = await this.status();
      const [newest] = (await this.people.lead.call(`/v1/projects/${this.projectId}/${path}?limit=1`))[key] ?? [];
      const percent = Math.floor((newest?.progressShare ?? 0) * 10) * 10;
      if (percent > shown && newest !== undefined) {
        shown = percent;
        this.setting.say(
          `   ${percent} %${newest.etaSeconds === null ? '' : `, about ${Math.ceil(newest.etaSeconds)} s left`}`,
        );
      }
      if (status.job === 'failed') {
        throw new GateClosed(`The job of ${stage} failed: ${status.healthReason}`);
      }
      return status.job === null ? true : null;
    });
  }

  private status(): Promise<Answered> {
    return this.people.lead.call(`/v1/projects/${this.projectId}/status`);
  }
}
