// How does an answer say that it is a machine, or whose? In lower case with straight apostrophes, as literals with bounded
// gaps, so that matching stays linear.
import { bothApostrophes } from './refusal-phrases.js';

export const selfNaming = new RegExp(
  [
    'as an? (?:ai|artificial intelligence|large language model|language model)(?:[ ,]|$)',
    "i(?:'m| am) (?:just |only |simply )?an? (?:ai|artificial intelligence|large language model|language model)(?:[ ,.]|$)",
    "(?:i(?:'m| am)|my name is|called) (?:chatgpt|gpt-[345]|gemini|bard|claude|llama|copilot|mistral|qwen|deepseek)",
    '(?:created|developed|trained|made|built|designed) by (?:openai|google|anthropic|meta ai|deepmind|mistral|alibaba|deepseek)',
    'my (?:knowledge cut-?off|training data|last training)',
    '(?:at|by) openai,? (?:i|my)',
    'als (?:ki|künstliche intelligenz|ki-modell|ki-sprachmodell|sprachmodell)(?:[ ,]|$)',
    "en tant qu(?:e modèle|'ia|'intelligence artificielle)",
    'como (?:modelo de lenguaje|modelo de linguagem|una ia|uma ia)',
    'come modello linguistico',
    'как (?:языковая модель|искусственный интеллект)',
    '作为(?:一个|一名)?(?:ai|人工智能|语言模型)',
    '(?:ai|言語モデル)として',
  ].join('|'),
);

/** Without one of these no self-naming can be there: most answers are passed over by them. */
const straightHints = [
  ...[
    'as an',
    "i'm a",
    'i am a',
    'chatgpt',
    'gpt-',
    'gemini',
    'bard',
    'claude',
    'llama',
    'copilot',
    'mistral',
    'qwen',
    'deepseek',
  ],
  ...[
    'by openai',
    'by google',
    'by anthropic',
    'by meta',
    'by deepmind',
    'by alibaba',
    'at openai',
    'knowledge cut',
    'my training',
    'my last t',
  ],
  ...['als k', 'als sprach', 'tant qu', 'como ', 'come modello', 'как ', '作为', 'aiとして', '言語モデル'],
];
export const selfNamingHints: readonly string[] = bothApostrophes(straightHints);
