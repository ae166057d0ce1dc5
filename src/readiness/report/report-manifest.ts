// What a data set version is made of, so that it can be made again and shown to be the same.
import { sha256Hex } from '../../kernel/digest.js';

export interface SourceLicence {
  /** Such as `import:imp_…` or `vendor:openai/api`. */
  readonly source: string;
  readonly rows: number;
  readonly licence: string;
  readonly ruling: string;
}

export interface ReportManifest {
  /** `sha256:` root over the digests of the segments; null: nothing was there. */
  readonly merkleRoot: string | null;
  readonly segments: number;
  readonly licences: readonly SourceLicence[];
  readonly policyDigest: string | null;
  /** Name of a tool or method to its version. */
  readonly tools: Readonly<Record<string, string>>;
}

const leaf = (digest: string) => sha256Hex(`leaf ${digest}`);
const node = (left: string, right: string) => sha256Hex(`node ${left} ${right}`);

/**
 * Root of a binary hash tree over the segments' digests in sorted order: the order in which segments were measured does
 * not matter. Leaves and nodes are hashed apart (as in RFC 6962), so that no inner node can be passed off as a segment.
 * @returns `sha256:` and hex; null where there is no segment
 */
export function merkleRoot(digests: readonly string[]): string | null {
  let level = [...digests].sort().map(leaf);
  while (level.length > 1) {
    level = pairUp(level);
  }
  const [root] = level;
  return root === undefined ? null : `sha256:${root}`;
}

/** The odd one out moves up as it is. */
function pairUp(level: readonly string[]): string[] {
  const above: string[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left = '', right] = [level[at], level[at + 1]];
    above.push(right === undefined ? left : node(left, right));
  }
  return above;
}
