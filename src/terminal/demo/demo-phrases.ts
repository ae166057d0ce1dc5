// The demo's own data: messages to the support of a shop for bicycles, put together from parts so that no two are alike
// in more than a part. Made here, by rule; whoever brings a file of their own does not need it.

interface Intent {
  readonly label: string;
  readonly cores: readonly string[];
}

export interface Phrase {
  readonly text: string;
  readonly label: string;
}

const intents: readonly Intent[] = [
  {
    label: 'order_status',
    cores: [
      'where is my order',
      'has the parcel left your warehouse',
      'any news on the delivery',
      'when will it arrive',
      'the tracking page shows nothing',
      'is it still on its way',
    ],
  },
  {
    label: 'cancel_order',
    cores: [
      'please cancel what I ordered',
      'I changed my mind and want to cancel',
      'stop the shipment if you can',
      'I ordered by mistake, take it back',
      'can the purchase still be called off',
      'I no longer want it',
    ],
  },
  {
    label: 'return_item',
    cores: [
      'how do I send it back',
      'I want to return it',
      'it does not suit me, where do I ship it',
      'I need a return label',
      'can I give it back within the month',
      'the return form does not open',
    ],
  },
  {
    label: 'refund_missing',
    cores: [
      'my money has not come back',
      'the refund is still missing',
      'you promised to pay me back',
      'the amount was never credited',
      'how long does a refund take',
      'my account shows no repayment',
    ],
  },
  {
    label: 'wrong_size',
    cores: [
      'the frame is too small for me',
      'I need a larger size',
      'it does not fit, can I swap it',
      'the size on the label is wrong',
      'exchange it for the next size up',
      'the helmet is too tight',
    ],
  },
  {
    label: 'damaged_on_arrival',
    cores: [
      'it arrived broken',
      'the box was crushed and so is the wheel',
      'there is a crack in the paint',
      'one part was bent out of the box',
      'it came scratched all over',
      'the screen was shattered when I unpacked it',
    ],
  },
  {
    label: 'payment_declined',
    cores: [
      'my card was refused at the checkout',
      'the payment keeps failing',
      'it says declined although there is money',
      'I cannot pay with my card',
      'the bank says you rejected it',
      'the checkout throws me out when I pay',
    ],
  },
  {
    label: 'change_address',
    cores: [
      'I moved, please change the address',
      'ship it to another street',
      'the delivery address is wrong',
      'update where it should go',
      'I typed the old postcode',
      'send it to my office instead',
    ],
  },
  {
    label: 'assembly_help',
    cores: [
      'how do I put it together',
      'the manual leaves out a step',
      'which screw goes where',
      'I cannot get the pedals on',
      'the chain will not sit right',
      'there is no tool in the box for this',
    ],
  },
  {
    label: 'warranty_claim',
    cores: [
      'it stopped working after a few months',
      'is this covered by the warranty',
      'I want to claim the guarantee',
      'the battery died within the year',
      'the gear broke in normal use',
      'will you repair it for free',
    ],
  },
  {
    label: 'stock_question',
    cores: [
      'when is it in stock again',
      'do you have it in another colour',
      'is the model still made',
      'tell me when it is available',
      'how many are left',
      'will there be more of these',
    ],
  },
  {
    label: 'invoice_copy',
    cores: [
      'I need the invoice again',
      'send me a receipt for my taxes',
      'the bill lacks our company name',
      'where can I download the invoice',
      'please mail me the receipt',
      'the tax number is missing on the bill',
    ],
  },
];

const openings = [
  '',
  'Hello, ',
  'Hi there, ',
  'Good morning, ',
  'Excuse me, ',
  'Hey, quick one: ',
  'To whom it may concern: ',
  'Sorry to bother you, ',
  'Dear team, ',
  'Once more, ',
];
const items = [
  'city bike',
  'gravel frame',
  'child seat',
  'pump',
  'helmet',
  'pair of tyres',
  'saddle',
  'rain jacket',
  'front light',
  'lock',
  'cargo trailer',
  'e-bike battery',
  'mudguard set',
  'phone mount',
  'repair stand',
];
const details = [
  'bought last Tuesday',
  'from the spring sale',
  'for my daughter’s birthday',
  'with express shipping',
  'in matt green',
  'paid by transfer',
  'under order 40%',
  'after two calls with you',
  'which a friend recommended',
  'for the club trip',
  'from your second shop',
  'that I saw in the window',
  'with the extra basket',
  'meant for my commute',
  'before the holidays',
  'picked up by my neighbour',
];
const closings = [
  '',
  ' Thanks!',
  ' Please hurry.',
  ' I would be grateful.',
  ' It is getting urgent.',
  ' What can you do?',
  ' Let me know.',
  ' Kind regards, Jo',
  ' This is the second time I ask.',
  ' Many thanks in advance.',
];

/** People mention what they do not ask for, which is what makes messages hard to tell apart. `%` is another intent. */
const asides = [
  'last week I asked “%”, that is settled. ',
  'this is not about “%”. ',
  'a colleague wrote “%”, mine is another matter. ',
  'your form only offers “%”. ',
];
const asideOneIn = 6;

/** A sequence that looks random and is the same every time: xorshift32. */
class Sequence {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % limit;
  }

  pick(words: readonly string[]): string {
    return words[this.below(words.length)] ?? '';
  }
}

function compose(intent: Intent, sequence: Sequence): string {
  const core = sequence.pick(intent.cores);
  const detail = sequence.pick(details).replace('%', String(sequence.below(9000) + 1000));
  const about = `the ${sequence.pick(items)} ${detail}`;
  const opening = sequence.pick(openings);
  const other = intents[sequence.below(intents.length)] ?? intent;
  const isPlain = other === intent || sequence.below(asideOneIn) > 0;
  const aside = isPlain ? '' : sequence.pick(asides).replace('%', sequence.pick(other.cores));
  const order = [
    `${core}, it is about ${about}.`,
    `about ${about}: ${core}.`,
    `${core}. I mean ${about}.`,
    `${about}, ${core}?`,
  ];
  return `${opening}${aside}${sequence.pick(order)}${sequence.pick(closings)}`;
}

/** `count` different messages over all intents in turn; another seed gives others. */
export function demoPhrases(count: number, seed: number): Phrase[] {
  const sequence = new Sequence(seed);
  const seen = new Set<string>();
  const phrases: Phrase[] = [];
  while (phrases.length < count) {
    const intent = intents[phrases.length % intents.length];
    const text = intent === undefined ? '' : compose(intent, sequence);
    if (intent !== undefined && !seen.has(text)) {
      seen.add(text);
      phrases.push({ text, label: intent.label });
    }
  }
  return phrases;
}
