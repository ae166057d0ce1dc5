// Where revisions of register documents are kept, each project its own.
import type { RegisterDocument } from './register-document.js';

export abstract class RegisterStore {
  abstract knowsProject(projectId: string): Promise<boolean>;
  /** Newest revision of each document, withdrawn ones too, in the order in which they were entered first. */
  abstract latest(projectId: string): Promise<readonly RegisterDocument[]>;
  /** Oldest first; empty: there is no such document. */
  abstract revisions(projectId: string, id: string): Promise<readonly RegisterDocument[]>;
  /** False: somebody else was faster, and the version is taken. */
  abstract append(projectId: string, document: RegisterDocument): Promise<boolean>;
}
