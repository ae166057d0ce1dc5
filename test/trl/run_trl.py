"""What does TRL itself make of rows? Reads a job (JSON) from the path that it is given, prepares every run of it with the
trainer of TRL, and writes for each row how many tokens it has, how many are left and how many carry the loss.

The tokeniser is trained here, on text that the job brings; chat templates are those that the installed TRL ships. The
model is a tiny one with random weights: nothing is fetched from anywhere.
"""

import importlib.resources
import json
import logging
import os
import sys
import tempfile

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import datasets
import tokenizers
import torch
import transformers
import trl
from datasets import Dataset
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast
from trl import DPOConfig, DPOTrainer, SFTConfig, SFTTrainer

datasets.disable_progress_bars()
logging.disable(logging.WARNING)

END = "</s>"
START = "<s>"
MARKS = [
    "<pad>", START, END, "<|im_start|>", "<|im_end|>", "<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>",
    "<|eot_id|>", "<bos>", "<start_of_turn>", "<end_of_turn>",
]
# In the vocabularies of Qwen these are tokens of their own, too, though not special ones.
WORDS = ["<tool_call>", "</tool_call>", "<tool_response>", "</tool_response>", "<think>", "</think>"]
# The form in which newer vocabularies split text: up to three digits, runs of line ends, words with the sign before.
SPLIT = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"


def train_tokeniser(form, corpus, path):
    """`old` splits as GPT-2 did and puts nothing before a text; `new` splits as Llama 3 does and puts a start mark;
    `spaced` writes spaces as a sign and splits nothing, as Llama 2 does, and puts a start mark, too."""
    raw = Tokenizer(models.BPE())
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    marks = MARKS
    if form == "old":
        raw.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    elif form == "new":
        split = pre_tokenizers.Split(Regex(SPLIT), behavior="isolated")
        raw.pre_tokenizer = pre_tokenizers.Sequence([split, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    else:
        raw = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True, fuse_unk=True))
        raw.pre_tokenizer = pre_tokenizers.Metaspace()
        marks = [*MARKS, "<unk>", *[f"<0x{byte:02X}>" for byte in range(256)]]
        alphabet = []
        corpus = [text.encode("ascii", "ignore").decode().replace("\n", " ") for text in corpus]
    raw.train_from_iterator(corpus, trainers.BpeTrainer(vocab_size=700, special_tokens=marks, initial_alphabet=alphabet))
    raw.add_tokens([tokenizers.AddedToken(word, special=False, normalized=False) for word in WORDS])
    if form != "old":
        raw.post_processor = processors.TemplateProcessing(
            single=f"{START} $A", pair=f"{START} $A {START} $B", special_tokens=[(START, raw.token_to_id(START))]
        )
    if form == "spaced":
        raw.pre_tokenizer = None
        raw.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    raw.save(path)
    if form == "spaced":
        bytes_are_no_marks(path)


def bytes_are_no_marks(path):
    """The tokens of single bytes were named as marks only to have them in the vocabulary."""
    with open(path, encoding="utf8") as file:
        kept = json.load(file)
    kept["added_tokens"] = [token for token in kept["added_tokens"] if not token["content"].startswith("<0x")]
    with open(path, "w", encoding="utf8") as file:
        json.dump(kept, file)


def tokeniser_of(path, template):
    tokeniser = PreTrainedTokenizerFast(tokenizer_file=path, bos_token=START, eos_token=END, pad_token="<pad>")
    if template is not None:
        place = importlib.resources.files("trl") / "chat_templates" / f"{template}.jinja"
        tokeniser.chat_template = place.read_text()
        # The end mark of a chat model is the one its template writes.
        ends = {"qwen2_5": "<|im_end|>", "qwen3": "<|im_end|>", "qwen3_instruct_2507": "<|im_end|>", "llama3": "<|eot_id|>", "llama3_1": "<|eot_id|>"}
        tokeniser.eos_token = ends.get(template, END)
    return tokeniser


def tiny_model(tokeniser):
    config = LlamaConfig(
        vocab_size=len(tokeniser), hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2,
        num_key_value_heads=2, max_position_embeddings=4096, bos_token_id=tokeniser.bos_token_id,
        eos_token_id=tokeniser.eos_token_id, pad_token_id=tokeniser.pad_token_id,
    )
    return LlamaForCausalLM(config)


def trainer_of(run, settings, path):
    tokeniser = tokeniser_of(path, run["template"])
    args = dict(
        output_dir=tempfile.mkdtemp(dir=os.path.dirname(path)), use_cpu=True, bf16=False, max_steps=1, report_to="none",
        per_device_train_batch_size=1, save_strategy="no", **settings,
    )
    data = Dataset.from_list([{"row": at, **row} for at, row in enumerate(run["rows"])])
    kind, config = (DPOTrainer, DPOConfig) if run["trainer"] == "dpo" else (SFTTrainer, SFTConfig)
    more = {"ref_model": tiny_model(tokeniser)} if kind is DPOTrainer else {}
    return kind(model=tiny_model(tokeniser), args=config(**args), train_dataset=data, processing_class=tokeniser, **more)


def prepared(trainer, row):
    """Tokens that are left and tokens that carry the loss, as the collator hands them to the model."""
    batch = trainer.data_collator([row])
    left = int(batch["attention_mask"].sum(dim=1).max())
    if "completion_mask" in batch:
        chosen, rejected = (int(one) for one in batch["completion_mask"].sum(dim=1))
        return {"left": left, "learnt": chosen + rejected, "chosen": chosen, "rejected": rejected}
    return {"left": left, "learnt": int((batch["labels"] != -100).sum())}


def rows_of(run, settings, path, trains=False):
    trainer = trainer_of(run, settings, path)
    kept = {row["row"]: prepared(trainer, row) for row in trainer.train_dataset}
    if trains:
        trainer.train()
    return [kept.get(at) for at in range(len(run["rows"]))]


def outcome_of(run, path):
    try:
        cut = rows_of(run, run["settings"], path, trains=True)
        whole = rows_of(run, {**run["settings"], "max_length": None}, path)
        return {"name": run["name"], "stops": None, "cut": cut, "whole": whole}
    except Exception as error:  # A run that stops is an answer, too.
        return {"name": run["name"], "stops": f"{type(error).__name__}: {error}", "cut": [], "whole": []}


def main(job_path, told_path):
    with open(job_path, encoding="utf8") as file:
        job = json.load(file)
    for form, path in job["tokenisers"].items():
        train_tokeniser(form, job["corpus"], path)
    told = {
        "versions": {module.__name__: module.__version__ for module in (trl, transformers, datasets, tokenizers, torch)},
        "runs": [outcome_of(run, job["tokenisers"][run["tokeniser"]]) for run in job["runs"]],
    }
    with open(told_path, "w", encoding="utf8") as file:
        json.dump(told, file)


main(sys.argv[1], sys.argv[2])
