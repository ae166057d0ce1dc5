// Validates calls against the schemas of their tools, and answers against the form that was asked for. Compiled schemas
// are kept by their text; a schema that cannot be compiled checks nothing, and is not counted as checked.
import { createRequire } from 'node:module';
import type { Ajv, ValidateFunction } from 'ajv';
import type { Message, RowContent, ToolDeclaration } from './example.js';
import { noTraits } from './row-traits.js';
import { noSchema, type SchemaFacts } from './schema-facts.js';

const require = createRequire(import.meta.url);

/** Compiled schemas hold memory; a data set has a few tools, a broken one has as many schemas as rows. */
const schemasMax = 1_000;

export type SchemaCheck = (content: Pick<RowContent, 'messages' | 'tools' | 'traits'>) => SchemaFacts;

export function makeSchemaCheck(): SchemaCheck {
  const compiled = new CompiledSchemas();
  return (content) => {
    const { messages, tools = [], traits = noTraits } = content;
    const hasCalls = tools.length > 0 && messages.some((message) => message.toolCalls !== undefined);
    if (!hasCalls && !traits.wantsJson && traits.answerSchema === null) {
      return noSchema;
    }
    const calls = hasCalls ? checkCalls(messages, tools, compiled) : { checked: 0, faulty: 0 };
    return { callsChecked: calls.checked, callsFaulty: calls.faulty, ...checkAnswer(content, compiled) };
  };
}

class CompiledSchemas {
  private ajv: Ajv | null = null;
  private readonly byText = new Map<string, ValidateFunction | null>();

  /** Null when the text is no schema that can be compiled. */
  of(text: string): ValidateFunction | null {
    const known = this.byText.get(text);
    if (known !== undefined) {
      return known;
    }
    if (this.byText.size >= schemasMax) {
      this.byText.clear();
    }
    const made = this.compile(text);
    this.byText.set(text, made);
    return made;
  }

  private compile(text: string): ValidateFunction | null {
    try {
      const schema = JSON.parse(text) as object;
      this.ajv ??= makeCompiler();
      const validate = this.ajv.compile(schema);
      // The compiler keeps every schema it has seen, by the object, which nobody asks for again.
      this.ajv.removeSchema(schema);
      return validate;
    } catch {
      return null;
    }
  }
}

/** A hundred modules, loaded with the first schema: most data sets have none. */
function makeCompiler(): Ajv {
  const { Ajv: Compiler } = require('ajv') as { readonly Ajv: typeof Ajv };
  // Words that are no part of the standard are common in schemas of tools; formats are annotations there.
  return new Compiler({ strict: false, validateFormats: false, logger: false, addUsedSchema: false });
}

function checkCalls(
  messages: readonly Message[],
  tools: readonly ToolDeclaration[],
  compiled: CompiledSchemas,
): { checked: number; faulty: number } {
  let checked = 0;
  let faulty = 0;
  for (const call of messages.flatMap((message) => message.toolCalls ?? [])) {
    const schema = tools.find((tool) => tool.name === call.name)?.parameters ?? '';
    const validate = schema === '' ? null : compiled.of(schema);
    if (validate !== null) {
      checked += 1;
      faulty += follows(call.arguments, validate) ? 0 : 1;
    }
  }
  return { checked, faulty };
}

function checkAnswer(
  { messages, traits = noTraits }: Pick<RowContent, 'messages' | 'traits'>,
  compiled: CompiledSchemas,
): Pick<SchemaFacts, 'answerParses' | 'answerFollows'> {
  const answer = messages.at(-1);
  const isAsked = traits.wantsJson || traits.answerSchema !== null;
  // An answer that calls a tool is not yet the answer that was to have the form.
  if (!isAsked || answer === undefined || answer.toolCalls !== undefined) {
    return { answerParses: null, answerFollows: null };
  }
  const validate = traits.answerSchema === null ? null : compiled.of(traits.answerSchema);
  return {
    answerParses: parses(answer.content),
    answerFollows: validate === null ? null : follows(answer.content, validate),
  };
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function follows(text: string, validate: ValidateFunction): boolean {
  try {
    // A schema that recurs without end breaks while it validates: the call is not shown to follow it.
    return validate(JSON.parse(text)) === true;
  } catch {
    return false;
  }
}
