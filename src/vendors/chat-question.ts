// One question in the OpenAI dialect, and its answer read back. Temperature 0, because a measurement should not depend on
// a draw; models that take no temperature, or name the token limit otherwise, say so in the `param` of their error, and
// are asked again in the form they take. Answers are not trusted: what does not have the shape is no answer.
import type { Question } from './upstreams.js';

/** How a model wants to be asked. */
export interface QuestionForm {
  readonly takesTemperature: boolean;
  readonly tokenLimitField: 'max_tokens' | 'max_completion_tokens';
}

export const usualForm: QuestionForm = { takesTemperature: true, tokenLimitField: 'max_tokens' };

export interface ReadAnswer {
  readonly text: string;
  readonly promptTokens: number | null;
  readonly cachedTokens: number | null;
  readonly completionTokens: number | null;
  readonly modelServed: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

function parseFields(text: string): Fields {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The JSON body of the question. */
export function questionBody(question: Question, form: QuestionForm): string {
  return JSON.stringify({
    model: question.target.model,
    messages: question.messages,
    stream: false,
    ...(form.takesTemperature && { temperature: 0 }),
    ...(question.maxTokens !== undefined && { [form.tokenLimitField]: question.maxTokens }),
  });
}

/** Another form to ask in, when the error says that one field was not taken; null when that is not what it says. */
export function formAfterError(body: string, form: QuestionForm): QuestionForm | null {
  const { param } = fieldsOf(parseFields(body).error);
  if (param === 'temperature' && form.takesTemperature) {
    return { ...form, takesTemperature: false };
  }
  if (param === 'max_tokens' && form.tokenLimitField === 'max_tokens') {
    return { ...form, tokenLimitField: 'max_completion_tokens' };
  }
  return null;
}

/** Text of a message's content: a string, or the text parts of a list. Null when there is no text. */
function textOf(content: unknown): string | null {
  if (typeof content === 'string') {
    return content;
  }
  const parts = Array.isArray(content) ? content.map((part) => fieldsOf(part).text) : [];
  const texts = parts.filter((part) => typeof part === 'string');
  return texts.length === 0 ? null : texts.join('');
}

/** Null when the body is not a chat completion with a text. Counts that are missing or impossible are null. */
export function readAnswer(body: string): ReadAnswer | null {
  const fields = parseFields(body);
  const choice = Array.isArray(fields.choices) ? fieldsOf(fields.choices[0]) : {};
  const text = textOf(fieldsOf(choice.message).content);
  if (text === null) {
    return null;
  }
  const usage = fieldsOf(fields.usage);
  const promptTokens = countOf(usage.prompt_tokens);
  const cachedReported = countOf(fieldsOf(usage.prompt_tokens_details).cached_tokens);
  return {
    text,
    promptTokens,
    // Whoever reports usage without this detail has no cache to report.
    cachedTokens: cachedReported ?? (promptTokens === null ? null : 0),
    completionTokens: countOf(usage.completion_tokens),
    modelServed: typeof fields.model === 'string' ? fields.model : null,
  };
}
