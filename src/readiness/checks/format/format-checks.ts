// The checks of files and rows as such: can they be read, and do they hold what their form promises?
import type { Check } from '../../check.js';
import { answersAreNotEmpty } from './answers-are-not-empty.js';
import { chatsEndWithAnAnswer } from './chats-end-with-an-answer.js';
import { filesAreOfTheKindTheySay } from './files-are-of-the-kind-they-say.js';
import { filesAreUtf8 } from './files-are-utf8.js';
import { filesCanBeRead } from './files-can-be-read.js';
import { filesHaveNoByteOrderMark } from './files-have-no-byte-order-mark.js';
import { imagesAreSound } from './images-are-sound.js';
import { imagesAreThere } from './images-are-there.js';
import { labelNamesDifferClearly } from './label-names-differ-clearly.js';
import { messagesAreWellFormed } from './messages-are-well-formed.js';
import { nothingIsLeftUnfilled } from './nothing-is-left-unfilled.js';
import { preferencePairsArePairs } from './preference-pairs-are-pairs.js';
import { rolesAlternate } from './roles-alternate.js';
import { rowsHaveOneShape } from './rows-have-one-shape.js';
import { rowsParse } from './rows-parse.js';
import { textIsNotGarbled } from './text-is-not-garbled.js';
import { toolCallsAreWhole } from './tool-calls-are-whole.js';
import { toolCallsFollowTheirSchemas } from './tool-calls-follow-their-schemas.js';
import { weightsAreZeroOrOne } from './weights-are-zero-or-one.js';

export const formatChecks: readonly Check[] = [
  filesCanBeRead,
  filesAreUtf8,
  filesHaveNoByteOrderMark,
  filesAreOfTheKindTheySay,
  rowsParse,
  rowsHaveOneShape,
  messagesAreWellFormed,
  rolesAlternate,
  chatsEndWithAnAnswer,
  answersAreNotEmpty,
  toolCallsAreWhole,
  toolCallsFollowTheirSchemas,
  weightsAreZeroOrOne,
  preferencePairsArePairs,
  imagesAreThere,
  imagesAreSound,
  labelNamesDifferClearly,
  nothingIsLeftUnfilled,
  textIsNotGarbled,
];
