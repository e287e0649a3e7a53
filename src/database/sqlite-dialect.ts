import { SqliteDialect, SqliteQueryCompiler } from 'kysely'

/**
 * Keeps SQLite from compiling a kept statement again before each run, at ten times the cost of the run. It does so when a
 * value changed that its plan may depend on, such as those of `= ?` and `limit ?`, and the driver takes every value away
 * after a run. The plan depends on no value behind a sign; to the statement the sign means nothing.
 */
export class SteadySqliteDialect extends SqliteDialect {
  override createQueryCompiler() {
    return new SteadyQueryCompiler()
  }
}

class SteadyQueryCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?'
  }
}
