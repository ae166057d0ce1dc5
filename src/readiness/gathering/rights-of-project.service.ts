// What is known of the right to train on a project's rows: the terms of the vendors that answered, what uploaders declared,
// who signed. The rules are data; the judgement is in rights/.
import { Inject, Injectable } from '@nestjs/common';
import type { RightsFacts } from '../facts/rights-facts.js';
import type { TargetFacts } from '../facts/target-facts.js';
import type { ImportRecord } from '../imports/import-record.js';
import { ImportStore } from '../imports/import-store.js';
import { AcknowledgementStore } from '../rights/acknowledgement-store.js';
import { judgeRights, type RightsQuestion } from '../rights/judge-rights.js';
import type { UploadRows } from '../rights/judge-upload.js';
import { judgeVendorTerms } from '../rights/judge-vendor-terms.js';
import { RightsRulesShelf } from '../rights/rights-rules-shelf.js';
import { targetUseDigest } from '../rights/target-use.js';
import { type RowOrigin, RowOrigins } from '../rows/row-origins.js';
import type { NotPermitted } from '../set-pass/count-rows.js';

export interface RightsAsked extends Pick<RightsQuestion, 'captured' | 'trafficConsent' | 'region'> {
  readonly projectId: string;
  readonly target: TargetFacts;
  readonly now: number;
}

export interface ProjectRights {
  readonly rights: RightsFacts;
  readonly notPermitted: NotPermitted;
}

const importsPerPage = 200;

@Injectable()
export class RightsOfProject {
  constructor(
    @Inject(ImportStore) private readonly imports: ImportStore,
    @Inject(RowOrigins) private readonly origins: RowOrigins,
    @Inject(AcknowledgementStore) private readonly acknowledgements: AcknowledgementStore,
    private readonly shelf: RightsRulesShelf,
  ) {}

  async judge({ projectId, target, now, captured, trafficConsent, region }: RightsAsked): Promise<ProjectRights> {
    const [uploads, origins, holding] = await Promise.all([
      this.uploads(projectId),
      this.origins.of(projectId),
      this.acknowledgements.holding(projectId, targetUseDigest(target)),
    ]);
    const signed = holding.map(({ source, targetDigest, by, at, reason }) => ({
      source,
      targetDigest,
      by,
      at,
      reason,
    }));
    const question = {
      rules: this.shelf.rules,
      target,
      uploads: uploads.map((upload) => rowsOfUpload(upload, origins)).filter(({ rows }) => rows > 0),
      captured,
      trafficConsent,
      region,
      signed,
      now,
    };
    const rights = judgeRights(question);
    return { rights, notPermitted: barredBy(rights, question) };
  }

  private async uploads(projectId: string): Promise<readonly ImportRecord[]> {
    const all: ImportRecord[] = [];
    for (let after: string | null = null; ; ) {
      const page: readonly ImportRecord[] = await this.imports.list({ projectId, after, limit: importsPerPage });
      all.push(...page);
      after = page.at(-1)?.id ?? null;
      if (page.length < importsPerPage || after === null) {
        return all;
      }
    }
  }
}

function rowsOfUpload(upload: ImportRecord, origins: readonly RowOrigin[]): UploadRows {
  const own = origins.filter((one) => one.importId === upload.id);
  const rowsByModel: Record<string, number> = {};
  for (const { model, rows } of own) {
    if (model !== null) {
      rowsByModel[model] = (rowsByModel[model] ?? 0) + rows;
    }
  }
  const rows = own.reduce((sum, one) => sum + one.rows, 0);
  return { importId: upload.id, rows, declared: upload.rights, rowsByModel };
}

/** Rows whose source is blocked are not trained on, whatever else is said of them. */
function barredBy({ licences, consent }: RightsFacts, { captured, target, rules }: RightsQuestion): NotPermitted {
  const uploads = [...licences, ...consent].filter((one) => one.ruling === 'blocked');
  const originIds = uploads.flatMap(({ source }) =>
    source.startsWith('import:') ? [source.slice('import:'.length)] : [],
  );
  const models = captured.flatMap((answers) => {
    const isBlocked = judgeVendorTerms(answers, { target, rules }).rights.ruling === 'blocked';
    return isBlocked && answers.model !== null ? [answers.model] : [];
  });
  return { originIds: [...new Set(originIds)].sort(), models: [...new Set(models)].sort() };
}
