// The content of a message in the OpenAI form: a text, or parts of text and pictures.
import { createHash } from 'node:crypto';
import type { ImageRef } from '../../rows/example.js';
import { type ImageMediaType, imageBytesMax, imageMediaTypes } from '../../rows/image-facts.js';
import type { RowReading } from './row-reading.js';

export interface MessageContent {
  readonly text: string;
  readonly images: readonly ImageRef[];
}

const noImages: readonly ImageRef[] = [];
const structureReason = 'Content is a text or a list of text and picture parts.';

/** Null when it is none: the fault is noted. @param field path of the content */
export function readContent(content: unknown, field: string, reading: RowReading): MessageContent | null {
  if (typeof content === 'string') {
    return { text: content, images: noImages };
  }
  if (!Array.isArray(content) || content.length === 0) {
    reading.refuse('msg.structure', field, structureReason);
    return null;
  }
  let text = '';
  const images: ImageRef[] = [];
  for (const [place, part] of (content as unknown[]).entries()) {
    const read = readPart(part, `${field}[${place}]`, reading);
    if (typeof read === 'string') {
      text += read;
    } else if (read !== null) {
      images.push(read);
    }
  }
  return { text, images };
}

function readPart(part: unknown, field: string, reading: RowReading): string | ImageRef | null {
  const {
    type,
    text,
    image_url: address,
  } = (typeof part === 'object' && part !== null ? part : {}) as Record<string, unknown>;
  if ((type === 'text' || type === 'input_text' || type === 'output_text') && typeof text === 'string') {
    return text;
  }
  if (type === 'refusal') {
    const { refusal } = part as Record<string, unknown>;
    return typeof refusal === 'string' ? refusal : null;
  }
  if (type === 'image_url' || type === 'input_image') {
    return readImage(imageAddress(address), field, reading);
  }
  if (type === 'thinking' || type === 'reasoning') {
    reading.note('thoughts.dropped');
    return '';
  }
  const isKnown = type === 'input_audio' || type === 'audio' || type === 'file' || type === 'video_url';
  reading.refuse(
    isKnown ? 'msg.unsupported' : 'msg.structure',
    field,
    isKnown ? 'Sound, video and documents are not part of a text task.' : structureReason,
  );
  return null;
}

function imageAddress(address: unknown): unknown {
  return typeof address === 'object' && address !== null ? (address as Record<string, unknown>).url : address;
}

/** A reference, or null with the fault noted. @param address a path, an address or a data URI */
export function readImage(address: unknown, field: string, reading: RowReading): ImageRef | null {
  if (typeof address !== 'string' || address === '') {
    reading.refuse('image.ref', field, 'A picture is named by a path, an address or a data URI.');
    return null;
  }
  return address.startsWith('data:') ? readDataUri(address, field, reading) : { ref: address, sha256: null };
}

function readDataUri(address: string, field: string, reading: RowReading): ImageRef | null {
  const comma = address.indexOf(',');
  const head = address.slice(5, comma).toLowerCase();
  const mediaType = imageMediaTypes.find((type) => head === `${type};base64`);
  if (comma === -1 || mediaType === undefined) {
    reading.refuse('image.ref', field, 'A data URI holds a JPEG, PNG or WebP in base64.');
    return null;
  }
  return readBase64(address.slice(comma + 1), mediaType, { field, reading });
}

/** The reference to a picture that stands in the row, which is kept aside; null with the fault noted. */
export function readBase64(
  base64: string,
  mediaType: ImageMediaType,
  { field, reading }: { field: string; reading: RowReading },
): ImageRef | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
    reading.refuse('image.ref', field, 'The picture in the row is no base64.');
    return null;
  }
  if (base64.length * 0.75 > imageBytesMax + 2) {
    reading.refuse('image.ref', field, 'The picture in the row has more than 10 MiB.');
    return null;
  }
  const sha256 = createHash('sha256').update(base64, 'base64').digest('hex');
  if (!reading.pictures.some((picture) => picture.sha256 === sha256)) {
    reading.pictures.push({ sha256, mediaType, base64 });
  }
  return { ref: `data:${mediaType}`, sha256 };
}
