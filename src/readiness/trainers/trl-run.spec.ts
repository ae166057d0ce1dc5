// Method: a run of TRL itself, on a tiny model with random weights and a vocabulary of whole words, over rows that are
// written here; what it keeps is compared with what was foretold. Needs Python with trl, torch and datasets.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RowLengths } from '../tokens/row-lengths.js';
import { trlSft } from './frameworks/trl-sft.js';

const hasTrl = spawnSync('python3', ['-c', 'import trl, torch, datasets'], { timeout: 120_000 }).status === 0;
const maxLength = 32;
const settings = {
  limitTokens: maxLength,
  overLong: 'cut',
  learns: 'last-answer',
  dropsUnlearnt: true,
  alternatesStrictly: false,
  hasToolSlot: false,
} as const;

/** Words of question and answer: within the limit, at it, over it in the answer, over it in the question. */
const rows = [
  [4, 4],
  [10, 21],
  [10, 22],
  [30, 10],
  [31, 1],
  [32, 5],
  [60, 5],
] as const;

const script = `
import json, sys
from datasets import Dataset
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast
import trl
from trl import SFTConfig, SFTTrainer

words = {"</s>": 0, "<unk>": 1, "<pad>": 2, "q": 3, "a": 4}
raw = Tokenizer(models.WordLevel(words, unk_token="<unk>"))
raw.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
tokenizer = PreTrainedTokenizerFast(tokenizer_object=raw, eos_token="</s>", unk_token="<unk>", pad_token="<pad>")
model = LlamaForCausalLM(LlamaConfig(vocab_size=5, hidden_size=16, intermediate_size=16, num_hidden_layers=1,
                                     num_attention_heads=2, num_key_value_heads=2, max_position_embeddings=128))
rows = json.loads(sys.argv[1])
data = Dataset.from_list([{"prompt": " ".join(["q"] * p), "completion": " " + " ".join(["a"] * c)} for p, c in rows])
args = SFTConfig(output_dir=sys.argv[2], max_length=int(sys.argv[3]), use_cpu=True, bf16=False, max_steps=1,
                 per_device_train_batch_size=1, report_to="none", save_strategy="no")
trainer = SFTTrainer(model=model, args=args, train_dataset=data, processing_class=tokenizer)
trainer.train()
print("\\n" + json.dumps({"version": trl.__version__, "rows": len(trainer.train_dataset)}))
`;

const compareWithTrl = () => {
  const folder = mkdtempSync(join(tmpdir(), 'trl-run-'));

  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps as many rows as was foretold', () => {
    const path = join(folder, 'run.py');
    writeFileSync(path, script);
    const run = spawnSync('python3', [path, JSON.stringify(rows), join(folder, 'out'), String(maxLength)], {
      encoding: 'utf8',
      timeout: 600_000,
    });
    expect([run.status, run.status === 0 ? '' : run.stderr]).toEqual([0, '']);
    const told = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as { version: string; rows: number };
    const [major = 0, minor = 0] = told.version.split('.').map(Number);
    const leavesOut = major > 1 || (major === 1 && minor >= 13);
    const fates = rows.map(([question, answer]) => trlSft.fateOf(lengths(question, answer), settings).fate);
    const kept = fates.filter((fate) => fate !== 'dropped').length;
    expect(told.rows).toBe(leavesOut ? kept : rows.length);
  }, 600_000);
};

/** The end mark is one more token of the answer. */
function lengths(question: number, answer: number): RowLengths {
  return {
    kind: 'chat',
    openTokens: 0,
    turns: [
      { role: 'user', headTokens: question, bodyTokens: 0, learnt: false },
      { role: 'assistant', headTokens: 0, bodyTokens: answer + 1, learnt: true },
    ],
    rejectedTokens: null,
  };
}

it('foretells these rows: four kept or cut beside one at the limit, two without an answer left', () => {
  const fates = rows.map(([question, answer]) => trlSft.fateOf(lengths(question, answer), settings).fate);
  expect(fates).toEqual(['kept', 'kept', 'cut', 'cut', 'cut', 'dropped', 'dropped']);
});

if (hasTrl) {
  describe('a run of TRL', compareWithTrl);
} else {
  it('compares nothing with a run of TRL: this Python has no trl, torch and datasets', () => {
    expect(hasTrl).toBe(false);
  });
}
