// A picture and its caption: `filepath` and `title` as open_clip has them, `file_name` and `text` as image folders do.
import { finishedChat } from './parts/finish-chat.js';
import { readImage } from './parts/message-content.js';
import { readTraits } from './parts/row-metadata.js';
import { RowReading } from './parts/row-reading.js';
import type { Fields, RowFormat } from './row-format.js';

export const imageNames = ['filepath', 'file_name', 'image', 'image_path', 'image_url'];
export const captionNames = ['title', 'caption', 'text'];

const nameIn = (names: readonly string[], fields: Fields) => names.find((name) => name in fields);

export const imageCaption: RowFormat = {
  name: 'image-caption',
  title: 'Image and caption',
  recognises: (fields) => nameIn(imageNames, fields) !== undefined && nameIn(captionNames, fields) !== undefined,
  read: (fields) => {
    const reading = new RowReading();
    const imageField = nameIn(imageNames, fields) ?? 'filepath';
    const captionField = nameIn(captionNames, fields) ?? 'title';
    const image = readImage(fields[imageField], imageField, reading);
    const caption = fields[captionField];
    if (typeof caption !== 'string') {
      reading.refuse('msg.structure', captionField, 'The caption is missing or no text.');
    } else if (caption.trim() === '') {
      reading.refuse('msg.content-empty', captionField, 'The caption is empty.');
    }
    const turns = [
      { message: { role: 'user', content: '', images: image === null ? [] : [image] }, field: imageField },
      { message: { role: 'assistant', content: typeof caption === 'string' ? caption : '' }, field: captionField },
    ] as const;
    const traits = readTraits(fields, new Set([imageField, captionField]), reading);
    return finishedChat({ turns, field: '', traits, kind: 'image-text' }, reading);
  },
};
