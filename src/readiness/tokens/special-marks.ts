// Does a text hold the marks that chat templates are made of? A careless trainer reads them as marks, and then the text
// speaks in a role that is not its own.

const bracketed = ['[INST]', '[/INST]', '[TOOL_CALLS]', '[AVAILABLE_TOOLS]'];
const angled = ['<s>', '</s>', '<<SYS>>', '<start_of_turn>', '<end_of_turn>', '<bos>', '<eos>', '<|endoftext|>'];
/** `<|im_start|>`, `<|eot_id|>` and their like. */
const barred = /<\|[a-z_]{3,24}\|>/;

/** Reads the text once for `<` and once for `[`, and no further where neither stands in it. */
export function holdsSpecialMark(text: string): boolean {
  if (text.indexOf('[') !== -1 && bracketed.some((mark) => text.includes(mark))) {
    return true;
  }
  if (text.indexOf('<') === -1) {
    return false;
  }
  return angled.some((mark) => text.includes(mark)) || (text.includes('<|') && barred.test(text));
}
