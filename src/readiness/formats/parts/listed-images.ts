// Pictures in a column of their own, as LLaMA-Factory has them: each `<image>` mark in the texts stands for the next one;
// without marks they all belong to the first turn of the user.
import type { ImageRef } from '../../rows/example.js';
import { readImage } from './message-content.js';
import type { ReadTurn, RowReading } from './row-reading.js';

export function readListedImages(value: unknown, turns: readonly ReadTurn[], reading: RowReading): ReadTurn[] {
  const list = typeof value === 'string' ? [value] : (value ?? []);
  if (!Array.isArray(list)) {
    reading.refuse('image.ref', 'images', 'Pictures are a list.');
    return [...turns];
  }
  const images = (list as unknown[]).flatMap((item, place) => readImage(item, `images[${place}]`, reading) ?? []);
  const marksOf = (content: string) => content.split('<image>').length - 1;
  const marks = turns.reduce((sum, { message }) => sum + marksOf(message.content), 0);
  if (marks > 0 && marks !== images.length && reading.faults.length === 0) {
    reading.refuse('image.ref', 'images', `The texts mark ${marks} pictures, and the row has ${images.length}.`);
  }
  const first = turns.findIndex(({ message }) => message.role === 'user');
  let at = 0;
  return turns.map((turn, place) => {
    const count = marks === 0 ? (place === first ? images.length : 0) : marksOf(turn.message.content);
    const own = images.slice(at, at + count);
    at += count;
    return own.length === 0 ? turn : withImages(turn, own);
  });
}

function withImages({ message, field }: ReadTurn, images: readonly ImageRef[]): ReadTurn {
  return { message: { ...message, images: [...(message.images ?? []), ...images] }, field };
}
