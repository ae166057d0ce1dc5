// A held-out text as a question to a model, the way the project's own application would ask it.
import { Injectable } from '@nestjs/common';
import type { Ask } from '../../evaluation/ask-rows.js';
import { type ChatMessage, Upstreams } from '../../vendors/upstreams.js';
import type { ModelTarget } from '../../vendors/vendor.js';
import type { Project } from '../project.js';

const askTimeoutMs = 60_000;

@Injectable()
export class AskModel {
  constructor(private readonly upstreams: Upstreams) {}

  asker({ brief }: Project, target: ModelTarget): Ask {
    const { instructions } = brief.task;
    const before: readonly ChatMessage[] = instructions === null ? [] : [{ role: 'system', content: instructions }];
    return async (text) => {
      const messages = [...before, { role: 'user' as const, content: text }];
      const answer = await this.upstreams.ask({ target, messages, timeoutMs: askTimeoutMs });
      return answer.kind === 'answer'
        ? { kind: 'answer', text: answer.text }
        : { kind: 'failure', reason: answer.reason, detail: answer.detail };
    };
  }
}
