// How do answers begin that refuse? Phrases of our own, in lower case with straight apostrophes, for the languages that
// captured traffic is most often in. They are looked for at the beginning of an answer only: later on the same words are
// often part of a proper one. Written as alternations of literals with bounded gaps, so that matching stays linear.

const english = [
  "i(?:'m| am) (?:very |truly |really |so )?sorry,? (?:but )?(?:i|that|this) (?:can't|cannot|can not|won't|will not|am unable|am not able|'m unable|'m not able|must|is not something|isn't something)",
  'i apologi[sz]e,? but i',
  "sorry,? (?:but )?(?:i|we) (?:can't|cannot|can not|won't|am not able|am unable)",
  "i (?:can't|cannot|can not|could not|won't|will not) (?:help|assist|provide|comply|fulfil|fulfill|answer|do that|create|support|engage|generate|write that|share that|discuss|continue with|participate|offer|give you|recommend|complete this|process this|in good)",
  "i(?:'m| am) (?:unable|not able|not allowed|not permitted|not authori[sz]ed|not in a position|not comfortable) (?:to (?:assist|help|provide|comply|fulfil|fulfill|answer|create|generate|support|engage|discuss|continue|complete|process|share|offer|give|write|do|respond|produce|fulfill|advise|access|participate)|with|answering|providing|helping|discussing)",
  'i (?:must|have to|need to|would have to|will have to|respectfully) (?:respectfully |politely )?(?:decline|refuse)',
  '(?:unable|not able) to (?:assist|help|comply) (?:with )?(?:you|that|this|your)',
  "(?:can't|cannot) (?:assist|help) (?:you )?with (?:that|this|your) ",
  '(?:violates?|goes against|against) (?:my|our|the|openai.s|google.s) (?:content|usage|use|guidelines|polic|programming|safety)',
  "as an ai(?: language model| assistant| model)?,? i (?:can't|cannot|can not|am not able|am unable|don't|do not|must|won't)",
  "i don't feel comfortable",
  "that's not something i (?:can|am able)",
];

const otherLatin = [
  'tut mir leid,? (?:aber )?(?:ich kann|das kann ich|dabei kann|dazu kann|ich darf)',
  'ich kann (?:ihnen |dir )?(?:dabei |damit |dazu |hierbei |das |diese anfrage )?(?:leider )?nicht (?:helfen|behilflich|beantworten|weiterhelfen|unterstützen|bearbeiten|erfüllen)',
  '(?:dabei|damit|hierbei) kann ich (?:ihnen |dir )?(?:leider )?nicht',
  'leider kann ich (?:ihnen |dir )?(?:dabei |damit |dazu |diese |das )?nicht',
  'ich bin nicht in der lage',
  'als (?:ki|ki-modell|ki-sprachmodell|sprachmodell|ki-assistent),? kann ich',
  'désolée?,? (?:mais )?je ne (?:peux|suis)',
  "je ne (?:peux|puis) (?:malheureusement )?pas (?:vous |te |t')?(?:aider|répondre|fournir|satisfaire|assister|donner suite)",
  'je ne suis pas en mesure',
  "en tant qu(?:e modèle|e model|'ia|'intelligence)",
  'lo siento,? (?:pero )?no (?:puedo|me es posible)',
  'no puedo (?:ayudar|proporcionar|cumplir|asistir|responder|ofrecer|brindar|realizar esa)',
  'como (?:modelo de lenguaje|una ia|ia|inteligencia artificial),? no',
  'mi dispiace,? (?:ma )?non (?:posso|sono)',
  'non posso (?:aiutar|fornire|rispondere|soddisfare|assister)',
  'come (?:modello linguistico|intelligenza artificiale),? non',
  '(?:desculpe|sinto muito|lamento),? (?:mas )?não (?:posso|consigo)',
  'não (?:posso|consigo) (?:ajudar|fornecer|responder|atender|auxiliar)',
  'como (?:modelo de linguagem|uma ia),? não',
  'het spijt me,? (?:maar )?ik kan',
  'ik kan (?:je|u) (?:daar|hier)(?:mee|bij)? ?(?:helaas )?niet',
  'przykro mi,? (?:ale )?nie mogę',
  'nie mogę (?:pomóc|udzielić|spełnić|odpowiedzieć)',
  'üzgünüm,? (?:ancak |ama )?',
  'yardımcı olamam',
];

const otherScripts = [
  'извините,? но я не могу',
  'к сожалению,? я не могу',
  'я не могу (?:помочь|предоставить|ответить|выполнить|помогать)',
  'как языковая модель',
  '抱歉[，,]?(?:但)?(?:是)?我(?:不能|无法|不可以|無法)',
  '我(?:无法|不能|無法)(?:提供|协助|帮助|回答|满足|協助|幫助)',
  '作为(?:一个|一名)?(?:ai|人工智能)',
  '申し訳(?:ありません|ございません)が',
  '(?:お答え|お手伝い|対応|回答)(?:することは|は)?できません',
  '죄송(?:하지만|합니다만)',
  '(?:도와드릴|제공할|답변드릴|도와줄) 수 없',
  'لا (?:أستطيع|يمكنني) (?:مساعدتك|تقديم|الإجابة)',
  'मैं (?:इसमें |आपकी )?(?:मदद|सहायता) नहीं कर',
];

export const refusalPhrases: readonly string[] = [...english, ...otherLatin, ...otherScripts];

export const refusalPattern = new RegExp(refusalPhrases.join('|'));

const straightHints: readonly string[] = [
  ...[
    'sorry',
    'apologi',
    "can't",
    'cannot',
    'can not',
    'could not',
    "won't",
    'will not',
    "i'm",
    'i am',
    'unable',
    'not able',
  ],
  ...['decline', 'refuse', 'violat', 'against', 'as an ai', 'something i', 'feel comf'],
  ...['leid', 'ich kann', 'kann ich', 'nicht in der', 'désol', 'je ne', 'tant qu', 'siento', 'no puedo', 'como '],
  ...[
    'dispiace',
    'non posso',
    'come ',
    'desculpe',
    'sinto',
    'lamento',
    'consigo',
    'posso',
    'het spijt',
    'ik kan',
    'przykro',
    'nie mog',
  ],
  ...[
    'zgün',
    'olamam',
    'не могу',
    'языковая',
    '抱歉',
    '我无',
    '我不',
    '我無',
    '作为',
    '申し訳',
    'できません',
    '죄송',
    '수 없',
  ],
  ...['لا ', 'नहीं'],
];

/** Without one of these no refusal can be there: most answers are passed over by them. */
export const refusalHints: readonly string[] = bothApostrophes(straightHints);

/** Words as they are, and with the curved apostrophe. */
export function bothApostrophes(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => (word.includes("'") ? [word, word.replaceAll("'", '’')] : [word]));
}
