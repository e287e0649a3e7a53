import type { CompiledQuery, DatabaseConnection } from 'kysely'
import type { Reader } from '../../src/database/index.ts'

/** Notes what is asked through this handle from now on, whoever asks. */
export function noteQueries(read: Reader): { taken(): CompiledQuery[] } {
  let noted: CompiledQuery[] = []
  const executor = read.getExecutor()
  const provideConnection = executor.provideConnection.bind(executor)
  executor.provideConnection = (consumer, options) =>
    provideConnection((connection) => consumer(noting(connection)), options)

  const noting = (connection: DatabaseConnection): DatabaseConnection =>
    new Proxy(connection, {
      get(target, name) {
        if (name !== 'executeQuery') return Reflect.get(target, name, target)
        return (query: CompiledQuery) => {
          noted.push(query)
          return target.executeQuery(query)
        }
      },
    })

  return {
    /** Those since it was asked last. */
    taken() {
      const taken = noted
      noted = []
      return taken
    },
  }
}
