// Works out, once and at build time, the tables that take long to make of what packages hold.
import { writeFileSync } from 'node:fs';
import llama from 'llama-tokenizer-js';
import { llama2Tables } from '../../dist/readiness/tokens/tokenisers/llama-2-tables.js';

const llamaFile = new URL('../../dist/readiness/tokens/tokenisers/llama-2.json', import.meta.url);
writeFileSync(llamaFile, JSON.stringify(llama2Tables(llama)));
