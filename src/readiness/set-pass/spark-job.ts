// The set pass as a job for Apache Spark: for data that one machine cannot join. The statements are those that run here,
// in the other dialect; all hashes are columns of the facts, so that both find the same. What the walk over the texts
// finds here (near duplicates) is not part of it.
import type { TaskKind } from '../check.js';
import {
  boilerplateCounts,
  classCounts,
  dayCounts,
  fateCounts,
  flagCounts,
  funnelCounts,
  groupCounts,
  leakCounts,
  lossCounts,
  promptCounts,
  type SampleName,
  sampleConditions,
  sampleOf,
  sharedPrompts,
  sliceCounts,
  splitGroups,
  topOf,
  trainCounts,
} from './count-rows.js';
import { type Dialect, spark } from './dialect.js';
import { compactRows, fatedRows, placedRows, sidedRows } from './place-rows.js';
import type { SetQuestion } from './set-question.js';
import { sharedRuns } from './shared-runs.js';

export interface SetStatement {
  readonly name: string;
  /** `table`: kept for the statements that follow. `result`: few rows, to be written out. */
  readonly kind: 'table' | 'result';
  readonly sql: string;
}

/** In the order in which they run; `facts` has the fact columns and `id`. */
export function setStatements(
  dialect: Dialect,
  question: Pick<SetQuestion, 'taskKind' | 'notPermitted'>,
): SetStatement[] {
  const table = (name: string, query: string): SetStatement => ({
    name,
    kind: 'table',
    sql: dialect.keep(name, query),
  });
  const result = (name: string, sql: string): SetStatement => ({ name, kind: 'result', sql });
  return [
    table('compact', compactRows(dialect, 'facts')),
    table('sided', sidedRows('compact')),
    table('fated', fatedRows('sided')),
    table('placed', placedRows('compact', 'fated')),
    table('shared_prompts', sharedPrompts),
    table('split_groups', splitGroups),
    result('fates', fateCounts),
    result('train', trainCounts),
    result('prompts', promptCounts),
    result('leaks', leakCounts),
    result('groups', groupCounts),
    result('flags', flagCounts),
    result('funnel', funnelCounts(question.notPermitted)),
    result('losses', lossCounts(question.notPermitted)),
    result('boilerplate', boilerplateCounts(dialect, 'facts')),
    result('shared_runs', sharedRuns(dialect, 'facts')),
    result('top_answers', topOf('answer_key')),
    result('top_templates', topOf('template_key')),
    result('days', dayCounts),
    result('slices', sliceCounts),
    ...classStatements(question.taskKind).map((sql) => result('classes', sql)),
    ...(Object.keys(sampleConditions) as SampleName[]).map((name) =>
      result(`sample_${name.toLowerCase()}`, sampleOf(dialect, name)),
    ),
  ];
}

function classStatements(taskKind: TaskKind): readonly string[] {
  return taskKind === 'generation' ? [] : [classCounts];
}

export interface JobFile {
  readonly name: string;
  readonly text: string;
}

/** Files that stand beside the folder `facts` of an export. */
export function sparkJobFiles(question: Pick<SetQuestion, 'taskKind' | 'notPermitted'>): JobFile[] {
  const statements = setStatements(spark, question);
  const sql = statements.map(({ name, kind, sql: text }) => `-- ${kind}: ${name}\n${text};\n`).join('\n');
  return [
    { name: 'set_pass.sql', text: sql },
    { name: 'run_set_pass.py', text: script },
    { name: 'README.md', text: readme },
  ];
}

const script = `"""Runs set_pass.sql over the folder facts and writes what it finds.

usage: spark-submit run_set_pass.py [folder of this export]
"""
import hashlib
import json
import os
import sys

from pyspark.sql import SparkSession


def statements(path):
    """Yields kind, name and text; each begins with a line '-- kind: name' and ends with a semicolon."""
    kind = name = None
    lines = []
    with open(path, encoding="utf-8") as source:
        for line in source:
            if line.startswith(("-- table: ", "-- result: ")):
                kind, name = line[3:].strip().split(": ")
                lines = []
            elif line.rstrip().endswith(";"):
                lines.append(line.rstrip()[:-1])
                yield kind, name, "\\n".join(lines)
            else:
                lines.append(line)


def main(folder):
    spark = SparkSession.builder.appName("set-pass").getOrCreate()
    spark.read.parquet(os.path.join(folder, "facts")).createOrReplaceTempView("facts")
    found = {}
    for kind, name, text in statements(os.path.join(folder, "set_pass.sql")):
        rows = spark.sql(text)
        if kind == "result":
            found[name] = [row.asDict() for row in rows.collect()]
    kept = spark.sql(
        "SELECT f.row_key, f.declared_split, p.side, f.origin, f.origin_id, f.line "
        "FROM facts f JOIN placed p ON f.id = p.id WHERE p.fate = 'kept' ORDER BY f.row_key, p.side"
    )
    kept.write.mode("overwrite").parquet(os.path.join(folder, "kept"))
    digest = hashlib.sha256()
    for row in kept.toLocalIterator():
        digest.update(f"{row.row_key} {row.side}\\n".encode())
    found["digest"] = "sha256:" + digest.hexdigest()
    with open(os.path.join(folder, "findings.json"), "w", encoding="utf-8") as target:
        json.dump(found, target, indent=2, sort_keys=True, default=str)
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))
`;

const readme = `# The set pass on Apache Spark

Sides, duplicates, conflicts, leakage and balance of a data set, counted on a cluster by the statements that Openward runs
itself. Spark 3.3 or newer is needed, and nothing else.

    spark-submit run_set_pass.py .

- \`facts/\`: Parquet, one row for each valid row: keys, flags, counts and the normal prompt.
- \`set_pass.sql\`: the statements, in order. Those called \`table\` are kept for the ones that follow.
- \`kept/\` (written): keys and sides of the rows that are in the data set.
- \`findings.json\` (written): the answer of every statement, and the digest of the kept rows. It equals the digest that
  Openward finds for the same facts: all hashes are columns, no engine makes its own.

Near duplicates are not counted here: Openward finds them itself, a million short rows in less than a minute.
`;
