import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { buildSync, transformSync } from 'esbuild'
import { readStyleSheet } from '../../src/site/style-sheet.ts'
import { root } from '../support/sources.ts'

const written = (file: string) => join(root, 'public/styles', file)

for (const file of ['site.css', 'newsroom.css']) {
  test(`${file} holds what it imports and says what was written, without comments`, () => {
    const sent = readStyleSheet(written(file))
    assert.match(sent, /@font-face/)
    assert.match(sent, /^\.prose li/m)
    assert.doesNotMatch(sent, /@import|\/\*|\n\s/)

    const { outputFiles } = buildSync({
      entryPoints: [written(file)],
      bundle: true,
      minify: true,
      external: ['*.woff2'],
      write: false,
    })
    const { code } = transformSync(sent, { loader: 'css', minify: true })
    assert.equal(code, outputFiles[0]?.text)
  })
}
